package org.migrationtest.datagen.check;

import java.util.List;

/** What a CHECK says, as far as values can be chosen by it. */
public sealed interface Condition {
    /** All of them hold. */
    record All(List<Condition> parts) implements Condition {}

    /** One of them holds. */
    record Any(List<Condition> parts) implements Condition {}

    /**
     * A column compared with a literal.
     *
     * @param operator one of {@code < <= > >= <>}
     */
    record Compare(String column, String operator, String literal) implements Condition {}

    /**
     * A column compared with another.
     *
     * @param operator one of {@code < <= > >= <>}
     */
    record Order(String left, String operator, String right) implements Condition {
        /** {@code a > b} as {@code b < a}. */
        Order mirrored() {
            String lower = right;
            String upper = left;
            return new Order(lower, operator.replace('>', '<'), upper);
        }
    }

    /**
     * A text's length in characters, or a binary string's in bytes, compared with a number.
     *
     * @param operator one of {@code < <= > >= = <>}
     * @param octets whether bytes are counted even of a text
     */
    record Length(String column, String operator, int number, boolean octets) implements Condition {}

    /** A column equal to one of these literals. */
    record OneOf(String column, List<String> literals) implements Condition {}

    /** A column matching a pattern. */
    record Matches(String column, String pattern) implements Condition {}

    /** A column that is NULL, or is not. */
    record Null(String column, boolean isNull) implements Condition {}

    /** Something else, which only the server understands. */
    record Unknown() implements Condition {}
}
