package org.migrationtest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationtest.MigrationCheck;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.Severity;
import org.migrationtest.report.CheckReport;

/** The shop's Liquibase changesets, in XML, YAML and SQL, with generated and with written roll backs. */
class LiquibaseShopTest {
    private static final int CHANGESETS = 25;

    @ParameterizedTest
    @ValueSource(strings = {"postgres:13", "postgres:18"})
    void every_changeset_of_the_shop_comes_back(String database) {
        CheckReport report = MigrationCheck.of("liquibase")
                .databases(database)
                .rows(1_000)
                .allow(Allowance.intendedLoss(
                        "erase phone numbers by ada", "phone numbers must not be kept, not even for a way back"))
                .run();

        Findings findings = Findings.of(report);
        assertThat(findings.text(Severity.ERROR)).isEmpty();
        assertThat(findings.firstLines(Severity.ALLOWED))
                .singleElement()
                .asString()
                .startsWith("[" + database + "][erase phone numbers by ada][down] rows are not restored: phone of ");
        assertThat(findings.firstLines(Severity.WARNING))
                .containsExactly(
                        "[" + database + "][erase phone numbers by ada][down] columns come back in another order");
        assertThat(report.runs().get(0).migrations())
                .hasSize(CHANGESETS)
                .allMatch(migration -> migration.evidence().isPresent());
        assertThat(report.runs().get(0).chain().orElseThrow().evidence().unwound())
                .isEqualTo(CHANGESETS);
    }
}
