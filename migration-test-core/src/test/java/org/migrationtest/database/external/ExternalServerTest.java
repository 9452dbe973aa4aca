package org.migrationtest.database.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationtest.database.PostgresServerContract.databases;
import static org.migrationtest.database.PostgresServerContract.run;

import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.ExternalServer;
import org.migrationtest.database.PostgresServerContract;
import org.migrationtest.database.TestDatabase;

/** An embedded server plays the one that somebody else runs. */
final class ExternalServerTest {
    private static final EngineVersion WANTED = EngineVersion.parse("postgres:17");
    private static final DatabaseServer HOST = embedded("postgres:17");

    @Nested
    class Contract extends PostgresServerContract {
        @Override
        protected DatabaseServer server() {
            return DatabaseServers.get(WANTED, external(postgres(), true));
        }
    }

    @Test
    void names_its_databases_recognisably_and_drops_only_those() throws SQLException {
        try (TestDatabase theirs = HOST.create("theirs")) {
            DatabaseServer server = new ExternalProvider().start(WANTED, external(postgres(), true), "as asked");
            TestDatabase kept = server.create("shop");
            TestDatabase dropped = server.create("shop");
            assertThat(kept.name()).matches("migrationtest_shop_[0-9a-z]+_1");
            dropped.close();
            assertThat(databases(theirs)).contains(kept.name()).doesNotContain(dropped.name());
            server.close();
            assertThat(databases(theirs)).contains(theirs.name(), "postgres").doesNotContain(kept.name());
        }
    }

    @Test
    void drops_what_a_killed_run_left_but_nothing_that_only_looks_like_it() throws SQLException {
        try (TestDatabase theirs = HOST.create("theirs")) {
            DatabaseServer living = new ExternalProvider().start(WANTED, external(postgres(), true), "as asked");
            TestDatabase ofLiving = living.create("shop");
            run(theirs, "CREATE DATABASE migrationtest_shop_dead_1", "CREATE DATABASE migrationtest_plans");
            new ExternalProvider()
                    .start(WANTED, external(postgres(), true), "as asked")
                    .close();
            assertThat(databases(theirs))
                    .contains(ofLiving.name(), "migrationtest_plans")
                    .doesNotContain("migrationtest_shop_dead_1");
            living.close();
            run(theirs, "DROP DATABASE migrationtest_plans");
        }
    }

    @Test
    void is_not_touched_unless_allowed() {
        assertRefused(
                external(new ExternalServer("jdbc:postgresql://db.example:5432/shop?password=x", "u", "x", false)),
                """
                No database for postgres:17 (asked for in @Databases, in the property migrationtest.databases, or in \
                databases(...)). The provider is 'external' (property migrationtest.provider).
                external: the server jdbc:postgresql://db.example:5432/shop is named, but not allowed; if databases may \
                be created and dropped there, set migrationtest.external.allowed=true.""");
    }

    @Test
    void must_be_named() {
        assertRefused(new DatabaseSettings("external", Optional.empty(), Optional.empty()), """
                No database for postgres:17 (asked for in @Databases, in the property migrationtest.databases, or in \
                databases(...)). The provider is 'external' (property migrationtest.provider).
                external: no server is named; set migrationtest.external.url, .user and .password.""");
    }

    @Test
    void a_wrong_password_is_told_without_printing_it() {
        ExternalServer right = postgres();
        assertRefused(
                external(new ExternalServer(right.jdbcUrl(), right.user(), "wrong-secret", true)),
                "The external server " + right.jdbcUrl()
                        + " refuses the user 'postgres': FATAL: password authentication"
                        + " failed for user \"postgres\". Check migrationtest.external.user and"
                        + " migrationtest.external.password. It was to serve postgres:17.");
    }

    @Test
    void a_server_that_is_not_there_is_told() {
        String url = "jdbc:postgresql://127.0.0.1:1/postgres";
        assertRefused(
                external(new ExternalServer(url, "u", "p", true)),
                "The external server " + url + " cannot be reached: Connection to 127.0.0.1:1 refused. Check that the"
                        + " hostname and port are correct and that the postmaster is accepting TCP/IP connections. Check"
                        + " migrationtest.external.url. It was to serve postgres:17.");
    }

