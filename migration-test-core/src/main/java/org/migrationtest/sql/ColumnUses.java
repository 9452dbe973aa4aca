package org.migrationtest.sql;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationtest.sql.SqlToken.Kind;

/** Reads from casts, functions and operators what a statement takes columns for. */
final class ColumnUses {
    private static final Pattern JSON_FUNCTION = Pattern.compile("jsonb?_(?:(?<texts>array_elements_text)"
            + "|(?<array>array_elements|array_length|to_recordset)|(?<object>each|each_text|object_keys|to_record)"
            + "|(?<asks>typeof))");
    private static final Set<String> KEEPS_FORM = Set.of("trim", "btrim", "nullif");
    private static final Set<String> BEFORE_AN_EXPRESSION = Set.of(
            "using", "select", "and", "or", "not", "where", "on", "when", "then", "else", "return", "in", "by", "set");
    private static final Set<String> QUESTIONS =
            Set.of("~", "~*", "!~", "!~*", "like", "ilike", "similar", "pg_input_is_valid");

    private final TokenList tokens;
    private final Map<String, Set<ColumnUse>> uses = new LinkedHashMap<>();

    ColumnUses(TokenList tokens) {
        this.tokens = tokens;
        for (int i = 0; i < tokens.size(); i++) {
            int at = i;
            tokens.column(i).ifPresent(column -> operators(column));
            if (tokens.at(i + 1).is("(") && tokens.at(i).kind() == Kind.NAME) {
                function(tokens.at(i).text(), i + 2);
            }
            if (tokens.at(i).is("(")) {
                tokens.column(i + 1).ifPresent(column -> bracketed(at, column));
            }
        }
    }

    Map<String, Set<ColumnUse>> uses() {
        return uses;
    }

    private void operators(TokenList.Column column) {
        cast(column.name(), column.end());
        int at = tokens.afterCasts(column.end());
        SqlToken operator = tokens.at(at);
        SqlToken operand = tokens.at(at + 1);
        boolean negated = operator.is("not");
        if (QUESTIONS.contains(negated ? operand.text() : operator.text())
                || (operator.is("is") && operand.is("json"))) {
            put(column.name(), ColumnUse.ASKED_ABOUT);
        }
        if (operator.is("->") || operator.is("->>")) {
            boolean element = operand.kind() == Kind.NUMBER;
            put(column.name(), element ? ColumnUse.JSON_ARRAY : ColumnUse.JSON_OBJECT);
        }
    }

    /** Any of the casts here; the one to text in {@code ::text::jsonb} says nothing. */
    private void cast(String column, int at) {
        for (int next = at; tokens.at(next).is("::"); next = tokens.afterCast(next)) {
            put(column, type(next + 1));
        }
    }

    private void function(String name, int argument) {
        int first =
                tokens.at(argument).is("coalesce") && tokens.at(argument + 1).is("(") ? argument + 2 : argument;
        Optional<TokenList.Column> found = tokens.column(first);
        if (found.isEmpty()) {
            return;
        }
        TokenList.Column column = found.get();
        SqlToken next = tokens.at(tokens.afterCasts(column.end()));
        if (name.equals("cast") && next.is("as")) {
            put(column.name(), type(column.end() + 1));
        } else if (name.equals("pg_input_is_valid")) {
            put(column.name(), ColumnUse.ASKED_ABOUT);
        } else if (next.is(")") || next.is(",")) {
            put(column.name(), asJson(name));
        }
    }

    private static @Nullable ColumnUse asJson(String function) {
        Matcher json = JSON_FUNCTION.matcher(function);
        if (!json.matches()) {
            return null;
        }
        if (json.group("asks") != null) {
            return ColumnUse.ASKED_ABOUT;
        }
        if (json.group("object") != null) {
            return ColumnUse.JSON_OBJECT;
        }
        return json.group("texts") != null ? ColumnUse.JSON_ARRAY_OF_TEXTS : ColumnUse.JSON_ARRAY;
    }

    /** {@code (a)::int}, {@code trim(a)::int}, {@code nullif(a, '')::int}. */
    private void bracketed(int opening, TokenList.Column column) {
        SqlToken function = tokens.at(opening - 1);
        boolean whole = tokens.at(column.end()).is(")") && !isFunction(function);
        boolean kept = KEEPS_FORM.contains(function.text());
        if (whole || kept) {
            cast(column.name(), tokens.closing(opening) + 1);
        }
    }

    private static boolean isFunction(SqlToken token) {
        return token.kind() == Kind.NAME && !BEFORE_AN_EXPRESSION.contains(token.text());
    }

    private @Nullable ColumnUse type(int at) {
        int name = tokens.lastPart(at);
        return switch (tokens.at(name + 1).is("[")
                ? "an array"
                : tokens.at(name).text()) {
            case "json", "jsonb" -> ColumnUse.JSON;
            case "int", "integer", "int2", "int4", "int8", "smallint", "bigint", "numeric", "decimal", "oid" ->
                ColumnUse.INTEGER;
            case "uuid" -> ColumnUse.UUID;
            case "date" -> ColumnUse.DATE;
            case "timestamp" -> tokens.at(at + 1).is("with") ? ColumnUse.TIMESTAMP_WITH_TIME_ZONE : ColumnUse.TIMESTAMP;
            case "timestamptz" -> ColumnUse.TIMESTAMP_WITH_TIME_ZONE;
            default -> null;
        };
    }

    private void put(String column, @Nullable ColumnUse use) {
        if (use != null) {
            uses.computeIfAbsent(column, name -> EnumSet.noneOf(ColumnUse.class))
                    .add(use);
        }
    }
}
