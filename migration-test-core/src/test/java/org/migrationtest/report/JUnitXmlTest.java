package org.migrationtest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.migration.WayBack;
import org.migrationtest.rule.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlTest {
    @Test
    void what_migrations_are_called_and_rows_hold_comes_through_whole() throws Exception {
        String nasty = "<V2> \"a\" & 'b' ]]> \uD83D\uDE00";
        Element test = first(parsed(report(result(nasty, Verdict.UP_FAILS, "", finding(nasty, "it fails\u0000\u001B"))))
                .getElementsByTagName("testcase"));
        assertThat(test.getAttribute("name")).isEqualTo("postgres:17 › " + nasty);
        Element failure = first(test.getElementsByTagName("failure"));
        assertThat(failure.getAttribute("message")).isEqualTo("[postgres:17][" + nasty + "] it fails\uFFFD\uFFFD");
        assertThat(failure.getTextContent()).startsWith(failure.getAttribute("message") + "\n  - line one");
    }

    @Test
    void what_was_not_run_is_skipped_and_fails_the_last_test() throws Exception {
        Document xml = parsed(report(
                result("V1", Verdict.UP_FAILS, "", finding("V1", "it fails")),
                result("V2", Verdict.NOT_RUN, "V1 cannot be applied"),
                result("V3", Verdict.NOT_CHOSEN, "")));
        Element suite = first(xml.getElementsByTagName("testsuite"));
        assertThat(suite.getAttribute("name")).isEqualTo("ShopTest [postgres:17]");
        assertThat(suite.getAttribute("tests")).isEqualTo("3");
        assertThat(suite.getAttribute("failures")).isEqualTo("2");
        assertThat(suite.getAttribute("skipped")).isEqualTo("1");
        assertThat(first(xml.getElementsByTagName("skipped")).getAttribute("message"))
                .isEqualTo("V1 cannot be applied");
        assertThat(((Element) xml.getElementsByTagName("failure").item(1)).getAttribute("message"))
                .isEqualTo("[postgres:17] 1 of 3 migrations were not tested, the first of them V2, because V1 cannot be"
                        + " applied");
    }

    @Test
    void a_problem_is_a_failure() throws Exception {
        CheckReport report = new CheckReport(new TreeMap<>(), List.of(), List.of("no migrations in classpath:x"));
        assertThat(first(parsed(report).getElementsByTagName("failure")).getAttribute("message"))
                .isEqualTo("no migrations in classpath:x");
        assertThat(report.failed()).isTrue();
    }

    @Test
    void a_report_of_nothing_fails() {
        assertThat(new CheckReport(new TreeMap<>(), List.of(), List.of()).failed())
                .isTrue();
    }

    @Test
    void settings_in_which_two_reports_differ_are_both_kept() {
        CheckReport one = settings("rows", "1");
        assertThat(one.and(settings("rows", "2")).and(settings("rows", "1")).settings())
                .containsEntry("rows", "1 | 2");
        assertThat(one.and(one).settings()).containsEntry("rows", "1");
    }

    @Test
    void what_is_run_again_takes_nothing_from_the_rest() {
        CheckReport all =
                report(result("V1", Verdict.EXACT, ""), result("V2", Verdict.DOWN_FAILS, "", finding("V2", "no")));
        CheckReport again = report(result("V1", Verdict.NOT_CHOSEN, ""), result("V2", Verdict.EXACT, ""));
        CheckReport both = again.completedBy(all);
        assertThat(both.runs()).hasSize(1);
        assertThat(both.runs().get(0).migrations())
                .extracting(MigrationResult::verdict)
                .containsExactly(Verdict.EXACT, Verdict.EXACT);
        assertThat(both.failed()).isFalse();
        assertThat(all.completedBy(again).failed()).isTrue();
    }

    private static CheckReport settings(String name, String value) {
        TreeMap<String, String> settings = new TreeMap<>();
        settings.put(name, value);
        return new CheckReport(settings, List.of(), List.of());
    }

    private static CheckReport report(MigrationResult... results) {
        RunResult run = new RunResult(
                new DatabaseInfo("postgres:17", "17.11", "embedded"),
                "Flyway",
                List.of(),
                List.of(results),
                Optional.empty(),
                List.of());
        return new CheckReport(new TreeMap<>(), List.of(run), List.of());
    }

    private static MigrationResult result(String label, Verdict verdict, String note, Finding... findings) {
        Migration migration = new Migration(
                new MigrationId(label),
                label,
                new ScriptLocation(label, Optional.empty(), 1),
                new WayBack.Generated(),
                false,
                Optional.empty(),
                "");
        return new MigrationResult(MigrationGroup.of(migration), verdict, Optional.empty(), List.of(findings), note);
    }

    private static Finding finding(String migration, String headline) {
        return new Finding(
                new RuleId("up-fails"),
                Severity.ERROR,
                "postgres:17",
                migration,
                Optional.empty(),
                headline,
                Optional.empty(),
                Optional.empty(),
                List.of("line one"),
                "it stops",
                "mend it",
                "");
    }

    private static Document parsed(CheckReport report) throws Exception {
        String xml = JUnitXml.of("ShopTest", report);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static Element first(NodeList nodes) {
        return (Element) nodes.item(0);
    }
}
