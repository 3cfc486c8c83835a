/**
 * SRX rules and OpenNLP models that split a paragraph into sentences.
 *
 * <p>No storage, no documents.
 */
package dragoman.segmentation;
