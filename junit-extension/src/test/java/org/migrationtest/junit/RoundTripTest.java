package org.migrationtest.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.migrationtest.CheckSettings;

/** The tests that a round trip consists of, on a real PostgreSQL. */
class RoundTripTest {
    @TempDir
    Path report;

    @MigrationTest(source = "flyway", locations = "classpath:good")
    static class Good {
        @RollbackRoundTrip
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:forgetful")
    static class Forgetful {
        @RollbackRoundTrip
        void comes_back() {}
    }

    @MigrationTest(source = "sql", locations = "classpath:stuck")
    static class Stuck {
        @RollbackRoundTrip
        void comes_back() {}
    }

    @MigrationTest(source = "sql", locations = "classpath:stuck")
    static class StuckBeforeWhatIsChosen {
        @RollbackRoundTrip(from = "3")
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:onward")
    @MissingDown(MissingDown.Means.REPORT)
    static class NoWayBackFromTheFirst {
        @RollbackRoundTrip
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:good")
    static class Chosen {
        @RollbackRoundTrip(only = "2")
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:nowhere")
    static class Nowhere {
        @RollbackRoundTrip
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:good")
    static class FailingBody {
        @RollbackRoundTrip(only = "3", wholeChain = false)
        void comes_back() {
            throw new AssertionError("the body's own");
        }
    }

    @MigrationTest(source = "flyway", locations = "classpath:good")
    static class AtOnce {
        @RollbackRoundTrip
        @Execution(ExecutionMode.CONCURRENT)
        void comes_back() {}
    }

    @Test
    void each_migration_is_a_test() {
        Kit kit = Kit.reportingTo(report).run(Good.class);
        assertThat(kit.passed())
                .containsExactly(
                        "postgres:17 › V1 customers",
                        "postgres:17 › V2 add email",
                        "postgres:17 › V3 find by email",
                        "postgres:17 › whole chain",
                        "postgres:17 › everything was tested");
        assertThat(kit.failed()).isEmpty();
        assertThat(kit.aborted()).isEmpty();
        assertThat(kit.brokenContainers()).isEmpty();
        assertThat(kit.json()).contains("\"failed\": false").contains("\"label\": \"V3 find by email\"");
    }

    @Test
    void what_a_way_back_forgets_is_told_in_whole() {
        Kit kit = Kit.reportingTo(report).run(Forgetful.class);
        assertThat(kit.failed()).containsExactly("postgres:17 › V2 rank customers");
        assertThat(kit.message("postgres:17 › V2 rank customers")).isEqualTo("""
                [postgres:17][V2 rank customers][down] the schema is not restored: table public.customers differs in comment
                  at       forgetful/U2__rank_customers.sql
                  - table public.customers: comment was absent, is 'ranked'
                  effect   After a roll back the old application runs on a schema that was never tested with it.
                  safe way Let the way back restore each of these. What it recreates lacks the comments, grants, defaults and predicates that it does not repeat.
                  rule     schema-not-restored; to allow it on purpose: @Allow(migration = "V2 rank customers", rule = "schema-not-restored", because = "…")""");
        assertThat(kit.passed()).contains("postgres:17 › V3 find by rank", "postgres:17 › whole chain");
        assertThat(kit.json()).contains("\"failed\": true").contains("\"rule\": \"schema-not-restored\"");
    }

    @Test
    void results_are_written_as_junit_xml_with_whole_names() {
        Kit kit = Kit.reportingTo(report).run(Forgetful.class);
        assertThat(kit.file("TEST-org.migrationtest.junit.RoundTripTest$Forgetful.xml"))
                .contains(
                        "<testsuite name=\"org.migrationtest.junit.RoundTripTest$Forgetful [postgres:17]\" tests=\"5\""
                                + " failures=\"1\" errors=\"0\" skipped=\"0\"")
                .contains("name=\"postgres:17 › V3 find by rank\"")
                .contains("<failure message=\"[postgres:17][V2 rank customers][down] ");
    }

