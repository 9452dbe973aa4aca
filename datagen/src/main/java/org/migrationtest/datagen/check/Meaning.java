package org.migrationtest.datagen.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationtest.datagen.check.Condition.Any;
import org.migrationtest.datagen.check.Condition.Compare;
import org.migrationtest.datagen.check.Condition.Length;
import org.migrationtest.datagen.check.Condition.Matches;
import org.migrationtest.datagen.check.Condition.Null;
import org.migrationtest.datagen.check.Condition.OneOf;
import org.migrationtest.datagen.check.Condition.Order;
import org.migrationtest.datagen.check.Condition.Unknown;
import org.migrationtest.datagen.check.Node.Call;
import org.migrationtest.datagen.check.Node.ColumnNode;
import org.migrationtest.datagen.check.Node.ListNode;
import org.migrationtest.datagen.check.Node.Literal;
import org.migrationtest.datagen.check.Node.Truth;

/** What parts of an expression mean for the columns in them. */
final class Meaning {
    private static final Set<String> LENGTHS = Set.of("length", "char_length", "character_length", "octet_length");
    private static final Set<String> ORDERS = Set.of("<", "<=", ">", ">=", "<>");
    private static final Map<String, String> MIRRORED = Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=");

    private Meaning() {}

    static Condition condition(Node node) {
        if (node instanceof Truth truth) {
            return truth.condition();
        }
        return node instanceof ColumnNode column ? new OneOf(column.name(), List.of("true")) : new Unknown();
    }

    static Condition negated(Node node) {
        return node instanceof ColumnNode column ? new OneOf(column.name(), List.of("false")) : new Unknown();
    }

    static Condition is(Node node, boolean negative, String what) {
        if (!(node instanceof ColumnNode column)) {
            return new Unknown();
        }
        return switch (what) {
            case "NULL" -> new Null(column.name(), !negative);
            case "TRUE" -> negative ? new Unknown() : new OneOf(column.name(), List.of("true"));
            case "FALSE" -> negative ? new Unknown() : new OneOf(column.name(), List.of("false"));
            default -> new Unknown();
        };
    }

    static Condition compared(Node left, String operator, Node right, boolean any, boolean all) {
        if (any && operator.equals("=") && left instanceof ColumnNode column) {
            return oneOf(column.name(), right);
        }
        if (any || all) {
            return new Unknown();
        }
        if (left instanceof Literal && !(right instanceof Literal) && isOrder(operator)) {
            return compared(right, MIRRORED.getOrDefault(operator, operator), left, false, false);
        }
        if (left instanceof ColumnNode column && right instanceof Literal literal) {
            return withLiteral(column.name(), operator, literal.text());
        }
        if (left instanceof ColumnNode one && right instanceof ColumnNode other && ORDERS.contains(operator)) {
            return new Order(one.name(), operator, other.name());
        }
        if (left instanceof Call call && right instanceof Literal literal && isOrder(operator)) {
            return length(call, operator, literal.text());
        }
        return new Unknown();
    }

    /** {@code a = 1 OR a = 2} is {@code a IN (1, 2)}. */
    static Condition simplified(Any any) {
        List<String> literals = new ArrayList<>();
        String column = null;
        for (Condition part : any.parts()) {
            if (!(part instanceof OneOf one) || (column != null && !column.equals(one.column()))) {
                return any;
            }
            column = one.column();
            literals.addAll(one.literals());
        }
        return column == null ? any : new OneOf(column, literals);
    }

    private static boolean isOrder(String operator) {
        return operator.equals("=") || ORDERS.contains(operator);
    }

    private static Condition withLiteral(String column, String operator, String literal) {
        return switch (operator) {
            case "=" -> new OneOf(column, List.of(literal));
            case "<", "<=", ">", ">=", "<>" -> new Compare(column, operator, literal);
            case "~", "~*" -> new Matches(column, literal);
            case "~~", "~~*" -> new Matches(column, "^" + fromLike(literal) + "$");
            default -> new Unknown();
        };
    }

    private static Condition oneOf(String column, Node right) {
        if (right instanceof ListNode list) {
            List<String> literals = new ArrayList<>();
            for (Node element : list.elements()) {
                if (!(element instanceof Literal literal)) {
                    return new Unknown();
                }
                literals.add(literal.text());
            }
            return new OneOf(column, literals);
        }
        if (right instanceof Literal array && array.text().matches("\\{[^\"\\\\{}]*}")) {
            String inner = array.text().substring(1, array.text().length() - 1);
            return new OneOf(column, Arrays.asList(inner.split(",")));
        }
        return new Unknown();
    }

    private static Condition length(Call call, String operator, String literal) {
        boolean readable =
                LENGTHS.contains(call.function()) && call.arguments().size() == 1 && literal.matches("\\d{1,6}");
        return readable && call.arguments().get(0) instanceof ColumnNode column
                ? new Length(
                        column.name(),
                        operator,
                        Integer.parseInt(literal),
                        call.function().startsWith("octet"))
                : new Unknown();
    }

    private static String fromLike(String like) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char c = like.charAt(i);
            pattern.append(
                    switch (c) {
                        case '%' -> "[a-z0-9]*";
                        case '_' -> "[a-z0-9]";
                        default -> Character.isLetterOrDigit(c) ? String.valueOf(c) : "\\" + c;
                    });
        }
        return pattern.toString();
    }
}
