package org.migrationtest.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlSplitterTest {
    @Test
    void says_line_and_offset_of_the_first_token() {
        String script = "-- first\n\n  SELECT 1; /* second\n */ SELECT\n 2 -- why\n ;\n;SELECT 3";
        assertThat(SqlSplitter.split(script))
                .extracting(SqlStatement::text, SqlStatement::line, SqlStatement::offset)
                .containsExactly(
                        tuple("SELECT 1", 3, script.indexOf("SELECT 1")),
                        tuple("SELECT\n 2", 4, script.indexOf("SELECT\n")),
                        tuple("SELECT 3", 7, script.indexOf("SELECT 3")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", ";;", "-- only\n;/* comments /* nested */ ; */"})
    void nothing_but_comments_is_no_statement(String script) {
        assertThat(SqlSplitter.split(script)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 'a;b'';c'",
                "SELECT 'a\\'",
                "SELECT E'a\\';b'",
                "SELECT E'a'\n -- more\n 'b\\';c'",
                "SELECT U&'\\0061;'",
                "SELECT \"a;\"\"b\"",
                "SELECT $$;$$ || $a$;$$;$b$;$a$",
                "SELECT $ä1$;$ä1$",
                "SELECT a$b$c, 1 AS d$b$",
                "SELECT /* ; /* ; */ ; */ 1 -- ; '\n + 2",
                "SELECT 5 /*;*/ -/**/- 3",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (1); DELETE FROM b)",
                "SELECT '{\"a\": 1}'::jsonb ? 'a;'",
                "DO $do$ BEGIN RAISE NOTICE ';'; END; $do$",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 ELSE 2 END; END",
                "create or replace procedure p() begin atomic insert into t values (1); select x.end, y as end from x; end",
            })
    void keeps_whole_what_is_one_statement(String statement) {
        assertThat(SqlSplitter.split(statement + ";\nSELECT 2;"))
                .extracting(SqlStatement::text)
                .containsExactly(statement, "SELECT 2");
    }

    @Test
    void parameters_and_transactions_named_begin_are_no_quotes_and_no_bodies() {
        assertThat(SqlSplitter.split("BEGIN; SELECT $1; SELECT $1; CREATE FUNCTION begin() RETURNS int AS 'x'; END;"))
                .extracting(SqlStatement::text)
                .containsExactly(
                        "BEGIN", "SELECT $1", "SELECT $1", "CREATE FUNCTION begin() RETURNS int AS 'x'", "END");
    }

    @Test
    void an_open_quote_takes_the_rest_and_leaves_the_complaint_to_the_server() {
        assertThat(SqlSplitter.split("SELECT 1; SELECT 'open; SELECT 2;"))
                .extracting(SqlStatement::text)
                .containsExactly("SELECT 1", "SELECT 'open; SELECT 2;");
    }

    @Test
    void copy_data_belongs_to_its_statement() {
        List<SqlStatement> statements =
                SqlSplitter.split("COPY t (a, b) FROM stdin; -- data\n1\t;'\n2\t\\N\n\\.\r\n\nSELECT 1;");
        assertThat(statements)
                .extracting(SqlStatement::text, SqlStatement::line, SqlStatement::copyData, SqlStatement::kind)
                .containsExactly(
                        tuple("COPY t (a, b) FROM stdin", 1, Optional.of("1\t;'\n2\t\\N\n"), StatementKind.COPY_DATA),
                        tuple("SELECT 1", 6, Optional.empty(), StatementKind.SQL));
    }

    @Test
    void copy_data_without_its_end_goes_to_the_end_of_the_script() {
        assertThat(SqlSplitter.split("COPY \"t\" FROM STDIN WITH (FORMAT csv);\n1,2\n"))
                .extracting(SqlStatement::copyData)
                .containsExactly(Optional.of("1,2\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t TO stdout",
                "COPY t FROM '/tmp/x'",
                "COPY (SELECT a FROM stdin) TO '/tmp/x'",
                "INSERT INTO t SELECT 1 FROM stdin"
            })
    void only_copy_from_stdin_has_data(String statement) {
        assertThat(SqlSplitter.split(statement + ";\nSELECT 1;\n\\.\n"))
                .extracting(SqlStatement::copyData)
                .containsOnly(Optional.empty());
    }

    @Test
    void no_data_is_read_where_a_statement_stands_on_the_line_of_copy() {
        assertThat(SqlSplitter.split("COPY t FROM stdin; SELECT 1;\n"))
                .extracting(SqlStatement::text, SqlStatement::copyData)
                .containsExactly(tuple("COPY t FROM stdin", Optional.empty()), tuple("SELECT 1", Optional.empty()));
    }

    @Test
    void backslash_lines_are_psql_commands() {
        assertThat(SqlSplitter.split("\\set ON_ERROR_STOP 'on'\nSELECT 1 \\gset\n\\i other.sql\nSELECT 2;"))
                .extracting(SqlStatement::text, SqlStatement::line, SqlStatement::kind)
                .containsExactly(
                        tuple("\\set ON_ERROR_STOP 'on'", 1, StatementKind.META_COMMAND),
                        tuple("SELECT 1", 2, StatementKind.SQL),
                        tuple("\\gset", 2, StatementKind.META_COMMAND),
                        tuple("\\i other.sql", 3, StatementKind.META_COMMAND),
                        tuple("SELECT 2", 4, StatementKind.SQL));
    }

    @Test
    void keywords_are_the_leading_words_without_comments() {
        String index = "/* a */ create -- b\n Index concurrently IF NOT EXISTS \"i\" ON t (a)";
        assertThat(SqlKeywords.leading(index, 3)).containsExactly("CREATE", "INDEX", "CONCURRENTLY");
        assertThat(SqlKeywords.leading(index, 99))
                .containsExactly("CREATE", "INDEX", "CONCURRENTLY", "IF", "NOT", "EXISTS");
        assertThat(SqlKeywords.leading("(SELECT 1)", 3)).isEmpty();
        assertThat(SqlKeywords.leading(" -- nothing", 3)).isEmpty();
        assertThat(SqlSplitter.split(index).get(0).keywords(1)).containsExactly("CREATE");
    }
}