    @Test
    void what_follows_a_migration_that_cannot_be_applied_is_aborted_and_not_left_unsaid() {
        Kit kit = Kit.reportingTo(report).run(Stuck.class);
        assertThat(kit.passed()).containsExactly("postgres:17 › 1 customers");
        assertThat(kit.failed()).containsExactly("postgres:17 › 2 ranks", "postgres:17 › everything was tested");
        assertThat(kit.aborted()).containsExactly("postgres:17 › 3 emails", "postgres:17 › whole chain");
        assertThat(kit.message("postgres:17 › 2 ranks")).isEqualTo("""
                [postgres:17][2 ranks][up] it cannot be applied: type "intt" does not exist
                  at       stuck/2_ranks.up.sql:2
                  statement alter table customers
                      add rank intt
                  - ERROR: type "intt" does not exist (SQLSTATE 42704)
                  effect   It fails the same way in production, in the middle of a release.
                  safe way Correct the statement; every later migration waits for it.
                  rule     up-fails; to allow it on purpose: @Allow(migration = "2 ranks", rule = "up-fails", because = "…")""");
        assertThat(kit.message("postgres:17 › 3 emails")).isEqualTo("2 ranks cannot be applied");
        assertThat(kit.message("postgres:17 › everything was tested"))
                .isEqualTo(
                        "[postgres:17] 1 of 3 migrations were not tested, the first of them 3 emails, because 2 ranks"
                                + " cannot be applied");
    }

    @Test
    void a_migration_without_a_test_of_its_own_fails_the_one_it_stops() {
        Kit kit = Kit.reportingTo(report).run(StuckBeforeWhatIsChosen.class);
        assertThat(kit.failed()).containsExactly("postgres:17 › 3 emails", "postgres:17 › everything was tested");
        assertThat(kit.message("postgres:17 › 3 emails")).startsWith("[postgres:17][2 ranks][up] ");
    }

    @Test
    void what_follows_a_whole_chain_that_stopped_in_the_middle_meets_all_of_it() {
        Kit kit = Kit.reportingTo(report).run(NoWayBackFromTheFirst.class);
        assertThat(kit.passed())
                .containsExactly(
                        "postgres:17 › V1 a",
                        "postgres:17 › V2 x",
                        "postgres:17 › whole chain",
                        "postgres:17 › R v",
                        "postgres:17 › everything was tested");
        assertThat(kit.failed()).isEmpty();
        assertThat(kit.json()).contains("\"stoppedBecause\": \"V1 a has no way back\"");
    }

    @Test
    void only_what_is_chosen_has_a_test() {
        Kit kit = Kit.reportingTo(report).run(Chosen.class);
        assertThat(kit.passed()).containsExactly("postgres:17 › V2 add email", "postgres:17 › everything was tested");
        assertThat(kit.failed()).isEmpty();
        assertThat(kit.json()).contains("\"verdict\": \"NOT_CHOSEN\"");
    }

    @Test
    void no_migration_at_all_is_a_failure() {
        Kit kit = Kit.reportingTo(report).run(Nowhere.class);
        assertThat(kit.failed()).containsExactly("nothing was tested");
        assertThat(kit.message("nothing was tested"))
                .isEqualTo(
                        "No Flyway migrations found. Looked in classpath:nowhere (does not exist) (set by locations in"
                                + " @MigrationTest, by migrationtest.locations, or by locations(...)). Put migrations there, named"
                                + " V1__description.sql, or set the location, for example"
                                + " -Dmigrationtest.locations=filesystem:src/main/resources/db/migration.");
        assertThat(kit.json()).contains("\"failed\": true").contains("classpath:nowhere");
    }

