package org.migrationtest.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationtest.sql.StatementFacts.AddedReference;

class StatementFactsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "UPDATE t SET x = NULL WHERE kind = 'legacy' ~ kind: legacy",
                "UPDATE t SET x = 'new', y = 2 WHERE t.kind = 'old' AND NOT z <> -3 ~ kind: old; z: -3",
                "DELETE FROM t WHERE kind::text IN ('a', 'b''c') OR (level = 1) ~ kind: a,b'c; level: 1",
                "DELETE FROM t WHERE kind NOT IN ('a') ~ kind: a",
                "UPDATE t SET x = CASE status WHEN 'a' THEN 1 WHEN 'b' THEN CASE WHEN y = 4 THEN 2 END END ~ status: a,b; y: 4",
                "SELECT 1 FROM t WHERE \"Kind\" LIKE 'pre\\_%' ~ Kind: pre_",
                "SELECT 1 FROM t WHERE a > 9 AND b < 10.5 AND c >= 3 AND d < '2020-03-01' ~ a: 10; b: 9.5; c: 3; d: 2020-02-29",
                "SELECT 1 FROM t WHERE a IS NULL AND b IS NOT NULL AND c = TRUE ~ a: NULL; c: true",
                "SELECT 1 FROM t WHERE a = ANY (ARRAY['x', 'y']) AND b = ANY ('{p,q}') ~ a: x,y; b: p,q",
                "SELECT 1 FROM t WHERE day = DATE '2020-01-01' AND kind = E'a\\'b'::mood ~ day: 2020-01-01; kind: a'b",
                "UPDATE t SET kind = replace(kind, 'git-lab', 'gitlab') ~ kind: git-lab",
                "DO $$ BEGIN IF EXISTS (SELECT FROM t WHERE kind = 'x') THEN v = 'y'; END IF; END $$ ~ kind: x",
                "DELETE FROM t WHERE t_id NOT IN (SELECT id FROM p) ~ t_id: 2000000011,00000000-0000-4000-8000-000000000011",
                "SELECT 1 FROM t WHERE t_id NOT IN (SELECT id FROM p) ~ ``",
                "ALTER TABLE t ADD CHECK (kind <> 'x') ~ ``",
                "SELECT 1 FROM t WHERE kind = 'x' || y AND lower(name) = 'z' -- AND a = 'b' ~ ``",
                "DO $$ BEGIN IF EXISTS (SELECT FROM t WHERE kind = 'x') THEN RAISE EXCEPTION 'no'; END IF; END $$ ~ ``",
            })
    void values_are_those_that_columns_are_compared_with(String sql, String expected) {
        String found = facts(sql).compared().entrySet().stream()
                .map(column -> column.getKey() + ": "
                        + column.getValue().stream()
                                .map(value -> value.orElse("NULL"))
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void what_is_written_is_told_from_what_is_looked_for() {
        StatementFacts update = facts("UPDATE t SET kind = 'new', level = 7 WHERE kind = 'old'");
        assertThat(update.assigned()).containsExactlyInAnyOrder("kind", "level");
        assertThat(update.changesRows()).isTrue();
        assertThat(update.written()).containsExactlyInAnyOrder("new", "7");
        assertThat(update.bringsRows()).isFalse();
        assertThat(update.names("kind", "old")).isTrue();
        assertThat(update.names("kind", "new")).isTrue();
        assertThat(update.names("level", "7")).isFalse();
    }

    @Test
    void an_insert_brings_rows_unless_it_minds_those_that_are_there() {
        assertThat(facts("INSERT INTO t (name) VALUES ('a')").bringsRows()).isTrue();
        assertThat(facts("COPY t (name) FROM stdin;\na\n\\.\n").written()).containsExactly("a\n");
        assertThat(facts("INSERT INTO t (name) VALUES ('a') ON CONFLICT DO NOTHING")
                        .bringsRows())
                .isFalse();
        assertThat(facts("INSERT INTO t SELECT 'a' WHERE NOT EXISTS (SELECT FROM t WHERE name = 'a')")
                        .bringsRows())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE t ALTER a TYPE jsonb USING a::jsonb | JSON",
                "ALTER TABLE t ALTER a TYPE int USING (a)::integer | INTEGER",
                "ALTER TABLE t ALTER a TYPE int USING nullif(trim(a), '')::integer | nothing",
                "ALTER TABLE t ALTER a TYPE int USING nullif(a, '')::bigint | INTEGER",
                "UPDATE t SET b = CAST(t.a AS uuid) | UUID",
                "UPDATE t SET b = a::text::date | DATE",
                "UPDATE t SET b = a::timestamp(3) with time zone | TIMESTAMP",
                "UPDATE t SET b = a::timestamptz | TIMESTAMP_WITH_TIME_ZONE",
                "UPDATE t SET b = a::int[] | nothing",
                "UPDATE t SET b = lower(a)::int | nothing",
                "UPDATE t SET b = (a ->> 'k')::int | JSON_OBJECT",
                "UPDATE t SET b = a::json -> 0 | JSON, JSON_ARRAY",
                "SELECT 1 FROM t CROSS JOIN LATERAL JSONB_ARRAY_ELEMENTS(t.a) AS e | JSON_ARRAY",
                "SELECT json_array_elements_text(coalesce(a, '[]')) FROM t | JSON_ARRAY_OF_TEXTS",
                "SELECT jsonb_array_elements(a -> 'items') FROM t | JSON_OBJECT",
                "SELECT jsonb_object_keys(a) FROM t | JSON_OBJECT",
                "UPDATE t SET b = a::int WHERE a ~ '^[0-9]+$' | INTEGER, ASKED_ABOUT",
                "UPDATE t SET b = a::int WHERE a NOT LIKE 'x%' | INTEGER, ASKED_ABOUT",
                "SELECT 1 FROM t WHERE jsonb_typeof(a) = 'array' | ASKED_ABOUT",
            })
    void a_column_is_taken_for_what_it_is_cast_to_or_given_to(String sql, String expected) {
        Set<ColumnUse> uses = facts(sql).uses().getOrDefault("a", Set.of());
        String found = uses.stream().map(Enum::name).collect(Collectors.joining(", "));
        assertThat(found.isEmpty() ? "nothing" : found).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE shop.orders ADD CONSTRAINT c FOREIGN KEY (created_by) REFERENCES shop.users (id)",
                "alter table if exists only orders add x int, add foreign key (created_by) references users on delete cascade",
            })
    void an_added_foreign_key_is_seen(String sql) {
        assertThat(facts(sql).references()).containsExactly(new AddedReference("orders", "created_by", "users"));
    }

    @Test
    void each_statement_speaks_for_itself() {
        List<StatementFacts> facts = StatementFacts.of("DELETE FROM a WHERE x = 1; DELETE FROM b WHERE y = 2");
        assertThat(facts.get(0).names()).contains("a").doesNotContain("b");
        assertThat(facts.get(1).compared()).isEqualTo(Map.of("y", List.of(Optional.of("2"))));
    }

    private static StatementFacts facts(String sql) {
        assertThat(StatementFacts.of(sql)).hasSize(1);
        return StatementFacts.of(sql).get(0);
    }
}
