package org.migrationtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Neighbouring migrations that are one change and are rolled back together: {@code @MigrationGroup({"5", "6"})}. The
 * property is {@code migrationtest.groups}, groups divided by semicolons, migrations by commas.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(MigrationGroup.All.class)
public @interface MigrationGroup {
    /** Which, by id or label. */
    String[] value();

    /** Several of them. */
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @interface All {
        /** Each of them. */
        MigrationGroup[] value();
    }
}
