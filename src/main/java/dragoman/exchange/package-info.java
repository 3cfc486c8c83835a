/**
 * Readers and writers of TMX, TBX, XLIFF, CSV and XLSX, streaming.
 *
 * <p>Where units and concepts are kept is not known here.
 */
package dragoman.exchange;