    @Test
    void a_database_that_is_not_there_is_told() {
        ExternalServer right = postgres();
        String url = right.jdbcUrl().replaceFirst("/postgres$", "/nothing");
        assertRefused(
                external(new ExternalServer(url, right.user(), right.password(), true)),
                "The external server " + url + " has no such database: FATAL: database \"nothing\" does not exist. Name"
                        + " one in migrationtest.external.url to connect to, such as postgres; nothing is done in it. It"
                        + " was to serve postgres:17.");
    }

    @Test
    void a_url_that_is_none_is_told_without_its_parameters() {
        assertRefused(
                external(new ExternalServer("jdbc:mysql://h/db?password=secret", "u", "p", true)),
                "The URL of the external server (migrationtest.external.url) is none that PostgreSQL's JDBC driver"
                        + " understands: jdbc:mysql://h/db. Expected jdbc:postgresql://HOST:PORT/DATABASE.");
    }

    @Test
    void another_major_than_wanted_is_told() {
        assertThatThrownBy(() -> DatabaseServers.get(EngineVersion.parse("postgres:15"), external(postgres(), true)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage(
                        "The external server is PostgreSQL " + HOST.version() + ", but postgres:15 was asked for (in"
                                + " @Databases, in the property migrationtest.databases, or in databases(...)). Ask for"
                                + " postgres:17, or name another server in migrationtest.external.url.");
    }

    @Test
    void a_server_too_old_is_told_once_it_says_its_version() {
        DatabaseServer old = embedded("postgres:11");
        assertRefused(
                external(postgres(old), true),
                "The external server is PostgreSQL " + old.version()
                        + ", which is not supported: migration-test knows the"
                        + " versions 13 to 18. Name another server in migrationtest.external.url.");
    }

    @Test
    void a_user_who_may_not_create_databases_is_told_how_to() throws SQLException {
        try (TestDatabase any = HOST.create("any")) {
            run(any, "CREATE ROLE guest LOGIN PASSWORD 'guest'");
            ExternalServer right = postgres();
            assertRefused(
                    external(new ExternalServer(right.jdbcUrl(), "guest", "guest", true)),
                    "The user 'guest' (migrationtest.external.user) may not create databases on the external server. Each"
                            + " test needs one of its own: let an administrator run ALTER ROLE \"guest\" CREATEDB, or name"
                            + " another user.");
            run(any, "DROP ROLE guest");
        }
    }

    @Test
    void is_never_chosen_by_auto() {
        DatabaseSettings settings = new DatabaseSettings("auto", Optional.empty(), Optional.of(postgres()));
        assertThat(DatabaseServers.get(WANTED, settings).origin()).doesNotStartWith("external");
    }

    private static void assertRefused(DatabaseSettings settings, String message) {
        assertThatThrownBy(() -> DatabaseServers.get(WANTED, settings))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessage(message);
    }

    private static DatabaseServer embedded(String version) {
        return DatabaseServers.get(
                EngineVersion.parse(version), new DatabaseSettings("embedded", Optional.empty(), Optional.empty()));
    }

    private static ExternalServer postgres() {
        return postgres(HOST);
    }

    /** Its database is left there: an old server drops none in use, and all go with the server. */
    private static ExternalServer postgres(DatabaseServer server) {
        TestDatabase any = server.create("any");
        return new ExternalServer(
                any.jdbcUrl().replaceFirst("/any_[^/]*$", "/postgres"), any.user(), any.password(), true);
    }

    private static DatabaseSettings external(ExternalServer server, boolean allowed) {
        return external(new ExternalServer(server.jdbcUrl(), server.user(), server.password(), allowed));
    }

    private static DatabaseSettings external(ExternalServer server) {
        return new DatabaseSettings("external", Optional.empty(), Optional.of(server));
    }
}
