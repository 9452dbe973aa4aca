package org.migrationtest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The house rules of {@code docs/decisions/0001-rooms.md}, held by the build. */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.migrationtest");

    /** A line knows only the lines above it. */
    private static final List<List<String>> LINES = List.of(
            List.of("schema", "migration", "data", "lock", "finding"),
            List.of("evidence"),
            List.of("sql", "database", "seed"),
            List.of("source"),
            List.of("database.container", "database.embedded", "database.external", "dialect..", "source.*"),
            List.of("run", "rule"),
            List.of("report"));

    @Test
    void sees_the_whole_core() {
        assertThat(CORE.size()).isGreaterThan(50);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("org.migrationtest.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void lines_know_only_the_lines_above() {
        var layers = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (int line = 0; line < LINES.size(); line++) {
            layers = layers.layer("line " + line).definedBy(packages(LINES.get(line)));
        }
        layers = layers.layer("front").definedBy("org.migrationtest");
        for (int line = 0; line < LINES.size(); line++) {
            String[] below = Stream.concat(
                            java.util.stream.IntStream.range(line + 1, LINES.size())
                                    .mapToObj(lower -> "line " + lower),
                            Stream.of("front"))
                    .toArray(String[]::new);
            layers = layers.whereLayer("line " + line).mayOnlyBeAccessedByLayers(below);
        }
        layers.check(CORE);
    }

    @Test
    void values_know_no_jdbc() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(LINES.get(0)))
                .or()
                .resideInAnyPackage(packages(LINES.get(1)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..")
                .check(CORE);
    }

    @Test
    void rules_never_see_the_run() {
        noClasses()
                .that()
                .resideInAPackage("org.migrationtest.rule..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.migrationtest.run..", "java.sql..")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void only_its_adapter_imports_a_library() {
        onlyIn("org.migrationtest.source.flyway..", "org.flywaydb..");
        onlyIn("org.migrationtest.source.liquibase..", "liquibase..");
        onlyIn("org.migrationtest.database.container..", "org.testcontainers..", "com.github.dockerjava..");
        onlyIn("org.migrationtest.sql..", "net.sf.jsqlparser..");
    }

    @Test
    void every_package_is_null_marked() {
        Set<String> unmarked = CORE.stream()
                .map(JavaClass::getPackage)
                .filter(room -> !room.tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false))
                .map(JavaPackage::getName)
                .collect(Collectors.toSet());
        assertThat(unmarked).isEmpty();
    }

    @Test
    void classes_are_final_or_abstract() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotAnonymousClasses()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT)
                .check(CORE);
    }

    @Test
    void adapters_are_package_private_but_for_their_provider() {
        classes()
                .that()
                .resideInAnyPackage(packages(LINES.get(4)))
                .and()
                .arePublic()
                .should()
                .haveSimpleNameEndingWith("Provider")
                .orShould()
                .haveSimpleNameEndingWith("Dialect")
                .allowEmptyShould(true)
                .check(CORE.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "top-level",
                        (JavaClass type) ->
                                type.isTopLevelClass() && !type.getPackageName().equals("org.migrationtest.source"))));
    }

    private static void onlyIn(String room, String... library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(CORE);
    }

    private static String[] packages(List<String> rooms) {
        return rooms.stream().map(room -> "org.migrationtest." + room).toArray(String[]::new);
    }
}
