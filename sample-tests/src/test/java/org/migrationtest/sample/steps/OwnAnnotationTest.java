package org.migrationtest.sample.steps;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.migrationtest.junit.Databases;
import org.migrationtest.junit.MigrationTest;
import org.migrationtest.junit.MissingDown;
import org.migrationtest.junit.RollbackRoundTrip;
import org.migrationtest.junit.Seed;

// tag::class[]
@MigrationTest(source = "sql", locations = "classpath:steps/sql")
@Databases("postgres:17")
@Seed(rows = 500)
@MissingDown(MissingDown.Means.REPORT)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface OurMigrations {}

@OurMigrations
class OwnAnnotationTest {
    @RollbackRoundTrip(latest = 1, wholeChain = false)
    void the_newest_migration_comes_back() {}
}
// end::class[]
