package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationtest.database.TestDatabase;

/** What an old server refuses, asked of the old server itself, and that a new one takes it. */
class NewerFeatureTest {
    private static final String TABLES =
            "CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, a int, j jsonb);"
                    + " CREATE TABLE g (a int, b int GENERATED ALWAYS AS (a + 1) STORED);"
                    + " CREATE TABLE parted (a int) PARTITION BY LIST (a);"
                    + " CREATE TABLE part PARTITION OF parted FOR VALUES IN (1);"
                    + " CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE OR REPLACE TRIGGER g AFTER INSERT ON t EXECUTE FUNCTION f() | CREATE OR REPLACE TRIGGER needs PostgreSQL 14
            CREATE FUNCTION one() RETURNS int LANGUAGE sql RETURN 1 | a function body in standard SQL needs PostgreSQL 14
            ALTER TABLE t ALTER j SET COMPRESSION pglz | SET COMPRESSION needs PostgreSQL 14
            CREATE TABLE m (v datemultirange) | a multirange type needs PostgreSQL 14
            CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT | NULLS NOT DISTINCT needs PostgreSQL 15
            MERGE INTO t USING parent p ON p.id = t.id WHEN MATCHED THEN DELETE | MERGE needs PostgreSQL 15
            CREATE VIEW v WITH (security_invoker = true) AS SELECT 1 AS a | a security_invoker view needs PostgreSQL 15
            ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES parent ON DELETE SET NULL (a) | ON DELETE SET NULL with columns needs PostgreSQL 15
            UPDATE t SET a = regexp_count('aa', 'a') | regexp_count, regexp_instr, regexp_like, regexp_substr needs PostgreSQL 15
            UPDATE t SET a = (SELECT any_value(id) FROM parent) | any_value, array_shuffle, array_sample needs PostgreSQL 16
            ALTER TABLE t ADD CHECK (j::text IS JSON) | IS JSON needs PostgreSQL 16
            UPDATE t SET a = 0x1F | an integer written in hexadecimal, octal or binary needs PostgreSQL 16
            UPDATE t SET a = 1 WHERE JSON_EXISTS(j, '$.a') | JSON_TABLE and its kin needs PostgreSQL 17
            GRANT MAINTAIN ON t TO PUBLIC | the privilege MAINTAIN needs PostgreSQL 17
            ALTER TABLE t ADD b int GENERATED ALWAYS AS (a + 1) VIRTUAL | a virtual generated column needs PostgreSQL 18
            CREATE TABLE u (id int4range, during tstzrange, PRIMARY KEY (id, during WITHOUT OVERLAPS)) | WITHOUT OVERLAPS needs PostgreSQL 18
            ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID | NOT NULL … NOT VALID needs PostgreSQL 18
            ALTER TABLE t ADD CHECK (a > 0) NOT ENFORCED | NOT ENFORCED needs PostgreSQL 18
            UPDATE t SET a = 1 RETURNING old.a | OLD and NEW in RETURNING needs PostgreSQL 18
            ALTER TABLE t ADD u uuid DEFAULT uuidv7() | uuidv7 and uuidv4 needs PostgreSQL 18
            CREATE TABLE c (a text COMPRESSION pglz) | COMPRESSION of a column needs PostgreSQL 14
            CREATE PROCEDURE p(OUT a int) LANGUAGE sql AS 'SELECT 1' | an OUT parameter of a procedure needs PostgreSQL 14
            ALTER TABLE parted DETACH PARTITION part CONCURRENTLY | DETACH PARTITION CONCURRENTLY needs PostgreSQL 14
            CREATE PUBLICATION p FOR TABLES IN SCHEMA public | TABLES IN SCHEMA of a publication needs PostgreSQL 15
            CREATE PUBLICATION p FOR TABLE t WHERE (a > 0) | a row filter of a publication needs PostgreSQL 15
            GRANT SET ON PARAMETER work_mem TO PUBLIC | GRANT … ON PARAMETER needs PostgreSQL 15
            UPDATE t SET a = 1 WHERE pg_input_is_valid('1', 'int4') | pg_input_is_valid needs PostgreSQL 16
            UPDATE t SET j = JSON_OBJECT('a': 1) | a JSON constructor needs PostgreSQL 16
            ALTER TABLE g ALTER b SET EXPRESSION AS (a + 2) | SET EXPRESSION of a generated column needs PostgreSQL 17
            """)
    void an_old_server_refuses_it_for_its_age(String statement, String reason) throws SQLException {
        SQLException refused = refused(TestServers.OLDEST, statement);
        assertThat(NewerFeature.refused(refused, statement, 13)).contains(reason + " or newer, and this is 13");
        execute(TestServers.NEWEST, statement);
    }

    @Test
    void what_a_newer_feature_learned_later_is_told_apart_from_it() throws SQLException {
        String merge = "MERGE INTO t USING parent p ON p.id = t.id WHEN MATCHED THEN DELETE RETURNING t.id";
        assertThat(NewerFeature.refused(refused("postgres:16", merge), merge, 16))
                .contains("MERGE … RETURNING needs PostgreSQL 17 or newer, and this is 16");
    }

    @Test
    void a_mistake_is_no_matter_of_age() throws SQLException {
        String typo = "CREATE UNIQUE INDX i ON t (a) NULLS NOT DISTINCT";
        assertThat(NewerFeature.refused(refused(TestServers.NEWEST, typo), typo, 18))
                .isEmpty();
        String misspelt = "ALTER TABLE t ALTRE a SET NOT NULL";
        assertThat(NewerFeature.refused(refused(TestServers.OLDEST, misspelt), misspelt, 13))
                .isEmpty();
    }

    private static SQLException refused(String engine, String statement) {
        SQLException refused = catchThrowableOfType(SQLException.class, () -> execute(engine, statement));
        assertThatObject(refused).as("what %s says to %s", engine, statement).isNotNull();
        return refused;
    }

    private static void execute(String engine, String sql) throws SQLException {
        try (TestDatabase database = TestServers.get(engine).create("newer");
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            statement.execute(sql);
        }
    }
}
