package org.migrationtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a migration without a way back means. Without it, it fails. The property is {@code migrationtest.missingDown}. */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
public @interface MissingDown {
    /** What it means. */
    Means value();

    /** What a migration without a way back can mean. */
    enum Means {
        /** The test fails. */
        FAIL,
        /** It is reported and does not fail: for applications that only ever go forward. */
        REPORT
    }
}
