package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.migrationtest.data.ForeignKey;
import org.migrationtest.data.Orphans;
import org.migrationtest.data.RowKeys;
import org.migrationtest.data.TableDifference;
import org.migrationtest.data.TableFingerprint;
import org.migrationtest.database.DataMark;
import org.migrationtest.database.DataReader;
import org.migrationtest.database.TableSize;
import org.migrationtest.schema.TableName;

/** Reads rows where they are; see {@link CanonicalReading} for what every read is safe from. */
final class PostgresDataReader implements DataReader {
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String TABLES = """
            SELECT n.nspname, c.relname FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    @Override
    public Set<TableName> tables(Connection connection) throws SQLException {
        Set<TableName> tables = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement(TABLES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                tables.add(new TableName(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    @Override
    public DataMark mark(Connection connection) throws SQLException {
        return ChangeMark.now(connection);
    }

    @Override
    public Set<TableName> changedSince(Connection connection, DataMark mark) throws SQLException {
        return ((ChangeMark) mark).changed(connection);
    }

    @Override
    public TableFingerprint fingerprint(Connection connection, TableName table, RowKeys except) throws SQLException {
        try {
            return fingerprint(connection, table, except, true);
        } catch (SQLException e) {
            if (except.values().isEmpty() || !saysKeysDoNotFit(e)) {
                throw e;
            }
            return fingerprint(connection, table, except, false);
        }
    }

    private static TableFingerprint fingerprint(
            Connection connection, TableName table, RowKeys except, boolean typedKeys) throws SQLException {
        try (CanonicalReading reading = CanonicalReading.on(connection)) {
            TableShape shape = TableShape.of(reading, table).orElseThrow(() -> noSuchTable(table));
            return new FingerprintQuery(table, shape).run(connection, except, typedKeys);
        }
    }

    /** A key of a type that has changed since (22: its text is no value of it) or without a plain equality (42883). */
    private static boolean saysKeysDoNotFit(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.equals("42883"));
    }

    static SQLException noSuchTable(TableName table) {
        return new SQLException("There is no table " + table + " whose rows could be read.", UNDEFINED_TABLE);
    }

    @Override
    public TableName keep(Connection connection, TableName table) throws SQLException {
        return KeptRows.keep(connection, table);
    }

    @Override
    public TableDifference explain(Connection connection, TableName kept, TableName table) throws SQLException {
        try (CanonicalReading reading = CanonicalReading.on(connection)) {
            return RowComparison.of(reading, kept, table);
        }
    }

    @Override
    public List<ForeignKey> foreignKeys(Connection connection) throws SQLException {
        return ForeignKeyReading.all(connection);
    }

    @Override
    public List<Orphans> orphans(Connection connection, Collection<ForeignKey> keys) throws SQLException {
        List<Orphans> orphans = new ArrayList<>();
        try (CanonicalReading reading = CanonicalReading.on(connection)) {
            OrphanSearch.findEqualities(reading);
            for (ForeignKey key : keys) {
                OrphanSearch.of(reading, key).ifPresent(orphans::add);
            }
        }
        return orphans;
    }

    @Override
    public List<TableSize> sizes(Connection connection, Collection<TableName> tables) throws SQLException {
        try (CanonicalReading reading = CanonicalReading.on(connection)) {
            return TableSizes.of(reading, tables);
        }
    }
}
