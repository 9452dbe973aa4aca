package org.migrationtest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationtest.MigrationCheck;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.Severity;
import org.migrationtest.report.CheckReport;

/** The shop's Flyway migrations, all of which can be taken back. */
class FlywayShopTest {
    private static final int MIGRATIONS = 24;

    @ParameterizedTest
    @ValueSource(strings = {"postgres:13", "postgres:18"})
    void every_migration_of_the_shop_comes_back(String database) {
        CheckReport report = MigrationCheck.of("flyway", "classpath:db/migration")
                .databases(database)
                .rows(1_000)
                .allow(Allowance.intendedLoss("21", "phone numbers must not be kept, not even for a way back"))
                .run();

        Findings findings = Findings.of(report);
        assertThat(findings.text(Severity.ERROR)).isEmpty();
        assertThat(findings.firstLines(Severity.ALLOWED))
                .singleElement()
                .asString()
                .startsWith("[" + database + "][V21 erase phone numbers][down] rows are not restored: phone of ");
        assertThat(findings.firstLines(Severity.WARNING))
                .containsExactly(
                        "[" + database + "][V21 erase phone numbers][down] columns come back in another order");
        assertThat(report.runs().get(0).migrations())
                .hasSize(MIGRATIONS)
                .allMatch(migration -> migration.evidence().isPresent());
        assertThat(report.runs().get(0).chain().orElseThrow().evidence().unwound())
                .isEqualTo(MIGRATIONS - 1);
    }
}
