package org.migrationtest.dialect.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Something that older servers refuse with words that do not tell so, as "syntax error at or near NULLS" does not.
 *
 * @param name as the manual has it
 * @param since the first major version that has it; each from that version's release notes (manual, appendix E)
 * @param use how a statement uses it
 */
record NewerFeature(String name, int since, Pattern use) {
    /**
     * Syntax errors; unknown functions, objects, tables and parameters; definitions of functions and tables that make no
     * sense; what is not supported.
     */
    private static final Set<String> STATES_OF_THE_UNKNOWN =
            Set.of("42601", "42883", "42704", "42P01", "22023", "42P13", "42P16", "0A000");

    private static final List<NewerFeature> ALL = List.of(
            feature("CREATE OR REPLACE TRIGGER", 14, "create\\s+or\\s+replace\\s+(constraint\\s+)?trigger"),
            feature("DETACH PARTITION CONCURRENTLY", 14, "detach\\s+partition\\b.*\\bconcurrently"),
            feature("SET COMPRESSION", 14, "set\\s+compression"),
            feature("COMPRESSION of a column", 14, "\\bcompression\\s+(pglz|lz4|default)"),
            feature("a multirange type", 14, "(int4|int8|num|ts|tstz|date)multirange|range_agg"),
            feature("a function body in standard SQL", 14, "begin\\s+atomic|function\\b[^$']*\\breturn\\s"),
            feature("an OUT parameter of a procedure", 14, "procedure\\b.*\\(.*\\bout\\b"),
            feature("NULLS NOT DISTINCT", 15, "nulls\\s+not\\s+distinct"),
            feature("MERGE", 15, "merge\\s+into"),
            feature("a security_invoker view", 15, "security_invoker"),
            feature("ON DELETE SET NULL with columns", 15, "on\\s+delete\\s+set\\s+(null|default)\\s*\\("),
            feature("TABLES IN SCHEMA of a publication", 15, "tables\\s+in\\s+schema"),
            feature("a row filter of a publication", 15, "publication\\b.*\\bwhere\\s*\\("),
            feature("GRANT … ON PARAMETER", 15, "on\\s+parameter"),
            feature(
                    "regexp_count, regexp_instr, regexp_like, regexp_substr",
                    15,
                    "regexp_(count|instr|like|substr)\\s*\\("),
            feature("any_value, array_shuffle, array_sample", 16, "(any_value|array_shuffle|array_sample)\\s*\\("),
            feature("pg_input_is_valid", 16, "pg_input_(is_valid|error_info)\\s*\\("),
            feature("IS JSON", 16, "is\\s+(not\\s+)?json\\b"),
            feature(
                    "a JSON constructor",
                    16,
                    "json_(array|object)(agg)?\\s*\\([^()]*(:|\\bvalue\\b|\\bon\\s+null\\b|\\breturning\\b)"),
            feature("an integer written in hexadecimal, octal or binary", 16, "\\b0[xob][0-9a-f]"),
            feature("SET EXPRESSION of a generated column", 17, "set\\s+expression"),
            feature("JSON_TABLE and its kin", 17, "json_(table|exists|query|value|scalar|serialize)\\s*\\("),
            feature("MERGE … RETURNING", 17, "merge\\b.*\\breturning"),
            feature("the privilege MAINTAIN", 17, "\\b(grant|revoke)\\b.*\\bmaintain"),
            feature("a virtual generated column", 18, "generated\\s+always\\s+as\\s*\\(.*\\)\\s*virtual"),
            feature("WITHOUT OVERLAPS", 18, "without\\s+overlaps"),
            feature("NOT NULL … NOT VALID", 18, "not\\s+null\\b(\\s+\\w+)?\\s+not\\s+valid"),
            feature("NOT ENFORCED", 18, "not\\s+enforced"),
            feature("OLD and NEW in RETURNING", 18, "returning\\b.*\\b(old|new)\\."),
            feature("uuidv7 and uuidv4", 18, "uuidv[47]\\s*\\("));

    /** Says which newer feature a refused statement uses, if it uses one. */
    static Optional<String> refused(SQLException error, String statement, int major) {
        if (!STATES_OF_THE_UNKNOWN.contains(String.valueOf(error.getSQLState()))) {
            return Optional.empty();
        }
        return ALL.stream()
                .filter(feature -> feature.since > major)
                .filter(feature -> feature.use.matcher(statement).find())
                .findFirst()
                .map(feature ->
                        feature.name + " needs PostgreSQL " + feature.since + " or newer, and this is " + major);
    }

    private static NewerFeature feature(String name, int since, String use) {
        return new NewerFeature(
                name, since, Pattern.compile("(?<!\\w)(?:" + use + ")", Pattern.CASE_INSENSITIVE | Pattern.DOTALL));
    }
}
