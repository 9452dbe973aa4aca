package org.migrationtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rows that migrations meet: how many are generated for each table when it appears, and what from. The properties are
 * {@code migrationtest.rows} and {@code migrationtest.seed}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface Seed {
    /** Rows a table; 0 for none. */
    long rows() default 100;

    /** What values are derived from: the same seed gives the same rows. */
    long seed() default 42;
}
