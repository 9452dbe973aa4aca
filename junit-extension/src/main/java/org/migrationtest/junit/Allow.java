package org.migrationtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A migration may break a rule, for a reason that the report shows. */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(Allow.All.class)
public @interface Allow {
    /** Which, by id or label; {@code *} for every one. */
    String migration();

    /** The rule as the failure names it: {@code schema-not-restored}. */
    String rule();

    /** Why; never blank. */
    String because();

    /** Several of them. */
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @interface All {
        /** Each of them. */
        Allow[] value();
    }
}
