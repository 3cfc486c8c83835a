/**
 * The data source, migrations, transactions and backup of the one database.
 *
 * <p>No tables' meaning: each room owns the SQL of its own tables.
 */
package dragoman.storage;
