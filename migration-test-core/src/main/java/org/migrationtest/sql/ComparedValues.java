package org.migrationtest.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationtest.sql.SqlToken.Kind;

/** The values with which a statement compares columns, and the literals that it uses otherwise. */
final class ComparedValues {
    /** What stands in front of a condition; {@code a = 'x'} behind anything else may be an assignment. */
    private static final Set<String> BEFORE_A_CONDITION = Set.of(
            "where", "and", "or", "not", "on", "when", "if", "elsif", "elseif", "while", "having", "by", "select", "(");

    private final TokenList tokens;
    private final Map<String, List<Optional<String>>> compared = new LinkedHashMap<>();
    private final Set<String> assigned = new HashSet<>();
    private final BitSet read = new BitSet();
    private final Deque<Optional<String>> cases = new ArrayDeque<>();

    ComparedValues(TokenList tokens) {
        this.tokens = tokens;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.at(i).is("check") && tokens.at(i + 1).is("(")) {
                int end = tokens.closing(i + 1);
                read.set(i, end);
                i = end;
            } else {
                look(i);
            }
        }
    }

    /** By column the values, without repetition and in order; an empty one stands for NULL. */
    Map<String, List<Optional<String>>> compared() {
        return compared;
    }

    /** The columns that get a new value. */
    Set<String> assigned() {
        return assigned;
    }

    /** Strings and numbers that are compared with nothing, and are no part of a CHECK. */
    Set<String> others() {
        Set<String> others = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            Kind kind = tokens.at(i).kind();
            if (!read.get(i) && (kind == Kind.STRING || kind == Kind.NUMBER)) {
                others.add(tokens.at(i).text());
            }
        }
        return others;
    }

    private void look(int i) {
        SqlToken token = tokens.at(i);
        if (token.is(";")) {
            cases.clear();
        } else if (token.is("case")) {
            cases.push(tokens.column(i + 1)
                    .filter(operand ->
                            tokens.at(tokens.afterCasts(operand.end())).is("when"))
                    .map(TokenList.Column::name));
        } else if (token.is("end")) {
            cases.poll();
        } else if (token.is("when") && !cases.isEmpty()) {
            cases.peek().ifPresent(operand -> add(operand, i + 1));
        } else if (token.is("replace") && tokens.at(i + 1).is("(")) {
            tokens.column(i + 2)
                    .filter(column -> tokens.at(column.end()).is(","))
                    .ifPresent(column -> add(column.name(), column.end() + 1));
        }
        tokens.column(i).ifPresent(column -> compare(i, column.name(), tokens.afterCasts(column.end())));
    }

    private void compare(int start, String column, int operator) {
        boolean negated = tokens.at(operator).is("not");
        int at = negated ? operator + 1 : operator;
        SqlToken token = tokens.at(at);
        switch (token.quoted() ? "" : token.text()) {
            case "=", "<>", "!=" -> {
                SqlToken before = tokens.at(start - 1);
                if (BEFORE_A_CONDITION.contains(before.text())) {
                    addAny(column, at + 1);
                } else if (token.is("=") && (before.is("set") || before.is(","))) {
                    assigned.add(column);
                }
            }
            case "<", "<=", ">", ">=" -> bound(column, token.text(), at + 1);
            case "between" -> add(column, at + 1);
            case "in" -> in(column, negated, at + 1);
            case "like", "ilike" -> pattern(column, at + 1);
            case "is" -> {
                if (tokens.at(at + 1).is("null")) {
                    put(column, Optional.empty());
                }
            }
            default -> {}
        }
    }

    private void addAny(String column, int at) {
        boolean any = tokens.at(at).is("any")
                || tokens.at(at).is("all")
                || tokens.at(at).is("some");
        if (!any) {
            add(column, at);
        } else if (tokens.at(at + 2).is("array") && tokens.at(at + 3).is("[")) {
            list(column, at + 4);
        } else if (tokens.at(at + 2).text().matches("\\{[^\"\\\\{}]+}")) {
            read.set(at + 2);
            String elements = tokens.at(at + 2).text();
            for (String element : elements.substring(1, elements.length() - 1).split(",", -1)) {
                put(column, Optional.of(element.strip()));
            }
        }
    }

    private void in(String column, boolean negated, int opening) {
        if (!tokens.at(opening + 1).is("select")) {
            list(column, opening + 1);
        } else if (negated && (tokens.has("delete") || tokens.has("update"))) {
            StatementFacts.NO_KEYS.forEach(key -> put(column, Optional.of(key)));
        }
    }

    private void list(String column, int first) {
        int next = add(column, first);
        while (next > 0 && tokens.at(next).is(",")) {
            next = add(column, next + 1);
        }
    }

    /** Adds the literal that stands here; returns the index behind it, 0 if there is none. */
    private int add(String column, int at) {
        Optional<TokenList.Literal> literal = tokens.literal(at);
        literal.ifPresent(found -> {
            read.set(at, found.end());
            put(column, Optional.of(found.value()));
        });
        return literal.map(TokenList.Literal::end).orElse(0);
    }

    private void pattern(String column, int at) {
        tokens.literal(at).ifPresent(found -> {
            read.set(at, found.end());
            String text = found.value().replaceAll("(?<!\\\\)%", "").replaceAll("(?<!\\\\)_", "a");
            put(column, Optional.of(text.replace("\\", "")));
        });
    }

    private void bound(String column, String operator, int at) {
        tokens.literal(at).ifPresent(found -> {
            read.set(at, found.end());
            long step = operator.equals(">") ? 1 : operator.equals("<") ? -1 : 0;
            moved(found.value(), step).ifPresent(value -> put(column, Optional.of(value)));
        });
    }

    /** The next number or day; empty for a text that is neither. */
    private static Optional<String> moved(String value, long step) {
        try {
            return Optional.of(
                    new BigDecimal(value).add(BigDecimal.valueOf(step)).toPlainString());
        } catch (NumberFormatException perhapsADay) {
            try {
                String day = value.substring(0, Math.min(10, value.length()));
                return Optional.of(LocalDate.parse(day).plusDays(step).toString());
            } catch (DateTimeParseException neither) {
                return Optional.empty();
            }
        }
    }

    private void put(String column, Optional<String> value) {
        List<Optional<String>> values = compared.computeIfAbsent(column, name -> new ArrayList<>());
        if (!values.contains(value)) {
            values.add(value);
        }
    }
}
