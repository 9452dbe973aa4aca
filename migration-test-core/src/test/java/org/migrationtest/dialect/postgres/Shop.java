package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.schema.TableName;

/** A database of its own for one test, with a connection and an empty schema {@code shop}. */
final class Shop implements AutoCloseable {
    final TestDatabase database;
    final Connection connection;

    private Shop(TestDatabase database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    static Shop on(String version) throws SQLException {
        TestDatabase database = DatabaseServers.get(
                        EngineVersion.parse(version),
                        new DatabaseSettings("embedded", Optional.empty(), Optional.empty()))
                .create("shop");
        Shop shop = new Shop(database, database.connect());
        shop.run("CREATE SCHEMA shop");
        return shop;
    }

    void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** What others do: on a connection of its own, closed again. */
    void runElsewhere(String... statements) throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    static TableName table(String name) {
        return new TableName("shop", name);
    }

    static Set<TableName> tables(String... names) {
        Set<TableName> tables = new TreeSet<>();
        Arrays.stream(names).map(Shop::table).forEach(tables::add);
        return tables;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
