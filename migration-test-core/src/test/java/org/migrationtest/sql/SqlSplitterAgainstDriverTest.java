package org.migrationtest.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/**
 * Two splitters that know nothing of each other. The driver knows no {@code COPY} data and no psql, and 42.7.14 takes all
 * that follows a {@code BEGIN ATOMIC} body for a part of it; on everything else the two must agree.
 */
class SqlSplitterAgainstDriverTest {
    private static final int SCRIPTS = 5_000;
    private static final List<String> PIECES = List.of(
            "SELECT",
            "a",
            "1",
            "1a",
            "$1",
            "$",
            "?",
            ";",
            ";\n",
            ";",
            ";",
            ";",
            " ",
            "\n",
            "\t",
            "(b)",
            ",",
            "::text",
            "--x;'\n",
            "--\n",
            "/*;*/",
            "/* /* ; */ ' */",
            "- -",
            "'x'",
            "'y;'",
            "'it''s'",
            "'\\'",
            "E'\\';'::text",
            "e'\\\\'::text",
            "E'a''b'::text",
            "\"q;\"",
            "\"q\"\"r;\"",
            "$$;$$",
            "$t$;$$'$t$",
            "$_1$\n;$_1$",
            "a$b$",
            "ä",
            "CREATE TABLE t (a int)",
            "U&'d;'",
            "N'x;'",
            "(SELECT ';')",
            "DO $$BEGIN x; END;$$");

    static Stream<String> tricky() {
        return Stream.of(
                "SELECT $$a$$;SELECT $a$b$a$;",
                "INSERT INTO t VALUES ('a;b'), (E'\\';');SELECT 1",
                "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2);SELECT 3",
                "SELECT '{}'::jsonb ?| array['a;'];SELECT a ?& b",
                "BEGIN;UPDATE t SET a = 1;END;COMMIT",
                "SELECT 1 /* /* */ ; */;SELECT 2 -- ;\n;SELECT 3",
                "SELECT 'open;",
                "SELECT $$open;",
                "SELECT /* open;");
    }

    @ParameterizedTest
    @MethodSource("tricky")
    void agrees_on_tricky_scripts(String script) throws SQLException {
        assertThat(ours(script)).isEqualTo(drivers(script));
    }

    @Test
    void agrees_on_generated_scripts() throws SQLException {
        long seen = 0;
        for (int seed = 0; seed < SCRIPTS; seed++) {
            Random random = new Random(seed);
            String script = IntStream.range(0, 1 + random.nextInt(20))
                    .mapToObj(i -> spaced(PIECES.get(random.nextInt(PIECES.size())), random))
                    .reduce("SELECT ", String::concat);
            List<String> ours = ours(script);
            assertThat(ours).as("seed %d:%n%s", seed, script).isEqualTo(drivers(script));
            seen += ours.size();
        }
        assertThat(seen).isGreaterThan(SCRIPTS);
    }

    /**
     * The driver takes a quote that directly follows another token for a part of it; nor does it know that an escape
     * string goes on after a line break, for which those among the pieces end in a cast.
     */
    private static String spaced(String piece, Random random) {
        return piece + (random.nextBoolean() ? " " : "\n");
    }

    private static List<String> ours(String script) {
        return SqlSplitter.split(script).stream().map(SqlStatement::text).toList();
    }

    /** The driver keeps comments around a statement. */
    private static List<String> drivers(String script) throws SQLException {
        return Parser.parseJdbcSql(script, true, false, true, false, false).stream()
                .map((NativeQuery query) -> withoutCommentsAround(query.nativeSql))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String withoutCommentsAround(String statement) {
        SqlLexer lexer = new SqlLexer(statement);
        int from = -1;
        int to = 0;
        while (lexer.advance()) {
            if (lexer.kind() != SqlLexer.Kind.SPACE && lexer.kind() != SqlLexer.Kind.COMMENT) {
                from = from < 0 ? lexer.start() : from;
                to = lexer.end();
            }
        }
        return from < 0 ? "" : statement.substring(from, to);
    }
}
