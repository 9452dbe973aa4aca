package org.migrationtest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.MigrationCheck;
import org.migrationtest.Selection;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;
import org.migrationtest.report.FindingText;
import org.migrationtest.report.MigrationResult;

/**
 * The shop's correct ways back, broken one by one: each must be caught. Round trips do not see one another, so a run of
 * the chain holds one fault of every migration.
 */
class FaultInjectionTest {
    private static final Path SHOP = Path.of("src", "main", "resources", "db", "migration");
    private static final Pattern DOWN = Pattern.compile("U(\\d+)__.*\\.sql");
    private static final int FAULTS = 100;

    /** The Java migration in SQL: what a folder is searched for has no classes. */
    private static final String SLUGS = """
            ALTER TABLE products ADD COLUMN slug text;
            UPDATE products SET slug = lower(title) || '-' || id;
            ALTER TABLE products ALTER COLUMN slug SET NOT NULL, ADD CONSTRAINT products_slug_key UNIQUE (slug);
            """;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> every_broken_way_back_is_caught_and_no_correct_one() throws IOException {
        Map<Integer, Path> scripts = copyOfShop();
        Map<Integer, String> correct = new TreeMap<>();
        for (Map.Entry<Integer, Path> script : scripts.entrySet()) {
            correct.put(script.getKey(), Files.readString(script.getValue()));
        }
        List<Fault> faults = Faults.of(correct);
        assertThat(faults).hasSizeGreaterThan(FAULTS);
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(nobodyIsBlamed(errors(Selection.ALL)));
        for (List<Fault> run : runs(faults)) {
            for (Map.Entry<Integer, Path> script : scripts.entrySet()) {
                Files.writeString(script.getValue(), correct.getOrDefault(script.getKey(), ""));
            }
            for (Fault fault : run) {
                Files.writeString(scripts.get(fault.version()), fault.down());
            }
            tests.addAll(tests(run, errors(only(run))));
        }
        return tests.stream();
    }

    private static Selection only(List<Fault> run) {
        return new Selection(
                Optional.empty(),
                run.stream().map(fault -> String.valueOf(fault.version())).collect(Collectors.toSet()),
                0,
                Optional.empty());
    }

    /** The errors by version; 0 for what is not about a versioned migration. */
    private Map<Integer, List<Finding>> errors(Selection selection) {
        return MigrationCheck.of("flyway", "filesystem:" + folder)
                .databases("postgres:17")
                .rows(40)
                .select(selection)
                .wholeChain(false)
                .allow(Allowance.intendedLoss("21", "phone numbers must not be kept"))
                .run()
                .runs()
                .get(0)
                .migrations()
                .stream()
                .collect(Collectors.toMap(FaultInjectionTest::version, result -> result.findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList()));
    }

    private static int version(MigrationResult result) {
        Matcher label = Pattern.compile("V(\\d+) .*").matcher(result.group().label());
        return label.matches() ? Integer.parseInt(label.group(1)) : 0;
    }

    private static DynamicTest nobodyIsBlamed(Map<Integer, List<Finding>> errors) {
        List<Finding> blamed = errors.values().stream().flatMap(List::stream).toList();
        return DynamicTest.dynamicTest(
                "all correct", () -> assertThat(FindingText.of(blamed)).isEmpty());
    }

    private static List<DynamicTest> tests(List<Fault> run, Map<Integer, List<Finding>> errors) {
        return run.stream()
                .map(fault -> DynamicTest.dynamicTest(fault.toString(), () -> {
                    List<Finding> told = errors.getOrDefault(fault.version(), List.of());
                    assertThat(told)
                            .as("%s%nerrors: %s", fault.down(), errors)
                            .extracting(finding -> finding.rule().value())
                            .containsAnyElementsOf(fault.rules());
                }))
                .toList();
    }

    /** As few runs as there are faults of the migration that has most of them. */
    private static List<List<Fault>> runs(List<Fault> faults) {
        Map<Integer, Integer> soFar = new HashMap<>();
        List<List<Fault>> runs = new ArrayList<>();
        for (Fault fault : faults) {
            int run = soFar.merge(fault.version(), 1, Integer::sum) - 1;
            if (run == runs.size()) {
                runs.add(new ArrayList<>());
            }
            runs.get(run).add(fault);
        }
        return runs;
    }

    private Map<Integer, Path> copyOfShop() throws IOException {
        Map<Integer, Path> downs = new TreeMap<>();
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(SHOP)) {
            for (Path script : scripts) {
                Path copy = Files.copy(script, folder.resolve(script.getFileName()));
                Matcher down = DOWN.matcher(script.getFileName().toString());
                if (down.matches()) {
                    downs.put(Integer.parseInt(down.group(1)), copy);
                }
            }
        }
        Files.writeString(folder.resolve("V20__Slugs.sql"), SLUGS);
        return downs;
    }
}
