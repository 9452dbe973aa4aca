package org.migrationtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A further setting of the migration tool, by the tool's own name for it: {@code @ToolOption(name = "schemas", value =
 * "shop")}. The property is {@code migrationtest.option.NAME}.
 */
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@Repeatable(ToolOption.All.class)
public @interface ToolOption {
    /** The tool's name for it, without the tool's prefix. */
    String name();

    /** The value as the tool's configuration file would have it. */
    String value();

    /** Several of them. */
    @Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @Inherited
    @Documented
    @interface All {
        /** Each of them. */
        ToolOption[] value();
    }
}
