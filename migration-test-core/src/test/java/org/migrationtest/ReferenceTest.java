package org.migrationtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/reference.md} against what the code reads. */
class ReferenceTest {
    private static final Path PAGE = Path.of("..", "docs", "reference.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.*?) \\|(?: .* \\|)?$");

    /** For each property a value that is not its default. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("source", "sql"),
            Map.entry("locations", "classpath:here"),
            Map.entry("databases", "postgres:13"),
            Map.entry("provider", "embedded"),
            Map.entry("embedded.cache", "cache"),
            Map.entry("embedded.data", "data"),
            Map.entry("embedded.repository", "https://mirror.example"),
            Map.entry("external.url", "jdbc:postgresql://db.example/shop"),
            Map.entry("external.user", "ann"),
            Map.entry("external.password", "secret"),
            Map.entry("external.allowed", "true"),
            Map.entry("rows", "7"),
            Map.entry("seed", "7"),
            Map.entry("exerciseRows", "7"),
            Map.entry("timeLimit", "7s"),
            Map.entry("from", "7"),
            Map.entry("only", "7"),
            Map.entry("latest", "7"),
            Map.entry("since", "main"),
            Map.entry("groups", "6,7"),
            Map.entry("wholeChain", "false"),
            Map.entry("missingDown", "report"),
            Map.entry("report", "results"),
            Map.entry("option.NAME", "x"),
            Map.entry("severity.RULE", "report"),
            Map.entry("irreversible.MIGRATION", "it is meant to be"),
            Map.entry("intendedLoss.MIGRATION", "it is meant to be"));

    @Test
    void the_table_of_properties_has_each_that_is_understood() throws IOException {
        assertThat(table("## Properties").keySet()).isEqualTo(PropertyNames.all());
    }

    @Test
    void each_property_that_is_understood_changes_a_setting() {
        Set<String> unheard = new TreeSet<>();
        for (String name : PropertyNames.all()) {
            String key = name.replace("RULE", "up-fails");
            String value = VALUES.get(name.substring(PropertyNames.PREFIX.length()));
            assertThat(value).as(name).isNotNull();
            Map<String, String> others = new HashMap<>();
            if (name.contains("external.") && !name.endsWith(".url")) {
                others.put("migrationtest.external.url", "jdbc:postgresql://db.example/shop");
            }
            Map<String, String> with = new HashMap<>(others);
            with.put(key, value);
            if (settings(with).equals(settings(others))) {
                unheard.add(name);
            }
        }
        assertThat(unheard).isEmpty();
    }

    @Test
    void the_defaults_in_the_table_are_those_of_the_code() throws IOException {
        Map<String, String> defaults = CheckSettings.defaults().asText();
        Map<String, String> table = table("## Properties");
        for (String name : new String[] {"databases", "provider", "rows", "seed", "exerciseRows", "wholeChain"}) {
            assertThat(table.get("migrationtest." + name)).as(name).isEqualTo("`" + defaults.get(name) + "`");
        }
        CheckSettings settings = CheckSettings.defaults();
        assertThat(table.get("migrationtest.timeLimit"))
                .isEqualTo("`" + settings.timeLimit().toMinutes() + "m`");
        assertThat(table.get("migrationtest.report")).startsWith("`" + settings.report() + "`");
    }

    @Test
    void the_table_of_rules_has_each_there_is() throws IOException {
        assertThat(table("## Rules").keySet()).isEqualTo(KnownRules.names());
    }

    private static CheckSettings settings(Map<String, String> properties) {
        return MigrationCheck.of(CheckSettings.defaults())
                .properties(properties)
                .settings();
    }

    /** The first column of the table behind a heading, with the second. */
    private static Map<String, String> table(String heading) throws IOException {
        String page = Files.readString(PAGE);
        String rest = page.substring(page.indexOf(heading) + heading.length());
        int end = rest.indexOf("\n## ");
        Map<String, String> rows = new LinkedHashMap<>();
        ROW.matcher(end < 0 ? rest : rest.substring(0, end))
                .results()
                .forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }
}
