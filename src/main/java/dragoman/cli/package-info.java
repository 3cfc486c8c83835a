/**
 * picocli commands; thin: parse, call one service, print.
 *
 * <p>No decisions that another room could make.
 */
package dragoman.cli;