    @Test
    void a_database_that_cannot_be_had_is_told_once() {
        Kit kit = Kit.reportingTo(report)
                .with("migrationtest.provider", "external")
                .run(Good.class);
        assertThat(kit.failed()).containsExactly("postgres:17 › V1 customers", "postgres:17 › everything was tested");
        String message = """
                No database for postgres:17 (asked for in @Databases, in the property migrationtest.databases, or in \
                databases(...)). The provider is 'external' (property migrationtest.provider).
                external: no server is named; set migrationtest.external.url, .user and .password.""";
        assertThat(kit.message("postgres:17 › V1 customers")).isEqualTo(message);
        assertThat(kit.aborted())
                .containsExactly(
                        "postgres:17 › V2 add email", "postgres:17 › V3 find by email", "postgres:17 › whole chain");
        assertThat(kit.message("postgres:17 › V2 add email")).isEqualTo("postgres:17 was given up: " + message);
        assertThat(kit.message("postgres:17 › everything was tested"))
                .isEqualTo("[postgres:17] not everything was tested, because: " + message);
        assertThat(kit.json()).contains("\"failed\": true").contains("No database for postgres:17");
    }

    @Test
    void a_test_that_is_run_alone_comes_to_the_same_verdict() {
        Kit kit = Kit.reportingTo(report).run(Forgetful.class);
        String test = "postgres:17 › V2 rank customers";
        Kit alone = Kit.reportingTo(report).run(selectUniqueId(kit.uniqueId(test)));
        assertThat(alone.failed()).containsExactly(test);
        assertThat(alone.passed()).isEmpty();
        assertThat(alone.message(test)).isEqualTo(kit.message(test));
    }

    @Test
    void an_aborted_test_that_is_run_alone_fails() {
        Kit kit = Kit.reportingTo(report).run(Stuck.class);
        Kit alone = Kit.reportingTo(report).run(selectUniqueId(kit.uniqueId("postgres:17 › 3 emails")));
        assertThat(alone.message("postgres:17 › 3 emails")).startsWith("[postgres:17][2 ranks][up] ");
        assertThat(alone.failed()).containsExactly("postgres:17 › 3 emails");
    }

    @Test
    void the_last_test_alone_tests_everything() {
        Kit kit = Kit.reportingTo(report).run(Forgetful.class);
        Kit alone = Kit.reportingTo(report).run(selectUniqueId(kit.uniqueId("postgres:17 › everything was tested")));
        assertThat(alone.failed()).containsExactly("postgres:17 › everything was tested");
        assertThat(alone.message("postgres:17 › everything was tested"))
                .contains("[postgres:17][V2 rank customers][down]");
    }

    @Test
    void a_failing_body_fails_the_report_as_well() {
        Kit kit = Kit.reportingTo(report).run(FailingBody.class);
        assertThat(kit.message("postgres:17 › V3 find by email")).isEqualTo("the body's own");
        assertThat(kit.json()).contains("\"failed\": true").contains("the test method itself failed");
    }

    @Test
    void the_order_of_migrations_survives_parallel_tests() {
        Kit kit = Kit.reportingTo(report)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "3")
                .run(selectClass(Good.class), selectClass(Forgetful.class), selectClass(Chosen.class));
        assertThat(kit.passed()).hasSize(5 + 4 + 2);
        assertThat(kit.failed()).containsExactly("postgres:17 › V2 rank customers");
        assertThat(kit.json())
                .contains("\"failed\": true")
                .contains("V3 find by email")
                .contains("V3 find by rank");
    }

    @Test
    void migrations_at_once_are_refused() {
        Kit kit = Kit.reportingTo(report)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .run(AtOnce.class);
        assertThat(kit.failed()).containsExactly("nothing was tested");
        assertThat(kit.message("nothing was tested"))
                .isEqualTo("Migrations build upon each other, so void"
                        + " org.migrationtest.junit.RoundTripTest$AtOnce.comes_back() cannot run them at once: remove"
                        + " @Execution(CONCURRENT). Other tests may run beside it.");
    }

    @Test
    void each_class_has_a_folder_of_its_own_where_none_is_given() {
        assertThat(CheckSettings.defaults().report()).isEqualTo(Path.of("target", "migration-test"));
        Kit kit = Kit.reportingTo(Path.of("target", "migration-test"));
        kit.run(Nowhere.class);
        assertThat(kit.file(Nowhere.class.getName() + "/result.json")).contains("classpath:nowhere");
    }
}
