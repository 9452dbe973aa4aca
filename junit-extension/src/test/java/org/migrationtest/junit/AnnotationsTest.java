package org.migrationtest.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What each annotation decides, and which of several wins. */
class AnnotationsTest {
    private static final String DROP_NAME = "postgres:17 › V2 drop name";

    @TempDir
    Path report;

    @MigrationTest(source = "flyway", locations = "classpath:split")
    static class Undeclared {
        @RollbackRoundTrip(wholeChain = false)
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:split")
    @Irreversible(migration = "2", because = "nobody reads it")
    static class DeclaredIrreversible {
        @RollbackRoundTrip(wholeChain = false)
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:split")
    static class DeclaredLoss {
        @RollbackRoundTrip(wholeChain = false)
        @IntendedLoss(migration = "V2 drop name", because = "nobody reads it")
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:split")
    @Allow(migration = "2", rule = "schema-not-restored", because = "NOT NULL cannot be had again")
    static class Allowed {
        @RollbackRoundTrip(wholeChain = false)
        @IntendedLoss(migration = "2", because = "nobody reads it")
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:split")
    @MigrationGroup({"1", "2"})
    static class Grouped {
        @RollbackRoundTrip(wholeChain = false)
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:forward")
    static class WithoutDowns {
        @RollbackRoundTrip(wholeChain = false)
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:forward")
    @MissingDown(MissingDown.Means.REPORT)
    static class ForwardOnly {
        @RollbackRoundTrip(wholeChain = false)
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:slow")
    @ToolOption(name = "placeholders.pause", value = "20")
    @TimeLimit("1s")
    static class TooSlow {
        @RollbackRoundTrip
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:slow")
    @ToolOption(name = "placeholders.pause", value = "0.01")
    @TimeLimit("1m")
    static class FastEnough {
        @RollbackRoundTrip
        void comes_back() {}
    }

    @MigrationTest(source = "flyway", locations = "classpath:good")
    @TimeLimit("soon")
    static class NoTime {
        @RollbackRoundTrip
        void comes_back() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @MigrationTest(source = "flyway", locations = "classpath:good")
    @Databases("postgres:17")
    @Seed(rows = 7, seed = 3)
    @interface ShopMigrations {}

    @Retention(RetentionPolicy.RUNTIME)
    @RollbackRoundTrip(latest = 1, wholeChain = false)
    @interface NewestComesBack {}

    @ShopMigrations
    static class Composed {
        @NewestComesBack
        void comes_back() {}
    }

    static class Heir extends Composed {}

    @ShopMigrations
    static class Outer {
        @Nested
        class Inner {
            @NewestComesBack
            void comes_back() {}
        }

        @Nested
        @Seed(rows = 2)
        class NearerSeed {
            @RollbackRoundTrip(only = "1", wholeChain = false)
            void comes_back() {}
        }
    }

    @ShopMigrations
    @TestInstance(Lifecycle.PER_CLASS)
    static class PerClass {
        private int bodies;

        @RollbackRoundTrip(
                only = {"1", "2"},
                wholeChain = false)
        void comes_back() {
            bodies++;
            assertThat(bodies).isPositive();
        }

        @Test
        void both_migrations_ran_on_this_instance() {
            assertThat(bodies).isBetween(0, 3);
        }
    }

    @Test
    void a_loss_fails_where_nothing_is_declared() {
        Kit kit = kit().run(Undeclared.class);
        assertThat(kit.failed()).containsExactly(DROP_NAME);
        assertThat(kit.message(DROP_NAME)).contains("rows-not-restored").contains("schema-not-restored");
    }

    @Test
    void what_is_declared_irreversible_passes_and_is_published_with_its_reason() {
        Kit kit = kit().run(DeclaredIrreversible.class);
        assertThat(kit.failed()).isEmpty();
        assertThat(kit.published()).anySatisfy(entry -> assertThat(entry).contains("because nobody reads it"));
        assertThat(kit.json()).contains("\"verdict\": \"DECLARED\"");
    }

    @Test
    void a_declared_loss_excuses_rows_and_not_the_schema() {
        Kit kit = kit().run(DeclaredLoss.class);
        assertThat(kit.failed()).containsExactly(DROP_NAME);
        assertThat(kit.message(DROP_NAME)).contains("schema-not-restored").doesNotContain("rows-not-restored");
    }

    @Test
    void declarations_of_class_and_method_add_up() {
        Kit kit = kit().run(Allowed.class);
        assertThat(kit.failed()).isEmpty();
        assertThat(kit.published()).anySatisfy(entry -> assertThat(entry).contains("NOT NULL cannot be had again"));
    }

