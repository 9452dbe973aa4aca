package org.migrationtest.datagen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.SeedRequest;
import org.migrationtest.seed.SeedRequest.Purpose;

/** Databases of a real server, and how to look into them. */
final class Databases {
    private Databases() {}

    static TestDatabase create() {
        DatabaseSettings embedded =
                new DatabaseSettings("embedded", java.util.Optional.empty(), java.util.Optional.empty());
        return DatabaseServers.get(EngineVersion.parse("postgres:17"), embedded).create("datagen");
    }

    static String everyKind() {
        try (InputStream script = Databases.class.getResourceAsStream("every-kind.sql")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column. */
    static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values;
    }

    static TableName table(String name) {
        return new TableName("public", name);
    }

    /** Ordinary tables and the roots of partitioned ones. */
    static Set<TableName> tables(Connection connection) throws SQLException {
        Set<TableName> tables = new TreeSet<>();
        query(
                        connection,
                        "select relname from pg_class where relkind in ('r', 'p') and not relispartition"
                                + " and relnamespace = 'public'::regnamespace")
                .forEach(name -> tables.add(table(name)));
        return tables;
    }

    static SeedRequest volume(Set<TableName> tables, long rows) {
        return new SeedRequest(tables, rows, 42, Purpose.VOLUME);
    }

    static SeedRequest exercise(Set<TableName> tables, long rows) {
        return new SeedRequest(tables, rows, 43, Purpose.EXERCISE);
    }
}
