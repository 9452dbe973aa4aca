package org.migrationtest.source.flyway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.migration.Migration;
import org.migrationtest.source.HistoryEntry;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSession;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationTarget;
import org.migrationtest.source.SourceSettings;

/** A user's Flyway project: a folder of scripts, options, and a database of its own. */
final class FlywayProject implements AutoCloseable {
    private final Path folder;
    private final List<String> locations = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();
    private final TestDatabase database;

    FlywayProject(Path folder) {
        this.folder = folder;
        locations.add("filesystem:" + folder);
        database = DatabaseServers.get(EngineVersion.parse("postgres:17"), DatabaseSettings.defaults())
                .create("flyway");
    }

    FlywayProject script(String name, String... lines) {
        try {
            Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    FlywayProject location(String location) {
        locations.add(location);
        return this;
    }

    FlywayProject option(String name, String value) {
        options.put(name, value);
        return this;
    }

    MigrationSource source() {
        return new FlywayProvider().open(new SourceSettings(locations, options, FlywayProject.class.getClassLoader()));
    }

    MigrationCatalog catalog() {
        return source().discover();
    }

    Migration migration(String id) {
        return catalog().migrations().stream()
                .filter(migration -> migration.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no migration " + id + " in " + catalog()));
    }

    /** A session whose history exists. */
    MigrationSession session() {
        return session(database.dataSource());
    }

    MigrationSession session(DataSource dataSource) {
        MigrationSession session = source().open(catalog(), target(dataSource));
        session.prepare();
        return session;
    }

    MigrationTarget target(DataSource dataSource) {
        return new MigrationTarget(dataSource, database.jdbcUrl(), database.user(), database.password());
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    /** Everything, in order. */
    void upAll(MigrationSession session) {
        catalog().migrations().forEach(session::up);
    }

    HistoryEntry history(MigrationSession session, String id) {
        try (Connection connection = database.connect()) {
            return session.history(connection, migration(id));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** The rows of a query, columns joined by a bar. */
    List<String> rows(String query) {
        try (Connection connection = database.connect()) {
            return rows(connection, query);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static List<String> rows(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", row));
            }
            return rows;
        }
    }

    List<String> tables() {
        return rows("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace::regnamespace::text NOT IN"
                + " ('pg_catalog', 'information_schema') ORDER BY 1");
    }

    /** The user's own Flyway, as in production. */
    Flyway plainFlyway() {
        Map<String, String> properties = new HashMap<>();
        options.forEach((name, value) -> properties.put("flyway." + name, value));
        return Flyway.configure()
                .configuration(properties)
                .locations(locations.toArray(String[]::new))
                .dataSource(database.dataSource())
                .load();
    }

    @Override
    public void close() {
        database.close();
    }
}
