package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationtest.datagen.Databases.execute;
import static org.migrationtest.datagen.Databases.query;
import static org.migrationtest.datagen.Databases.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.seed.SeedResult;

@TestInstance(Lifecycle.PER_CLASS)
final class EveryKindTest {
    private static final long ROWS = 100;

    private final TestDatabase database = Databases.create();
    private SeedResult result = new SeedResult(Map.of(), Map.of(), List.of());

    @BeforeAll
    void fill() throws SQLException {
        try (Connection connection = database.connect()) {
            execute(connection, Databases.everyKind());
            result = new PostgresSeeder().fill(connection, Databases.volume(Databases.tables(connection), ROWS));
        }
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void every_table_is_filled() throws SQLException {
        assertThat(result.unfilled()).isEmpty();
        assertThat(result.rows()).hasSize(20).allSatisfy((name, rows) -> assertThat(rows)
                .isEqualTo(
                        switch (name.name()) {
                            case "switch" -> 2;
                            case "level" -> 6;
                            case "settings" -> 1;
                            default -> ROWS;
                        }));
        try (Connection connection = database.connect()) {
            for (var filled : result.rows().entrySet()) {
                assertThat(query(
                                connection,
                                "select count(*) from \"" + filled.getKey().name() + "\""))
                        .containsExactly(String.valueOf(filled.getValue()));
            }
        }
    }

    @Test
    void foreign_keys_hold_when_they_are_declared_again() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            List<String> again = query(connection, """
                    select format('alter table %s drop constraint %I, add constraint %I %s',
                      conrelid::regclass, conname, conname, pg_get_constraintdef(oid))
                    from pg_constraint where contype = 'f' and conparentid = 0 order by conname""");
            assertThat(again).hasSize(10);
            for (String sql : again) {
                execute(connection, sql);
            }
            connection.rollback();
        }
    }

    @Test
    void references_are_used_and_not_all_null() throws SQLException {
        assertThat(number("select count(distinct referrer_id) from customer")).isGreaterThan(20);
        assertThat(number("select count(*) from customer where boss_id <> id")).isGreaterThan(50);
        assertThat(number("select count(*) from task where project_number is not null and person is not null"))
                .isGreaterThan(50);
    }

    @Test
    void what_looks_like_a_reference_can_become_one() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            execute(connection, "alter table visit add foreign key (customer_id) references customer");
            execute(connection, "alter table visit add foreign key (tenant_id) references tenant");
            connection.rollback();
        }
        assertThat(number("select count(*) from visit where unknown_id not between 1 and 100"))
                .isZero();
    }

    @Test
    void nullable_columns_hold_some_nulls_but_not_in_the_first_row() throws SQLException {
        for (String column : List.of("an_int", "a_varchar", "a_timestamp", "a_time", "numbers")) {
            assertThat(number("select count(*) from every_type where " + column + " is null"))
                    .as(column)
                    .isBetween(1L, 30L);
            assertThat(number("select count(*) from every_type where id = 1 and " + column + " is null"))
                    .as(column)
                    .isZero();
        }
    }

    @Test
    void integer_keys_count_from_one() throws SQLException {
        List<String> counted =
                IntStream.rangeClosed(1, (int) ROWS).mapToObj(String::valueOf).toList();
        assertThat(rows("select id from every_type order by id")).isEqualTo(counted);
        assertThat(rows("select id from customer order by id")).isEqualTo(counted);
        assertThat(rows("select id from event order by id")).isEqualTo(counted);
    }

    @Test
    void values_vary_as_an_application_has_them() throws SQLException {
        assertThat(number("select count(distinct a_text) from every_type")).isEqualTo(ROWS);
        assertThat(number("select max(length(a_text)) from every_type")).isLessThanOrEqualTo(30);
        assertThat(number("select count(distinct a_flag) from every_type")).isEqualTo(2);
        assertThat(number("select count(distinct a_mood) from every_type")).isEqualTo(3);
        assertThat(number("select count(*) from every_type where a_text like '%''%'"))
                .isPositive();
        assertThat(number("select count(*) from every_type where a_text like '%\\\\%'"))
                .isPositive();
        assertThat(number("select count(*) from every_type where octet_length(a_text) > length(a_text)"))
                .isPositive();
        assertThat(number("select count(*) from every_type where a_numeric <> trunc(a_numeric, 2)"))
                .isPositive();
        assertThat(
                        number(
                                "select count(*) from every_type where extract(microseconds from a_timestamptz)::int % 1000 > 0"))
                .isPositive();
        assertThat(
                        number(
                                "select count(*) from every_type where a_timestamptz not between '2021-01-01' and '2026-01-01'"))
                .isZero();
        assertThat(number("select count(*) from customer where email not like '%@example.com'"))
                .isZero();
        assertThat(number("select count(*) from every_type where jsonb_typeof(a_list) <> 'array'"))
                .isZero();
    }

    @Test
    void kinds_repeat_unless_they_have_to_differ() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            execute(connection, "create table parcel (id serial primary key, status text not null, name text)");
            execute(connection, "create table parcel_type (type text primary key)");
            new PostgresSeeder()
                    .fill(connection, Databases.volume(Set.of(table("parcel"), table("parcel_type")), ROWS));
            assertThat(query(connection, "select count(distinct status) from parcel"))
                    .containsExactly("5");
            assertThat(query(connection, "select count(*) from parcel_type")).containsExactly("100");
            execute(connection, "create unique index on parcel_type (lower(type))");
            execute(connection, "create unique index on parcel (lower(name))");
            connection.rollback();
        }
    }

    @Test
    void partitions_are_filled_through_their_root() throws SQLException {
        assertThat(rows("select distinct tableoid::regclass::text from event order by 1"))
                .containsExactly("event_2023", "event_2024");
        assertThat(rows("select distinct tableoid::regclass::text from region order by 1"))
                .containsExactly("region_eu", "region_us");
        assertThat(rows("select distinct tableoid::regclass::text from bucket order by 1"))
                .containsExactly("bucket_0", "bucket_1");
    }

    @Test
    void partitions_are_filled_when_they_are_named() throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            SeedResult leaves = new PostgresSeeder()
                    .fill(
                            connection,
                            Databases.volume(
                                    Set.of(table("event_2024"), table("region_uk_is_none"), table("bucket_1")), 10));
            assertThat(leaves.rows()).containsEntry(table("event_2024"), 10L).containsEntry(table("bucket_1"), 10L);
            assertThat(leaves.unfilled()).singleElement().satisfies(unfilled -> {
                assertThat(unfilled.table()).isEqualTo(table("region_uk_is_none"));
                assertThat(unfilled.reason()).isEqualTo("there is no such table");
            });
            connection.rollback();
        }
    }

    private List<String> rows(String sql) throws SQLException {
        try (Connection connection = database.connect()) {
            return query(connection, sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0));
    }
}
