package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.migrationtest.data.RowKeys;
import org.migrationtest.datagen.catalog.CatalogReader;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.SeedRequest;
import org.migrationtest.seed.SeedResult;
import org.migrationtest.seed.SeedResult.Unfilled;
import org.migrationtest.seed.Seeder;

/**
 * Fills PostgreSQL tables. A row for volume is loaded by COPY, with triggers off where the user may turn them off and
 * none shapes the rows; a row that tries the schema out is inserted as an application would. A partition that is named together with a table above it
 * is filled through that one.
 */
public final class PostgresSeeder implements Seeder {
    /** For the service loader. */
    public PostgresSeeder() {}

    @Override
    public String engine() {
        return "postgres";
    }

    @Override
    public SeedResult fill(Connection connection, SeedRequest request) throws SQLException {
        if (!connection.getAutoCommit()) {
            return fillInside(connection, request);
        }
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            SeedResult result = fillInside(connection, request);
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    private static SeedResult fillInside(Connection connection, SeedRequest request) throws SQLException {
        List<Table> tables = new CatalogReader(connection, request::hints).read(request.tables());
        Set<TableName> missing = new TreeSet<>(request.tables());
        tables.forEach(table -> missing.remove(table.name()));
        List<Unfilled> unfilled = new ArrayList<>();
        missing.forEach(name -> unfilled.add(new Unfilled(name, "the table itself", "there is no such table")));
        Map<TableName, Long> rows = new TreeMap<>();
        Map<TableName, RowKeys> keys = new TreeMap<>();
        List<Table> ordered = FillOrder.of(tables.stream()
                .filter(table ->
                        table.root().equals(table.name()) || !request.tables().contains(table.root()))
                .toList());
        TableFiller filler = new TableFiller(
                connection, new ParentKeys(connection, request.rowsPerTable()), request, superuser(connection));
        for (Table table : ordered) {
            try {
                Filled filled = filler.fill(table);
                rows.put(table.name(), filled.rows());
                keys.put(table.name(), keys(table, filled));
            } catch (UnfillableException cannot) {
                unfilled.add(new Unfilled(table.name(), cannot.constraint(), cannot.reason()));
            } catch (SQLException refused) {
                Failures.rethrowIfLost(refused);
                unfilled.add(new Unfilled(table.name(), Failures.constraint(refused, table), Failures.words(refused)));
            }
        }
        Sequences.advance(connection, ordered);
        return new SeedResult(rows, request.purpose() == SeedRequest.Purpose.EXERCISE ? keys : Map.of(), unfilled);
    }

    private static RowKeys keys(Table table, Filled filled) {
        return filled.keys().isEmpty()
                ? RowKeys.none(table.name())
                : new RowKeys(table.name(), table.primaryKey(), filled.keys());
    }

    private static boolean superuser(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('is_superuser') = 'on'"
                        + " and current_setting('session_replication_role') = 'origin'")) {
            return row.next() && row.getBoolean(1);
        }
    }
}
