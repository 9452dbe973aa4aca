package org.migrationtest.datagen.check;

import java.util.List;

/** A parsed expression: a value or a condition. */
sealed interface Node {
    record ColumnNode(String name) implements Node {}

    record Literal(String text) implements Node {}

    record ListNode(List<Node> elements) implements Node {}

    record Call(String function, List<Node> arguments) implements Node {}

    record Truth(Condition condition) implements Node {}

    /** Anything else. */
    record Opaque() implements Node {}
}
