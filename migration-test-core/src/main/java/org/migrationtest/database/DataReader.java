package org.migrationtest.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.migrationtest.data.ForeignKey;
import org.migrationtest.data.Orphans;
import org.migrationtest.data.RowKeys;
import org.migrationtest.data.TableDifference;
import org.migrationtest.data.TableFingerprint;
import org.migrationtest.schema.TableName;

/** Reads what the tables hold. Everything runs inside the connection's transaction, where it has one. */
public interface DataReader {
    /** Every table that holds rows of its own and that a fingerprint can be taken of: ordinary ones and partitions. */
    Set<TableName> tables(Connection connection) throws SQLException;

    /**
     * A mark to be compared later by {@link #changedSince}. Inside a transaction it costs no reading of rows; outside of
     * one it may count them.
     */
    DataMark mark(Connection connection) throws SQLException;

    /**
     * The tables whose rows or columns may have changed since the mark, those that appeared included, those that went
     * not. Never leaves out a table that changed. It may name too many: tables that were created or rewritten in the
     * transaction before the mark, tables whose changes were taken back, and all where the mark was taken in a
     * transaction that has ended.
     */
    Set<TableName> changedSince(Connection connection, DataMark mark) throws SQLException;

    /**
     * Reads the table once, inside the engine.
     *
     * @param except rows to leave out; {@link RowKeys#none} for none
     * @throws IllegalArgumentException if the table has not all of the key's columns
     */
    TableFingerprint fingerprint(Connection connection, TableName table, RowKeys except) throws SQLException;

    /**
     * Keeps the rows of a table aside for {@link #explain}, until the connection's transaction ends, or its session where
     * there is no transaction.
     *
     * @return a name for what was kept, to be given to {@code explain}
     */
    TableName keep(Connection connection, TableName table) throws SQLException;

    /**
     * How a table's rows differ from those that were kept. Columns that only one side has are not compared; the schema
     * difference tells of them.
     *
     * @param kept what {@link #keep} returned on the same connection
     * @param table the table as it now is; may be gone, and then every kept row is lost
     */
    TableDifference explain(Connection connection, TableName kept, TableName table) throws SQLException;

    /** Every foreign key of the database. */
    List<ForeignKey> foreignKeys(Connection connection) throws SQLException;

    /** The rows that break these foreign keys; a key whose tables or columns are gone is left out. */
    List<Orphans> orphans(Connection connection, Collection<ForeignKey> keys) throws SQLException;

    /** The planner's or the catalogue's size of each table, in bytes with its indexes, and its estimated rows. */
    List<TableSize> sizes(Connection connection, Collection<TableName> tables) throws SQLException;
}
