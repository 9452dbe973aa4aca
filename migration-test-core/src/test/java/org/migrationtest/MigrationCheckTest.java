package org.migrationtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;
import org.migrationtest.report.CheckReport;
import org.migrationtest.report.FindingText;
import org.migrationtest.report.MigrationResult;
import org.migrationtest.report.SummaryTable;
import org.migrationtest.rule.Verdict;

class MigrationCheckTest {
    @TempDir
    Path folder;

    private Migrations migrations;

    @BeforeEach
    void write() {
        migrations = new Migrations(folder)
                .with("one", "CREATE TABLE one (id int)", "DROP TABLE one")
                .without("two", "CREATE TABLE two (id int)")
                .with("three", "CREATE TABLE three (id int)", "DROP TABLE three");
    }

    @Test
    void a_missing_way_back_fails_and_can_be_only_reported() {
        assertThat(migrations.report().failed()).isTrue();
        assertThat(migrations
                        .check()
                        .properties(Map.of("migrationtest.missingDown", "report"))
                        .run())
                .satisfies(report -> assertThat(report.failed()).isFalse())
                .satisfies(report -> assertThat(report.findings())
                        .extracting(Finding::severity)
                        .containsExactly(Severity.WARNING));
    }

    @Test
    void what_is_declared_irreversible_is_allowed_and_shown_with_its_reason() {
        CheckReport report = migrations
                .check()
                .allow(Allowance.irreversible("2", "old rows are gone anyway"))
                .run();

        assertThat(report.failed()).isFalse();
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).severity()).isEqualTo(Severity.ALLOWED);
        assertThat(report.findings().get(0).allowance()).isEqualTo("old rows are gone anyway");
        assertThat(verdicts(report)).containsExactly(Verdict.EXACT, Verdict.DECLARED, Verdict.EXACT);
    }

    @Test
    void a_declaration_of_what_does_not_happen_is_told() {
        CheckReport report = migrations
                .check()
                .select(new Selection(Optional.of("3"), Set.of(), 0, Optional.empty()))
                .allow(Allowance.intendedLoss("003 three", "it is only a log"))
                .run();

        assertThat(report.findings()).extracting(Finding::rule).containsExactly(new RuleId("allowance-unused"));
    }

    @Test
    void a_declaration_for_a_migration_that_does_not_exist_is_told() {
        CheckReport report = migrations
                .check()
                .properties(Map.of("migrationtest.missingDown", "report", "migrationtest.intendedLoss.9", "a log"))
                .run();

        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals(new RuleId("allowance-unused")))
                .map(FindingText::of)
                .containsExactly("""
                        [postgres:17][9] something is declared as intended for it, but there is no such migration
                          - The reason that was given: a log
                          effect   The declaration will hide a later mistake.
                          safe way Remove the declaration, or correct the migration's name in it.
                          rule     allowance-unused, a warning""");
    }

    @Test
    void only_the_chosen_ones_make_the_round_trip() {
        CheckReport report = migrations
                .check()
                .wholeChain(false)
                .properties(Map.of("migrationtest.latest", "1"))
                .run();

        assertThat(verdicts(report)).containsExactly(Verdict.NOT_CHOSEN, Verdict.NOT_CHOSEN, Verdict.EXACT);
        assertThat(report.failed()).isFalse();
    }

    @Test
    void a_group_is_rolled_back_as_one() {
        Migrations split = migrations;
        split.with("first half", "CREATE TABLE half (id int)", "SELECT 1")
                .with("second half", "ALTER TABLE half ADD other int", "DROP TABLE half");

        CheckReport report = split.check().group("4", "5").wholeChain(false).run();

        assertThat(report.runs().get(0).migrations()).hasSize(4);
        assertThat(verdicts(report)).endsWith(Verdict.EXACT);
    }

    @Test
    void what_a_groups_finding_says_to_allow_is_allowed() {
        migrations
                .with("first half", "CREATE TABLE half (id int)", "SELECT 1")
                .with("second half", "ALTER TABLE half ADD other int", "SELECT 1");
        MigrationCheck check = migrations
                .check()
                .group("4", "5")
                .wholeChain(false)
                .properties(Map.of("migrationtest.missingDown", "report"));
        assertThat(FindingText.of(check.run().findings()))
                .contains("@Allow(migration = \"004 first half + 005 second half\", rule = \"down-does-nothing\"");

        CheckReport report = check.allow(new Allowance(
                        "004 first half + 005 second half",
                        Set.of(new RuleId("down-does-nothing")),
                        "both halves stay"))
                .run();

        assertThat(report.failed()).isFalse();
        assertThat(report.findings())
                .extracting(finding -> finding.rule() + " " + finding.severity())
                .containsExactlyInAnyOrder("no-down WARNING", "down-does-nothing ALLOWED");
    }

    @Test
    void the_summary_names_every_migration_and_verdict() {
        assertThat(SummaryTable.of(migrations.report().runs().get(0)))
                .contains(
                        "001 one",
                        "002 two",
                        "003 three",
                        "no down (no-down)",
                        "3 migrations: 2 exact, 1 no down. FAILED")
                .contains("whole chain: rolled back 1 of 3, then stopped because 002 two has no way back");
    }

    @Test
    void rows_that_nothing_there_can_generate_are_told_with_the_coordinates() {
        assertThatThrownBy(() -> migrations.check().rows(7).run())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No rows can be generated: rows is 7 and exerciseRows is 0, but what generates rows for"
                        + " postgres is not on the class path. Add the dependency org.migrationtest:datagen in test scope,"
                        + " or test on the rows of the migrations alone by migrationtest.rows=0 and"
                        + " migrationtest.exerciseRows=0, or rows(0) and exerciseRows(0).");
    }

    @Test
    void an_exception_without_a_reason_is_refused() {
        assertThatThrownBy(() -> Allowance.irreversible("2", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "An exception for migration '2' needs a reason: write why it is intended, the report shows it.");
    }

    private static List<Verdict> verdicts(CheckReport report) {
        return report.runs().get(0).migrations().stream()
                .map(MigrationResult::verdict)
                .toList();
    }
}
