package org.migrationtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The database versions to test on, each of them a run: {@code @Databases({"postgres:15", "postgres:17"})}. Without it
 * {@code postgres:17}. A test with a {@link org.migrationtest.MigrationRun} runs on the first of them. The property is
 * {@code migrationtest.databases}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Databases {
    /** Engine and version, written as an image: {@code postgres:17}. */
    String[] value();
}