    @Test
    void a_group_is_rolled_back_together() {
        Kit kit = kit().run(Grouped.class);
        assertThat(kit.passed())
                .containsExactly("postgres:17 › V1 customers + V2 drop name", "postgres:17 › everything was tested");
        assertThat(kit.failed()).isEmpty();
    }

    @Test
    void a_missing_down_fails_unless_it_is_only_to_be_reported() {
        Kit strict = kit().run(WithoutDowns.class);
        assertThat(strict.failed()).containsExactly("postgres:17 › V1 customers", DROP_NAME);
        Kit lenient = kit().run(ForwardOnly.class);
        assertThat(lenient.failed()).isEmpty();
        assertThat(lenient.published()).anySatisfy(entry -> assertThat(entry).contains("no-down"));
        Kit byProperty = kit().with("migrationtest.missingDown", "report").run(WithoutDowns.class);
        assertThat(byProperty.failed()).isEmpty();
    }

    @Test
    void a_migration_that_takes_longer_than_its_time_limit_fails() {
        Kit kit = kit().run(TooSlow.class);
        assertThat(kit.message("postgres:17 › V1 slow")).isEqualTo("""
                [postgres:17][V1 slow][up] it cannot be applied: it did not end within the time limit of 1 s (@TimeLimit, \
                migrationtest.timeLimit, or timeLimit(...)) and was cancelled
                  at       slow/V1__slow.sql:2
                  statement select pg_sleep(20)
                  - it did not end within the time limit of 1 s (@TimeLimit, migrationtest.timeLimit, or timeLimit(...)) \
                and was cancelled (SQLSTATE 57014)
                  effect   It fails the same way in production, in the middle of a release.
                  safe way Correct the statement; every later migration waits for it.
                  rule     up-fails; to allow it on purpose: @Allow(migration = "V1 slow", rule = "up-fails", \
                because = "…")""");
        assertThat(kit().run(FastEnough.class).failed()).isEmpty();
    }

    @Test
    void a_time_limit_that_is_none_is_refused() {
        assertThat(kit().run(NoTime.class).message("nothing was tested"))
                .isEqualTo("@TimeLimit(\"soon\") is no time; write 90s, 5m or 1h.");
    }

    @Test
    void annotations_can_be_composed_and_are_inherited() {
        for (Class<?> type : new Class<?>[] {Composed.class, Heir.class}) {
            Kit kit = Kit.reportingTo(report).with("migrationtest.rows", "").run(type);
            assertThat(kit.passed())
                    .containsExactly("postgres:17 › V3 find by email", "postgres:17 › everything was tested");
            assertThat(kit.json()).contains("\"rows\": \"7\"").contains("\"seed\": \"3\"");
        }
    }

    @Test
    void nested_classes_inherit_and_what_is_nearer_wins() {
        Kit kit = Kit.reportingTo(report).with("migrationtest.rows", "").run(Outer.class);
        assertThat(kit.passed())
                .containsExactlyInAnyOrder(
                        "postgres:17 › V3 find by email",
                        "postgres:17 › everything was tested",
                        "postgres:17 › V1 customers",
                        "postgres:17 › everything was tested");
        assertThat(kit.json())
                .containsPattern("\"rows\": \"(7 \\| 2|2 \\| 7)\"")
                .containsPattern("\"seed\": \"(3 \\| 42|42 \\| 3)\"");
    }

    @Test
    void one_instance_for_all_tests_works_as_well() {
        Kit kit = kit().run(PerClass.class);
        assertThat(kit.failed()).isEmpty();
        assertThat(kit.passed()).hasSize(4);
    }

    @Test
    void properties_win_over_annotations_and_system_properties_over_all() {
        Kit kit = Kit.reportingTo(report).with("migrationtest.rows", "4");
        assertThat(kit.run(Composed.class).json()).contains("\"rows\": \"4\"");
        System.setProperty("migrationtest.rows", "9");
        try {
            assertThat(kit.run(Composed.class).json()).contains("\"rows\": \"9\"");
        } finally {
            System.clearProperty("migrationtest.rows");
        }
    }

    @Test
    void a_property_that_does_not_exist_is_refused() {
        System.setProperty("migrationtest.row", "9");
        try {
            assertThat(kit().run(Composed.class).message("nothing was tested"))
                    .isEqualTo("There is no property 'migrationtest.row'. Did you mean 'migrationtest.rows'?");
        } finally {
            System.clearProperty("migrationtest.row");
        }
    }

    private Kit kit() {
        return Kit.reportingTo(report);
    }
}
