package org.migrationtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.MigrationCheck;
import org.migrationtest.Migrations;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.Step;
import org.migrationtest.rule.Verdict;

/** {@code docs/result.schema.json} and {@code docs/result-json.md} against results as they are written. */
class ResultSchemaTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern SECTION = Pattern.compile("(?m)^### (?:The document|`([^`]+)`)$");
    private static final Pattern FIELD = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    private static String result = "";

    /** Real ones; together they have a run on copies, failures, findings that are allowed and not, and a problem. */
    @BeforeAll
    static void checkWithEveryOutcome(@TempDir Path one, @TempDir Path other) {
        CheckReport failing = new Migrations(one)
                .with("good", "CREATE TABLE a (id int)", "DROP TABLE a")
                .with("alone", "CREATE INDEX CONCURRENTLY a_id ON a (id)", "DROP INDEX CONCURRENTLY a_id")
                .with("broken", "ALTER TABLE a ADD b int", "ALTER TABLE a DROP c")
                .with("hangs", "SELECT pg_sleep(600)", "SELECT 1")
                .with("never", "SELECT 1", "SELECT 1")
                .check()
                .timeLimit(Duration.ofSeconds(1))
                .run();
        CheckReport allowing = new Migrations(other)
                .with("good", "CREATE TABLE a (id int)", "DROP TABLE a")
                .without("forward", "DROP TABLE a")
                .check()
                .allow(Allowance.irreversible("2", "it is empty"))
                .run();
        CheckReport all = failing.and(allowing);
        result = ResultJson.of(new CheckReport(all.settings(), all.runs(), List.of("a third could not be checked")));
    }

    @Test
    void a_result_of_every_outcome_fits_the_schema_and_has_every_field_of_it() throws IOException {
        assertThat(problems(result)).isEmpty();
        Map<String, Set<String>> fields = new TreeMap<>();
        collect("", parsed(result), fields);
        assertThat(fields).isEqualTo(fieldsOfSchema());
    }

    @Test
    void a_result_of_nothing_but_problems_fits_the_schema() throws IOException {
        CheckReport report = MigrationCheck.of("sql").report(List.of(), List.of("nothing was found"));
        assertThat(problems(ResultJson.of(report))).isEmpty();
    }

    @Test
    void a_field_that_is_added_or_missing_or_of_another_kind_does_not() throws IOException {
        assertThat(problems(result.replace("\"timedOut\":", "\"timeout\":"))).contains("timeout");
        assertThat(problems(result.replace("\"UP_AGAIN\"", "\"AGAIN\""))).isNotEmpty();
        assertThat(problems(result.replace("\"schemaRestored\": true", "\"schemaRestored\": \"yes\"")))
                .isNotEmpty();
        assertThat(problems(result.replace("\"version\": 1", "\"version\": 2"))).isNotEmpty();
    }

    @Test
    void the_page_names_each_field_of_the_schema_and_no_other() throws IOException {
        Map<String, Set<String>> named = new TreeMap<>();
        String page = Files.readString(DOCS.resolve("result-json.md"));
        Matcher section = SECTION.matcher(page);
        while (section.find()) {
            String rest = page.substring(section.end());
            int end = rest.indexOf("\n### ");
            Set<String> fields = new TreeSet<>();
            FIELD.matcher(end < 0 ? rest : rest.substring(0, end))
                    .results()
                    .forEach(field -> fields.add(field.group(1)));
            named.put(section.group(1) == null ? "" : section.group(1), fields);
        }
        assertThat(named).isEqualTo(fieldsOfSchema());
    }

    @Test
    void the_schema_knows_every_word_that_may_be_written() throws IOException {
        JsonObject schema = parsed(Files.readString(DOCS.resolve("result.schema.json")));
        String migration = "/properties/runs/items/properties/migrations/items/properties/";
        assertThat(words(schema, migration + "verdict")).isEqualTo(names(Verdict.values()));
        assertThat(words(schema, migration + "steps/items/properties/direction"))
                .isEqualTo(names(Step.values()));
        assertThat(words(schema, "/properties/findings/items/properties/severity"))
                .isEqualTo(names(Severity.values()));
    }

    private static String problems(String result) throws IOException {
        Validator.Result validated = new ValidatorFactory()
                .withJsonNodeFactory(new JakartaJsonNode.Factory())
                .validate(Files.readString(DOCS.resolve("result.schema.json")), result);
        StringBuilder problems = new StringBuilder();
        validated.getErrors().forEach(error -> problems.append(error.getInstanceLocation())
                .append(": ")
                .append(error.getError())
                .append('\n'));
        assertThat(problems.isEmpty()).isEqualTo(validated.isValid());
        return problems.toString();
    }

    private static Map<String, Set<String>> fieldsOfSchema() throws IOException {
        Map<String, Set<String>> fields = new TreeMap<>();
        describe("", parsed(Files.readString(DOCS.resolve("result.schema.json"))), fields);
        return fields;
    }

    private static void describe(String path, JsonObject schema, Map<String, Set<String>> fields) {
        if (schema.containsKey("items")) {
            describe(path + "[]", schema.getJsonObject("items"), fields);
        }
        if (schema.containsKey("properties")) {
            JsonObject properties = schema.getJsonObject("properties");
            fields.put(path, new TreeSet<>(properties.keySet()));
            properties.forEach((name, property) -> describe(inside(path, name), property.asJsonObject(), fields));
        }
    }

    private static void collect(String path, JsonValue value, Map<String, Set<String>> fields) {
        if (value instanceof JsonArray items) {
            items.forEach(item -> collect(path + "[]", item, fields));
        } else if (value instanceof JsonObject object && !path.equals("settings")) {
            fields.computeIfAbsent(path, absent -> new TreeSet<>()).addAll(object.keySet());
            object.forEach((name, inner) -> collect(inside(path, name), inner, fields));
        }
    }

    private static String inside(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Set<String> words(JsonObject schema, String pointer) {
        Set<String> words = new TreeSet<>();
        Json.createPointer(pointer + "/enum")
                .getValue(schema)
                .asJsonArray()
                .forEach(word -> words.add(word.toString()));
        return words;
    }

    private static Set<String> names(Enum<?>[] values) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(values).forEach(value -> names.add('"' + value.name() + '"'));
        return names;
    }

    private static JsonObject parsed(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
