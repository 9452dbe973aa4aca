package org.migrationtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The class tests migrations: its {@link RollbackRoundTrip} methods take each of them up, down and up again; other test
 * methods may have a {@link org.migrationtest.MigrationRun} as a parameter, a fresh database that they move themselves.
 *
 * <pre>{@code
 * @MigrationTest
 * @Databases({"postgres:15", "postgres:17"})
 * class ShopMigrationsTest {
 *     @RollbackRoundTrip
 *     void every_migration_comes_back() {}
 *
 *     @Test
 *     void backfill_keeps_names(MigrationRun run) {
 *         run.to("6").insert("customers", row -> row.set("name", "Ada Lovelace"));
 *         run.up("7");
 *         assertThat(run.table("customers")).hasNoNulls("full_name").hasSameRowCountAsBefore();
 *     }
 * }
 * }</pre>
 *
 * <p>Every annotation of this package but this one and {@code RollbackRoundTrip} can stand on a class and on a method, all
 * can stand on an annotation of one's own, and subclasses and {@code @Nested} classes inherit them. All can be said by a
 * property {@code migrationtest.*} as well. What is nearer wins: system property, then {@code junit-platform.properties},
 * then the method, then its class, then the classes around it, then the default. Declarations that can be repeated add
 * up.
 */
@Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@ExtendWith(MigrationTestExtension.class)
public @interface MigrationTest {
    /** The migration tool: {@code flyway}, {@code liquibase}, {@code sql}; empty to look at the conventional places. */
    String source() default "";

    /** Where the migrations are: {@code classpath:…}, {@code filesystem:…}; none for the tool's conventional place. */
    String[] locations() default {};
}
