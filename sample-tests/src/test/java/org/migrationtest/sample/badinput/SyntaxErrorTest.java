package org.migrationtest.sample.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements that no server understands, with the file and the line they stand in. */
class SyntaxErrorTest {
    private static final String GOOD_UP = "create table cities (id int);\n";
    private static final String BAD_UP = "create table cities (id int);\n\nalter tabel cities add name text;\n";
    private static final String GOOD_DOWN = "drop table cities;\n";
    private static final String BAD_DOWN = "-- away with it\ndorp table cities;\n";

    @TempDir
    Path folder;

    @TempDir
    Path results;

    @Test
    void in_a_way_up_flyway() throws IOException {
        write("V1__cities.sql", BAD_UP);
        write("U1__cities.sql", GOOD_DOWN);
        assertThat(told("flyway", "", "V1 cities"))
                .isEqualTo(up("V1 cities", folder + "/V1__cities.sql:3", "\n      Position: 7"));
    }

    @Test
    void in_a_way_up_sql() throws IOException {
        write("1_cities.up.sql", BAD_UP);
        write("1_cities.down.sql", GOOD_DOWN);
        assertThat(told("sql", "", "1 cities")).isEqualTo(up("1 cities", folder + "/1_cities.up.sql:3", ""));
    }

    @Test
    void in_a_way_up_liquibase() throws IOException {
        write("root.sql", "--liquibase formatted sql\n\n--changeset ann:1\n" + BAD_UP + "--rollback " + GOOD_DOWN);
        assertThat(told("liquibase", "/root.sql", "1 by ann"))
                .isEqualTo(up("1 by ann", "root.sql:6", "\n      Position: 7"));
    }

    @Test
    void in_a_way_back_flyway() throws IOException {
        write("V1__cities.sql", GOOD_UP);
        write("U1__cities.sql", BAD_DOWN);
        assertThat(told("flyway", "", "V1 cities"))
                .isEqualTo(down("V1 cities", folder + "/U1__cities.sql:2", "\n      Position: 17"));
    }

    @Test
    void in_a_way_back_sql() throws IOException {
        write("1_cities.up.sql", GOOD_UP);
        write("1_cities.down.sql", BAD_DOWN);
        assertThat(told("sql", "", "1 cities")).isEqualTo(down("1 cities", folder + "/1_cities.down.sql:2", ""));
    }

    @Test
    void in_a_way_back_liquibase() throws IOException {
        write(
                "root.sql",
                "--liquibase formatted sql\n\n--changeset ann:1\n" + GOOD_UP + "--rollback dorp table cities;\n");
        assertThat(told("liquibase", "/root.sql", "1 by ann"))
                .isEqualTo(down("1 by ann", "root.sql:5", "\n      Position: 1"));
    }

    private String told(String source, String file, String migration) {
        return Given.migrations(results, source, "filesystem:" + folder + file).toldFirst("postgres:17 › " + migration);
    }

    private static String up(String migration, String place, String position) {
        return """
                [postgres:17][%1$s][up] it cannot be applied: syntax error at or near "tabel"
                  at       %2$s
                  statement alter tabel cities add name text
                  - ERROR: syntax error at or near "tabel"%3$s (SQLSTATE 42601)
                  effect   It fails the same way in production, in the middle of a release.
                  safe way Correct the statement; every later migration waits for it.
                  rule     up-fails; to allow it on purpose: @Allow(migration = "%1$s", rule = "up-fails", because = "…")""".formatted(migration, place, position);
    }

    private static String down(String migration, String place, String position) {
        return """
                [postgres:17][%1$s][down] it cannot be rolled back: syntax error at or near "dorp"
                  at       %2$s
                  statement dorp table cities
                  - ERROR: syntax error at or near "dorp"%3$s (SQLSTATE 42601)
                  effect   When the release must be taken back, the roll back stops here, possibly half done.
                  safe way Correct the way back and let this test run it.
                  rule     down-fails; to allow it on purpose: @Allow(migration = "%1$s", rule = "down-fails", because = "…")""".formatted(migration, place, position);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
