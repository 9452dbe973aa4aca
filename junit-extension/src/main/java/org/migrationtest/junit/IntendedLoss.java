package org.migrationtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A migration may lose or change rows on its way back, for a reason that the report shows. The property is
 * {@code migrationtest.intendedLoss.MIGRATION}, its value the reason.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(IntendedLoss.All.class)
public @interface IntendedLoss {
    /** Which, by id or label. */
    String migration();

    /** Why; never blank. */
    String because();

    /** Several of them. */
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @interface All {
        /** Each of them. */
        IntendedLoss[] value();
    }
}
