package org.migrationtest.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Takes each migration up, down and up again on each database, with rows in the tables: a test a migration and database,
 * called {@code postgres:17 › V7 add full name}. The whole chain is rolled back and applied again too, and a last test
 * sees that nothing was left out. The method's own body runs after each of them that passed.
 *
 * <p>Attributes choose migrations, by id or label; all that is given must hold. The others are applied only.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(MigrationTestExtension.class)
public @interface RollbackRoundTrip {
    /** The first one; empty for the first of all. */
    String from() default "";

    /** These and no others; none for no such limit. */
    String[] only() default {};

    /** How many of the newest; 0 for no such limit. */
    int latest() default 0;

    /** A git reference: those whose files were added since; empty for no such limit. */
    String since() default "";

    /** Whether the whole chain is rolled back to nothing as well. */
    boolean wholeChain() default true;
}
