package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationtest.data.RowKeys;
import org.migrationtest.data.TableFingerprint;

final class FingerprintTest extends ShopTest {
    private static final String[] OTHER_SETTINGS = {
        "SET TimeZone = 'Asia/Tokyo'",
        "SET IntervalStyle = 'sql_standard'",
        "SET DateStyle = 'ISO, DMY'",
        "SET extra_float_digits = -10",
        "SET bytea_output = 'escape'",
        "SET search_path = shop",
        "SET quote_all_identifiers = on",
        "SET statement_timeout = '1h'"
    };

    private TableFingerprint fingerprint(String table) throws SQLException {
        return fingerprint(table, RowKeys.none(Shop.table(table)));
    }

    private TableFingerprint fingerprint(String table, RowKeys except) throws SQLException {
        return new PostgresDataReader().fingerprint(shop.connection, Shop.table(table), except);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    smallint         | '-1'                   | '1'
                    integer          | 1                      | 2
                    bigint           | 4294967297             | 8589934594
                    boolean          | 'true'                 | 'false'
                    boolean          | NULL                   | 'false'
                    text             | NULL                   | ''
                    text             | ''                     | ' '
                    text             | 'a'                    | 'A'
                    text             | 'ä'                    | U&'a\\0308'
                    varchar(9)       | 'a'                    | 'a '
                    bpchar           | 'a'                    | 'a '
                    numeric          | '1.0'                  | '1.00'
                    numeric(9,3)     | '0.001'                | '0.002'
                    numeric          | 'NaN'                  | '0'
                    float8           | '-0'                   | '0'
                    float8           | '0.1'                  | '0.10000000000000002'
                    float8           | 'NaN'                  | 'Infinity'
                    real             | '-0'                   | '0'
                    real             | '1'                    | '1.0000001'
                    money            | '1.01'                 | '1.02'
                    bytea            | '\\x00'                | '\\x0000'
                    bytea            | ''                     | NULL
                    date             | '2024-02-29'           | '2024-03-01'
                    timestamp        | '2024-01-01 00:00:00'  | '2024-01-01 00:00:00.000001'
                    timestamptz      | '2024-03-31 02:30+01'  | '2024-03-31 02:30+02'
                    timetz           | '10:00+01'             | '09:00+00'
                    interval         | '1 month'              | '30 days'
                    interval         | '1 day'                | '24 hours'
                    json             | '{"a":1}'              | '{"a": 1}'
                    jsonb            | '{"a":1}'              | '{"a":1.0}'
                    jsonb            | 'null'                 | NULL
                    integer[]        | '{1,2}'                | '{2,1}'
                    integer[]        | '{1}'                  | '[0:0]={1}'
                    integer[]        | '{}'                   | '{NULL}'
                    text[]           | '{NULL}'               | '{"NULL"}'
                    varchar(9)[]     | '{a}'                  | '{"a "}'
                    numeric[]        | '{1.0}'                | '{1.00}'
                    int4range        | '[1,2)'                | '[1,3)'
                    int4range        | 'empty'                | '(,)'
                    bit varying      | '1'                    | '10'
                    bit(3)           | '101'                  | '100'
                    inet             | '10.0.0.1/32'          | '10.0.0.1/31'
                    cidr             | '10.0.0.0/8'           | '10.0.0.0/9'
                    uuid             | '00000000-0000-0000-0000-000000000001' | '00000000-0000-0000-0000-000000000002'
                    tsvector         | 'a:1'                  | 'a:2'
                    tsquery          | 'a & b'                | 'a & c'
                    point            | '(0,0)'                | '(-0,0)'
                    path             | '((0,0),(1,1))'        | '[(0,0),(1,1)]'
                    xml              | '<a/>'                 | '<?xml version="1.0"?><a/>'
                    shop.stamp       | '<a/>'                 | '<?xml version="1.0"?><a/>'
                    shop.mood        | 'sad'                  | 'glad'
                    shop.mood[]      | '{sad,glad}'           | '{glad,sad}'
                    shop.price       | '1.0'                  | '1.00'
                    shop.pair        | NULL                   | '(,)'
                    shop.pair        | '(1.0,)'               | '(1.00,)'
                    shop.pair        | '(,)'                  | '(,"")'
                    regclass         | 'shop.t'               | 'pg_class'
                    """)
    void one_changed_value_in_ten_thousand_is_seen(String type, String value, String other) throws SQLException {
        shop.run(
                "CREATE TYPE shop.mood AS ENUM ('sad', 'glad')",
                "CREATE DOMAIN shop.price AS numeric",
                "CREATE DOMAIN shop.stamp AS xml",
                "CREATE TYPE shop.pair AS (a numeric, b text)",
                "CREATE TABLE shop.t (id integer)",
                "ALTER TABLE shop.t ADD v " + type,
                "INSERT INTO shop.t SELECT g, " + value + " FROM generate_series(1, 10000) g");
        TableFingerprint before = fingerprint("t");

        shop.run("UPDATE shop.t SET v = " + other + " WHERE id = 5000");
        TableFingerprint changed = fingerprint("t");
        shop.run("UPDATE shop.t SET v = " + value + " WHERE id = 5000");

        assertThat(changed.rows()).isEqualTo(10_000);
        assertThat(changed.columns().get("v")).isNotEqualTo(before.columns().get("v"));
        assertThat(changed.columns().get("id")).isEqualTo(before.columns().get("id"));
        assertThat(changed.whole()).isNotEqualTo(before.whole());
        assertThat(fingerprint("t")).isEqualTo(before);
    }

    @Test
    void the_last_character_of_a_value_stored_out_of_line_is_seen() throws SQLException {
        shop.run(
                "CREATE TABLE shop.t (v text)",
                "ALTER TABLE shop.t ALTER v SET STORAGE EXTERNAL",
                "INSERT INTO shop.t VALUES (repeat('x', 1000000) || 'a')");
        TableFingerprint before = fingerprint("t");

        shop.run("UPDATE shop.t SET v = repeat('x', 1000000) || 'b'");

        assertThat(fingerprint("t").columns()).isNotEqualTo(before.columns());
    }

    @Test
    void two_values_that_changed_places_between_rows_are_seen_in_the_whole_only() throws SQLException {
        shop.run(
                "CREATE TABLE shop.t (id integer, v text)",
                "INSERT INTO shop.t SELECT g, 'v' || g FROM generate_series(1, 10000) g");
        TableFingerprint before = fingerprint("t");

        shop.run("UPDATE shop.t SET v = CASE id WHEN 1 THEN 'v2' ELSE 'v1' END WHERE id IN (1, 2)");

        assertThat(fingerprint("t").columns()).isEqualTo(before.columns());
        assertThat(fingerprint("t").whole()).isNotEqualTo(before.whole());
    }

    @Test
    void a_lost_row_made_up_for_by_a_duplicate_is_seen() throws SQLException {
        shop.run("CREATE TABLE shop.t (v text)", "INSERT INTO shop.t VALUES ('a'), ('a'), ('b'), ('b')");
        TableFingerprint before = fingerprint("t");

        shop.run("DELETE FROM shop.t WHERE v = 'b'", "INSERT INTO shop.t VALUES ('a'), ('a')");

        assertThat(fingerprint("t").rows()).isEqualTo(before.rows());
        assertThat(fingerprint("t").columns()).isNotEqualTo(before.columns());
        assertThat(fingerprint("t").whole()).isNotEqualTo(before.whole());
    }

    @Test
    void a_changed_type_is_seen_though_values_print_the_same() throws SQLException {
        shop.run("CREATE TABLE shop.t (v integer)", "INSERT INTO shop.t VALUES (1)");
        TableFingerprint before = fingerprint("t");

        shop.run("ALTER TABLE shop.t ALTER v TYPE bigint");

        assertThat(fingerprint("t").columns()).isNotEqualTo(before.columns());
    }

    @Test
    void neither_the_order_of_rows_nor_of_columns_nor_a_dropped_column_matters() throws SQLException {
        shop.run(
                "CREATE TABLE shop.t (id integer, gone text, v text)",
                "INSERT INTO shop.t SELECT g, 'x', 'v' || g FROM generate_series(1, 1000) g",
                "ALTER TABLE shop.t DROP gone");
        TableFingerprint one = fingerprint("t");

        shop.run(
                "ALTER TABLE shop.t RENAME TO old",
                "CREATE TABLE shop.t (v text, id integer)",
                "INSERT INTO shop.t (id, v) SELECT id, v FROM shop.old ORDER BY id DESC");

        assertThat(fingerprint("t")).isEqualTo(one);
        assertThat(one.columns()).containsOnlyKeys("id", "v");
    }

    @Test
    void the_session_s_settings_do_not_matter_and_stay() throws SQLException {
        shop.run(
                "CREATE TABLE shop.t (a timestamptz, b interval, c float8, d bytea, e regclass, f money)",
                "INSERT INTO shop.t VALUES (now(), '1 day 02:03', 1.0 / 3, '\\x00ff', 'shop.t', 3)");
        TableFingerprint usual = fingerprint("t");

        shop.run(OTHER_SETTINGS);
        List<String> settings = shop.texts("SELECT name || setting FROM pg_settings ORDER BY name");

        assertThat(fingerprint("t")).isEqualTo(usual);
        assertThat(shop.texts("SELECT name || setting FROM pg_settings ORDER BY name"))
                .isEqualTo(settings);
        shop.connection.setAutoCommit(false);
        assertThat(fingerprint("t")).isEqualTo(usual);
        assertThat(shop.texts("SELECT name || setting FROM pg_settings ORDER BY name"))
                .isEqualTo(settings);
        assertThat(shop.connection.getAutoCommit()).isFalse();
    }

    @Test
    void in_a_transaction_its_own_changes_are_seen_and_no_lock_is_left() throws SQLException {
        shop.run("CREATE TABLE shop.t (v integer)", "INSERT INTO shop.t VALUES (1)");
        shop.connection.setAutoCommit(false);
        TableFingerprint before = fingerprint("t");

        assertThat(shop.texts("SELECT mode FROM pg_locks WHERE relation = 'shop.t'::regclass"))
                .isEmpty();
        shop.run("UPDATE shop.t SET v = 2");
        assertThat(fingerprint("t")).isNotEqualTo(before);
        shop.connection.rollback();
        assertThat(fingerprint("t")).isEqualTo(before);
    }

    @Test
    void a_transaction_begun_by_sql_goes_on() throws SQLException {
        shop.run("CREATE TABLE shop.t (v integer)", "BEGIN", "INSERT INTO shop.t VALUES (1)");

        assertThat(fingerprint("t").rows()).isEqualTo(1);

        shop.run("ROLLBACK");
        assertThat(fingerprint("t").rows()).isZero();
    }

    @Test
    void a_role_and_a_policy_left_behind_hide_no_rows() throws SQLException {
        String role = "clerk_" + shop.database.name();
        shop.run(
                "CREATE TABLE shop.t (v integer)",
                "INSERT INTO shop.t VALUES (1), (2)",
                "CREATE ROLE " + role,
                "GRANT USAGE ON SCHEMA shop TO " + role,
                "GRANT SELECT ON shop.t TO " + role,
                "ALTER TABLE shop.t ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY few ON shop.t USING (v = 1)",
                "SET ROLE " + role);
        try {
            assertThat(shop.texts("SELECT v FROM shop.t")).containsExactly("1");
            assertThat(fingerprint("t").rows()).isEqualTo(2);
            assertThat(shop.texts("SELECT current_user")).containsExactly(role);
            assertThatThrownBy(() -> new PostgresDataReader().keep(shop.connection, Shop.table("t")))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("Row security hides rows of shop.t from the role " + role
                            + ", so they cannot be compared. Connect as a superuser or a role with BYPASSRLS; if a"
                            + " migration changed the role (SET ROLE), let it RESET ROLE at its end.");
        } finally {
            shop.run("RESET ROLE", "DROP OWNED BY " + role, "DROP ROLE " + role);
        }
    }

    @Test
    void only_a_table_s_own_rows_count() throws SQLException {
        shop.run(
                "CREATE TABLE shop.t (v integer)",
                "CREATE TABLE shop.child () INHERITS (shop.t)",
                "INSERT INTO shop.t VALUES (1)",
                "INSERT INTO shop.child VALUES (2), (3)");

        assertThat(fingerprint("t").rows()).isEqualTo(1);
        assertThat(fingerprint("child").rows()).isEqualTo(2);
    }

    @Test
    void generated_columns_and_odd_names_are_read() throws SQLException {
        shop.run(
                "CREATE TABLE shop.\"a \"\"b\" (\"V w\" integer, twice integer GENERATED ALWAYS AS (\"V w\" * 2) STORED)",
                "INSERT INTO shop.\"a \"\"b\" VALUES (1)");
        TableFingerprint before = fingerprint("a \"b");

        shop.run("UPDATE shop.\"a \"\"b\" SET \"V w\" = 2");

        assertThat(before.columns()).containsOnlyKeys("V w", "twice");
        assertThat(fingerprint("a \"b").columns().get("twice"))
                .isNotEqualTo(before.columns().get("twice"));
    }

    @Test
    void as_many_columns_as_a_table_can_have_are_read() throws SQLException {
        shop.run("CREATE TABLE shop.t ("
                + IntStream.range(0, 1600).mapToObj(i -> "c" + i + " smallint").collect(Collectors.joining(", "))
                + ")");
        shop.run("INSERT INTO shop.t DEFAULT VALUES");
        TableFingerprint before = fingerprint("t");

        shop.run("UPDATE shop.t SET c1599 = 1");

        assertThat(fingerprint("t").whole()).isNotEqualTo(before.whole());
    }

    @Test
    void a_table_without_columns_or_rows_has_a_fingerprint() throws SQLException {
        shop.run("CREATE TABLE shop.t ()");
        TableFingerprint empty = fingerprint("t");

        shop.run("INSERT INTO shop.t DEFAULT VALUES");

        assertThat(fingerprint("t").rows()).isEqualTo(empty.rows() + 1);
    }

    @Test
    void a_table_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> fingerprint("gone"))
                .isInstanceOf(SQLException.class)
                .hasMessage("There is no table shop.gone whose rows could be read.");
    }

    @Test
    void rows_are_left_out_by_key() throws SQLException {
        shop.run("CREATE TABLE shop.t (at timestamptz, n numeric, v text, PRIMARY KEY (at, n))");
        shop.run("INSERT INTO shop.t VALUES ('2024-01-01 00:00+00', 1, 'old')");
        TableFingerprint before = fingerprint("t");
        shop.run("INSERT INTO shop.t VALUES ('2024-01-02 00:00+00', 1.0, 'x'), ('2024-01-01 00:00+00', 2, 'x')");
        RowKeys written = new RowKeys(
                Shop.table("t"),
                List.of("n", "at"),
                List.of(List.of("1", "2024-01-02 09:00:00+09"), List.of("2.0", "2024-01-01 00:00:00+00")));

        assertThat(fingerprint("t", written)).isEqualTo(before);
        shop.run("UPDATE shop.t SET v = 'changed' WHERE v = 'old'");
        assertThat(fingerprint("t", written)).isNotEqualTo(before);
    }

    @Test
    void rows_are_left_out_by_key_although_the_key_s_type_has_changed() throws SQLException {
        shop.run("CREATE TABLE shop.t (id integer PRIMARY KEY)", "INSERT INTO shop.t VALUES (1)");
        TableFingerprint before = fingerprint("t");
        shop.run("INSERT INTO shop.t VALUES (42)");
        RowKeys written =
                new RowKeys(Shop.table("t"), List.of("id"), List.of(List.of("42"), List.of("no number any more")));

        assertThat(fingerprint("t", written)).isEqualTo(before);
        shop.connection.setAutoCommit(false);
        assertThat(fingerprint("t", written)).isEqualTo(before);
    }

    @Test
    void a_key_by_a_column_that_is_gone_is_an_error() throws SQLException {
        shop.run("CREATE TABLE shop.t (id integer)");

        assertThatThrownBy(() -> fingerprint("t", new RowKeys(Shop.table("t"), List.of("code"), List.of(List.of("1")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Rows to leave out of shop.t are told by column 'code', which the table has not: it has [id]");
    }
}
