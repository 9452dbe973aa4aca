package org.migrationtest.datagen.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationtest.datagen.check.Condition.All;
import org.migrationtest.datagen.check.Condition.Any;
import org.migrationtest.datagen.check.Condition.Compare;
import org.migrationtest.datagen.check.Condition.Length;
import org.migrationtest.datagen.check.Condition.Matches;
import org.migrationtest.datagen.check.Condition.Null;
import org.migrationtest.datagen.check.Condition.OneOf;
import org.migrationtest.datagen.check.Condition.Order;
import org.migrationtest.datagen.check.Condition.Unknown;

/** Expressions as PostgreSQL 17 prints them. */
final class ConditionParserTest {
    private static final Set<String> COLUMNS = Set.of("a", "b", "Mixed Case", "state");

    @ParameterizedTest
    @MethodSource("readable")
    void reads(String expression, Condition meaning) {
        assertThat(ConditionParser.parse(expression, COLUMNS)).isEqualTo(meaning);
    }

    static Stream<Arguments> readable() {
        return Stream.of(
                Arguments.of("(a > 0)", new Compare("a", ">", "0")),
                Arguments.of("(0 < a)", new Compare("a", ">", "0")),
                Arguments.of("(a >= '-1'::integer)", new Compare("a", ">=", "-1")),
                Arguments.of("(a >= (0)::numeric)", new Compare("a", ">=", "0")),
                Arguments.of("(a <= b)", new Order("a", "<=", "b")),
                Arguments.of("(\"Mixed Case\" IS NOT NULL)", new Null("Mixed Case", false)),
                Arguments.of(
                        "((a >= 1) AND (a <= 5))",
                        new All(List.of(new Compare("a", ">=", "1"), new Compare("a", "<=", "5")))),
                Arguments.of(
                        "((state)::text = ANY ((ARRAY['new'::character varying, 'it''s'::character varying])::text[]))",
                        new OneOf("state", List.of("new", "it's"))),
                Arguments.of("((state = 'x'::text) OR (state = 'y'::text))", new OneOf("state", List.of("x", "y"))),
                Arguments.of("(length((state)::text) <= 10)", new Length("state", "<=", 10, false)),
                Arguments.of("(octet_length(a) = 32)", new Length("a", "=", 32, true)),
                Arguments.of("((state)::text ~ '^[a-z]+$'::text)", new Matches("state", "^[a-z]+$")),
                Arguments.of("(state ~~ 'a_%'::text)", new Matches("state", "^a[a-z0-9][a-z0-9]*$")),
                Arguments.of("(NOT a)", new OneOf("a", List.of("false"))),
                Arguments.of("a", new OneOf("a", List.of("true"))),
                Arguments.of(
                        "((a IS NULL) OR (b > 1))", new Any(List.of(new Null("a", true), new Compare("b", ">", "1")))),
                Arguments.of(
                        "(a > '2020-01-01 00:00:00'::timestamp without time zone)",
                        new Compare("a", ">", "2020-01-01 00:00:00")));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void leaves_the_rest_to_the_server(String expression) {
        assertThat(ConditionParser.parse(expression, COLUMNS)).isEqualTo(new Unknown());
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "((a + b) > 10)",
                "(md5(a) < '8'::text)",
                "(a > now())",
                "((a IS NULL) <> (b IS NULL))",
                "(a <> ALL (ARRAY[1, 2]))",
                "NOT (a > 1)",
                "CASE WHEN a THEN b ELSE false END",
                "(a >",
                "(state !~ 'x'::text)",
                "((a ->> 'kind'::text) = 'x'::text)");
    }

    @Test
    void a_conjunction_keeps_what_it_can_read() {
        assertThat(ConditionParser.parse("((a > 0) AND (md5(b) < '8'::text))", COLUMNS))
                .isEqualTo(new All(List.of(new Compare("a", ">", "0"), new Unknown())));
    }
}
