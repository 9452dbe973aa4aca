package org.migrationtest.database;

import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database on a {@link PostgresServer}. */
final class PostgresDatabase implements TestDatabase {
    private final PostgresServer server;
    private final String name;
    private final PGSimpleDataSource source;

    PostgresDatabase(PostgresServer server, String name, PGSimpleDataSource source) {
        this.server = server;
        this.name = name;
        this.source = source;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DatabaseServer server() {
        return server;
    }

    @Override
    public String jdbcUrl() {
        return source.getURL();
    }

    @Override
    public String user() {
        return Objects.requireNonNullElse(source.getUser(), "");
    }

    @Override
    public String password() {
        return Objects.requireNonNullElse(source.getPassword(), "");
    }

    @Override
    public DataSource dataSource() {
        return source;
    }

    @Override
    public TestDatabase copy() {
        return server.copy(name);
    }

    @Override
    public void close() {
        server.drop(name);
    }
}
