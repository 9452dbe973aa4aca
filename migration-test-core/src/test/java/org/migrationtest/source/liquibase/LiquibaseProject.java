package org.migrationtest.source.liquibase;

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
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
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

/** A user's Liquibase project: a folder of changelogs of which the first is the root, options, and a database. */
final class LiquibaseProject implements AutoCloseable {
    private static final String XML_HEAD = "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog"
            + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\">";

    private final Path folder;
    private final TestDatabase database;
    private final Map<String, String> options = new HashMap<>();
    private String root = "";

    LiquibaseProject(Path folder) {
        this.folder = folder;
        this.database = DatabaseServers.get(EngineVersion.parse("postgres:17"), DatabaseSettings.defaults())
                .create("liquibase");
    }

    LiquibaseProject file(String name, String... lines) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        root = root.isEmpty() ? name : root;
        return this;
    }

    /** A formatted SQL changelog. */
    LiquibaseProject sql(String name, String... lines) {
        return file(name, "--liquibase formatted sql\n" + String.join("\n", lines));
    }

    /** An XML changelog; the first of the given lines is its line 2. */
    LiquibaseProject xml(String name, String... lines) {
        return file(name, XML_HEAD + "\n" + String.join("\n", lines) + "\n</databaseChangeLog>");
    }

    LiquibaseProject option(String name, String value) {
        options.put(name, value);
        return this;
    }

    String location() {
        return "filesystem:" + folder.resolve(root);
    }

    MigrationSource source() {
        return new LiquibaseProvider()
                .open(new SourceSettings(List.of(location()), options, LiquibaseProject.class.getClassLoader()));
    }

    MigrationCatalog catalog() {
        return source().discover();
    }

    Migration migration(String label) {
        return catalog().migrations().stream()
                .filter(migration -> migration.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no changeset '" + label + "' in " + catalog()));
    }

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

    void upAll(MigrationSession session) {
        catalog().migrations().forEach(session::up);
    }

    HistoryEntry history(MigrationSession session, Migration migration) {
        try (Connection connection = database.connect()) {
            return session.history(connection, migration);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void execute(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
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

    /** Everything that an application could see, but for Liquibase's own tables. */
    List<String> relations() {
        return rows("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')"
                + " AND relname NOT LIKE 'databasechangelog%' ORDER BY 1");
    }

    /** The history without what differs from run to run. */
    List<String> historyRows() {
        return rows(
                "SELECT orderexecuted, id, author, filename, exectype, md5sum, description, comments, tag, contexts,"
                        + " labels FROM databasechangelog ORDER BY orderexecuted");
    }

    /** The user's own Liquibase, as in production, on the same database. */
    <T> T plain(PlainWork<T> work) {
        try (Connection connection = database.connect()) {
            Database target =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            return Scope.child(
                    Map.of(Scope.Attr.ui.name(), new Silence.Ui(), Scope.Attr.logService.name(), new Silence.Log()),
                    () -> {
                        Liquibase liquibase = new Liquibase(root, new DirectoryResourceAccessor(folder), target);
                        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
                        options.forEach((name, value) -> {
                            if (name.startsWith("parameters.")) {
                                liquibase.setChangeLogParameter(name.substring("parameters.".length()), value);
                            }
                        });
                        return work.with(liquibase, contexts(), labels());
                    });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Contexts contexts() {
        return new Contexts(options.getOrDefault("contexts", ""));
    }

    private LabelExpression labels() {
        return new LabelExpression(options.getOrDefault("labels", ""));
    }

    /** Something done with Liquibase's own façade. */
    @FunctionalInterface
    interface PlainWork<T> {
        T with(Liquibase liquibase, Contexts contexts, LabelExpression labels) throws Exception;
    }

    @Override
    public void close() {
        database.close();
    }
}
