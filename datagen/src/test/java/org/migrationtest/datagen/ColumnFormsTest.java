package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column that a later script takes for something is filled with that. */
final class ColumnFormsTest {
    @TempDir
    Path folder;

    private CheckedChain chain = new CheckedChain(Path.of(""));

    @BeforeEach
    void begin() {
        chain = new CheckedChain(folder)
                .with(
                        "CREATE TABLE person (id serial PRIMARY KEY);"
                                + " CREATE TABLE doc (id serial PRIMARY KEY, rules jsonb NOT NULL, title text NOT NULL,"
                                + " created_by int NOT NULL)",
                        "DROP TABLE doc; DROP TABLE person");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT e ->> 'name' AS name FROM doc CROSS JOIN LATERAL jsonb_array_elements(rules) e",
                "SELECT jsonb_set(e, '{name}', '1') AS name FROM doc, jsonb_array_elements(coalesce(doc.rules, '[]')) e",
                "SELECT jsonb_array_elements_text(rules) AS name FROM doc",
                "SELECT rules -> 0 AS name FROM doc WHERE jsonb_array_length(rules) > 0",
            })
    void an_array_is_an_array_so_that_the_way_back_is_seen(String query) {
        chain.with("CREATE TABLE rule AS " + query, "DROP TABLE rule; UPDATE doc SET rules = '[]'");
        assertThat(chain.findings())
                .containsExactly(
                        "2 step, rows-not-restored: rows are not restored: rules of 30 rows of 30 in public.doc changed");
    }

    @Test
    void an_array_that_is_only_read_comes_back() {
        chain.with(
                "CREATE TABLE rule AS SELECT e - 'name' AS rule FROM doc, jsonb_array_elements(rules) e",
                "DROP TABLE rule");
        assertThat(chain.findings()).isEmpty();
    }

    @Test
    void a_row_that_a_step_looks_for_has_the_form_too() {
        chain.with(
                "CREATE TABLE rule AS SELECT e FROM doc, jsonb_array_elements(rules) e WHERE title = 'special'",
                "DROP TABLE rule; UPDATE doc SET rules = '[]' WHERE title = 'special'");
        assertThat(chain.findings())
                .containsExactly(
                        "2 step, rows-not-restored: rows are not restored: rules of 1 row of 31 in public.doc changed");
    }

    @Test
    void an_array_that_becomes_an_object_is_not_written_as_an_array_afterwards() {
        chain.with(
                "UPDATE doc SET rules = (SELECT jsonb_object_agg(e ->> 'id', e) FROM jsonb_array_elements(rules) e)",
                "UPDATE doc SET rules = (SELECT jsonb_agg(e.value) FROM jsonb_each(rules) e)");
        assertThat(chain.findings()).noneMatch(finding -> finding.contains("down-fails"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonb", "integer", "bigint", "uuid", "date", "timestamp", "timestamptz"})
    void a_text_that_is_cast_later_has_the_form_for_it(String type) {
        chain.with(
                "ALTER TABLE doc ALTER title TYPE " + type + " USING title::" + type,
                "ALTER TABLE doc ALTER title TYPE text USING title::text");
        assertThat(chain.findings()).isEmpty();
    }

    @Test
    void a_cast_that_loses_something_of_such_texts_is_caught() {
        chain.with(
                "ALTER TABLE doc ALTER title TYPE int USING title::int / 10",
                "ALTER TABLE doc ALTER title TYPE text USING (title * 10)::text");
        assertThat(chain.findings())
                .contains(
                        "2 step, rows-not-restored: rows are not restored: title of 27 rows of 30 in public.doc changed");
    }

    @Test
    void texts_of_other_forms_stay_where_a_script_asks_before_it_casts() {
        chain.with(
                "ALTER TABLE doc ADD number int; UPDATE doc SET number = title::int WHERE title ~ '^[0-9]+$';"
                        + " ALTER TABLE doc DROP title",
                "ALTER TABLE doc ADD title text; UPDATE doc SET title = coalesce(number::text, '');"
                        + " ALTER TABLE doc ALTER title SET NOT NULL, DROP number");
        assertThat(chain.findings())
                .contains(
                        "2 step, rows-not-restored: rows are not restored: title of 30 rows of 30 in public.doc changed");
    }

    @Test
    void texts_of_other_forms_stay_where_a_script_changes_them_before_it_casts() {
        chain.with(
                "UPDATE doc SET title = '0' || regexp_replace(title, '[^0-9]', '', 'g');"
                        + " ALTER TABLE doc ALTER title TYPE bigint USING title::bigint",
                "ALTER TABLE doc ALTER title TYPE text USING title::text");
        assertThat(chain.findings())
                .contains(
                        "2 step, rows-not-restored: rows are not restored: title of 30 rows of 30 in public.doc changed");
    }

    @Test
    void a_cast_on_the_way_back_does_not_keep_new_texts_out() {
        chain.with("ALTER TABLE doc ADD extent int", "ALTER TABLE doc DROP extent")
                .with(
                        "ALTER TABLE doc ALTER extent TYPE varchar(12) USING extent::text",
                        "ALTER TABLE doc ALTER extent TYPE int USING extent::int");
        assertThat(chain.findings())
                .containsExactly("3 step, down-fails-after-use: it cannot be rolled back once rows use the new schema:"
                        + " invalid input syntax for type integer: \"doc exten \u00fc0\"");
    }

    @Test
    void a_reference_that_a_later_script_declares_points_at_rows() {
        chain.with(
                "ALTER TABLE doc ADD CONSTRAINT author FOREIGN KEY (created_by) REFERENCES person (id)",
                "ALTER TABLE doc DROP CONSTRAINT author");
        assertThat(chain.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"together", "apart"})
    void a_reference_that_scripts_repair_before_they_declare_it_points_at_nothing_too(String how) {
        String repair = "DELETE FROM doc WHERE NOT EXISTS (SELECT FROM person WHERE person.id = doc.created_by)";
        String declare = "ALTER TABLE doc ADD CONSTRAINT author FOREIGN KEY (created_by) REFERENCES person (id)";
        if (how.equals("together")) {
            chain.with(repair + ";" + declare, "ALTER TABLE doc DROP CONSTRAINT author");
        } else {
            chain.with(repair, "SELECT 1").with(declare, "ALTER TABLE doc DROP CONSTRAINT author");
        }
        assertThat(chain.findings())
                .singleElement()
                .asString()
                .startsWith("2 step, rows-not-restored: rows are not restored: ")
                .endsWith(" in public.doc lost");
    }
}
