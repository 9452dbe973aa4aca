package org.migrationtest.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationtest.MigrationCheck;
import org.migrationtest.Selection;
import org.migrationtest.report.CheckReport;
import org.migrationtest.report.FindingText;

class WithoutJUnitTest {
    @Test
    void the_facade_needs_no_junit() {
        // tag::facade[]
        CheckReport report = MigrationCheck.of("flyway", "classpath:db/migration")
                .databases("postgres:17")
                .rows(100)
                .select(new Selection(Optional.empty(), Set.of(), 5, Optional.empty()))
                .run();
        String text = FindingText.of(report.findings());
        // end::facade[]
        assertThat(report.runs()).hasSize(1);
        assertThat(text).contains("[postgres:17][V21 erase phone numbers][down] rows are not restored");
    }
}
