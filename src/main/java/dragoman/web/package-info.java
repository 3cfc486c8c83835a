/**
 * Javalin routes, events and OpenAPI; thin: parse, call one service, answer.
 *
 * <p>No decisions that another room could make.
 */
package dragoman.web;
