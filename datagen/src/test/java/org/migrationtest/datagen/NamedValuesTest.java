package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step that works on rows of a certain value finds such rows, and one that brings the value does not. */
final class NamedValuesTest {
    private static final String BEFORE = "CREATE TABLE account (id serial PRIMARY KEY, code text, level int,"
            + " note text NOT NULL, closed date, CHECK (level < 100000));"
            + " CREATE TABLE feature (name text PRIMARY KEY);"
            + " CREATE TABLE role (id serial PRIMARY KEY, name text)";

    @TempDir
    Path folder;

    private CheckedChain chain = new CheckedChain(Path.of(""));

    @BeforeEach
    void begin() {
        chain = new CheckedChain(folder).with(BEFORE, "DROP TABLE role; DROP TABLE feature; DROP TABLE account");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "UPDATE account SET note = '' WHERE code = 'legacy' | note of 1 row of 31 in public.account changed",
                "UPDATE account SET note = '' WHERE code IN ('x', 'y') AND level = 5000 | note of 2 rows of 32 in public.account changed",
                "UPDATE account SET note = CASE code WHEN 'x' THEN '' ELSE note END | note of 1 row of 31 in public.account changed",
                "UPDATE account SET note = '' WHERE code LIKE 'old-%' | note of 1 row of 31 in public.account changed",
                "UPDATE account SET note = '' WHERE level > 50000 AND closed IS NULL | note of 1 row of 31 in public.account changed",
                "UPDATE account SET note = '' WHERE closed < '1999-01-01' | note of 1 row of 31 in public.account changed",
                "DO $$ BEGIN UPDATE account a SET note = '' WHERE a.code = 'legacy'; END $$ | note of 1 row of 31 in public.account changed",
                "DELETE FROM account WHERE level = 7777 | 1 row of 31 in public.account lost",
            })
    void what_a_way_up_does_to_rows_of_a_value_is_seen(String up, String loss) {
        chain.with(up, "SELECT 1");
        assertThat(chain.findings()).singleElement().asString().endsWith(": rows are not restored: " + loss);
    }

    @Test
    void a_row_that_was_there_before_an_insert_that_minds_it_is_missed() {
        chain.with(
                "INSERT INTO feature VALUES ('beta') ON CONFLICT DO NOTHING",
                "DELETE FROM feature WHERE name = 'beta'");
        assertThat(chain.findings())
                .containsExactly(
                        "2 step, rows-not-restored: rows are not restored: 1 row of 31 in public.feature lost");
    }

    @Test
    void a_value_that_an_earlier_script_speaks_of_is_there_when_another_is_merged_into_it() {
        chain.with(
                        "ALTER TABLE account ALTER code SET DEFAULT 'waiting'",
                        "ALTER TABLE account ALTER code DROP DEFAULT")
                .with(
                        "UPDATE account SET code = 'waiting' WHERE code = 'pending'",
                        "UPDATE account SET code = 'pending' WHERE code = 'waiting'");
        assertThat(chain.findings())
                .containsExactly(
                        "3 step, rows-not-restored: rows are not restored: code of 1 row of 32 in public.account changed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // A value that nothing before it speaks of is the step's own.
                "UPDATE account SET code = 'new' WHERE code = 'old' | UPDATE account SET code = 'old' WHERE code = 'new'",
                "INSERT INTO role (name) VALUES ('admin') | DELETE FROM role WHERE name = 'admin'",
                "CREATE TABLE hook (id int) | DELETE FROM account WHERE code = 'hook'; DROP TABLE hook",
                // Nor is a second one put beside it.
                "INSERT INTO role (name) VALUES ('admin');"
                        + " ALTER TABLE account ADD role int; UPDATE account SET role = (SELECT id FROM role WHERE name = 'admin')"
                        + " | ALTER TABLE account DROP role; DELETE FROM role WHERE name = 'admin'",
                // An author who stops at such rows knows that there are none.
                "DO $$ BEGIN IF EXISTS (SELECT FROM account WHERE code = 'bad') THEN RAISE EXCEPTION 'bad'; END IF; END $$ | SELECT 1",
                // Nor does a condition that rows are to meet from now on ask for rows that break it.
                "ALTER TABLE account ADD CONSTRAINT c CHECK (code <> 'bad') | ALTER TABLE account DROP CONSTRAINT c",
            })
    void what_a_step_brings_itself_is_not_there_before(String up, String down) {
        chain.with(up, down);
        assertThat(chain.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM account WHERE level = 123456",
                "DELETE FROM account WHERE level = 9999999999",
                "DELETE FROM account WHERE id::text = 'none'",
                "DELETE FROM account WHERE id = 2147483647",
            })
    void a_value_that_the_schema_refuses_is_left_out_without_a_word(String up) {
        chain.with(up, "SELECT 1");
        assertThat(chain.findings()).isEmpty();
    }

    @Test
    void a_way_back_that_fails_on_what_it_looks_for_itself_is_caught() {
        chain.with(
                "ALTER TABLE account ALTER code TYPE varchar(200)",
                "UPDATE account SET note = NULL WHERE code = 'beta'; ALTER TABLE account ALTER code TYPE text");
        assertThat(chain.findings())
                .containsExactly("2 step, down-fails-after-use: it cannot be rolled back once rows use the new schema:"
                        + " null value in column \"note\" of relation \"account\" violates not-null constraint");
    }

    @Test
    void what_a_trigger_writes_for_such_a_row_is_known_before_the_step() {
        chain.with(
                        "CREATE TABLE audit (id serial PRIMARY KEY, note text);"
                                + " CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS"
                                + " $$ BEGIN INSERT INTO audit (note) VALUES (new.note); RETURN new; END $$;"
                                + " CREATE TRIGGER audited AFTER INSERT ON account FOR EACH ROW EXECUTE FUNCTION noted()",
                        "DROP TRIGGER audited ON account; DROP FUNCTION noted(); DROP TABLE audit")
                .with(
                        "UPDATE account SET note = note WHERE code = 'legacy'",
                        "DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)");
        assertThat(chain.findings())
                .containsExactly("3 step, rows-not-restored: rows are not restored: 1 row of 31 in public.audit lost");
    }
}
