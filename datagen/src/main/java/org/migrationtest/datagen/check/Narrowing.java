package org.migrationtest.datagen.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.check.Condition.All;
import org.migrationtest.datagen.check.Condition.Any;
import org.migrationtest.datagen.check.Condition.Compare;
import org.migrationtest.datagen.check.Condition.Length;
import org.migrationtest.datagen.check.Condition.Matches;
import org.migrationtest.datagen.check.Condition.Null;
import org.migrationtest.datagen.check.Condition.OneOf;
import org.migrationtest.datagen.check.Condition.Order;
import org.migrationtest.datagen.check.Condition.Unknown;
import org.migrationtest.datagen.value.Bytes;
import org.migrationtest.datagen.value.Choice;
import org.migrationtest.datagen.value.Domain;
import org.migrationtest.datagen.value.Linear;
import org.migrationtest.datagen.value.Text;

/** The values columns may take, narrowed by one condition after another. */
public final class Narrowing {
    private final Map<String, Domain> domains;
    private final Set<String> notNull = new HashSet<>();
    private final Set<String> alwaysNull = new HashSet<>();
    private final List<Order> orders = new ArrayList<>();

    /** Starts with what the types allow. */
    public Narrowing(Map<String, Domain> domains) {
        this.domains = new LinkedHashMap<>(domains);
    }

    /** A copy to try something on. */
    public Narrowing copy() {
        Narrowing copy = new Narrowing(domains);
        copy.notNull.addAll(notNull);
        copy.alwaysNull.addAll(alwaysNull);
        copy.orders.addAll(orders);
        return copy;
    }

    /** What is left of the column. */
    public Optional<Domain> domain(String column) {
        return Optional.ofNullable(domains.get(column));
    }

    /** Columns that a condition forbids to be NULL. */
    public Set<String> notNull() {
        return notNull;
    }

    /** Columns that a condition wants to be NULL. */
    public Set<String> alwaysNull() {
        return alwaysNull;
    }

    /**
     * Narrows the columns so that the condition holds for any choice that is left.
     *
     * @return false if that cannot be done; the columns may then be narrowed by a part of it
     */
    public boolean apply(Condition condition) {
        if (condition instanceof All all) {
            boolean understood = true;
            for (Condition part : all.parts()) {
                understood &= apply(part);
            }
            return understood;
        }
        if (condition instanceof Null isNull) {
            (isNull.isNull() ? alwaysNull : notNull).add(isNull.column());
            return true;
        }
        if (condition instanceof Order order) {
            return order(order);
        }
        return !(condition instanceof Any) && !(condition instanceof Unknown) && applyToColumn(condition);
    }

    /** Splits columns that have to be in order into bands. To be called once, when all conditions are applied. */
    public void settleOrders() {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        for (int round = 0; round <= orders.size(); round++) {
            for (Order order : orders) {
                int above = ranks.getOrDefault(order.left(), 0) + 1;
                ranks.merge(order.left(), 0, Math::max);
                ranks.merge(order.right(), Math.min(above, orders.size()), Math::max);
            }
        }
        int bands = ranks.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        ranks.forEach((column, rank) ->
                domains.computeIfPresent(column, (name, domain) -> ((Linear) domain).band(rank, bands)));
    }

    private boolean order(Order order) {
        boolean ordered = domains.get(order.left()) instanceof Linear left
                && domains.get(order.right()) instanceof Linear right
                && left.scale().equals(right.scale());
        if (!ordered || order.operator().equals("<>")) {
            return false;
        }
        boolean ascending = order.operator().startsWith("<");
        orders.add(ascending ? order : order.mirrored());
        return true;
    }

    private boolean applyToColumn(Condition condition) {
        if (condition instanceof Compare compare) {
            return replace(compare.column(), compare(compare, domains.get(compare.column())));
        }
        if (condition instanceof Length length) {
            return replace(length.column(), length(length, domains.get(length.column())));
        }
        if (condition instanceof OneOf one && domains.get(one.column()) != null) {
            List<String> literals = domains.get(one.column()) instanceof Choice before
                    ? before.values().stream().filter(one.literals()::contains).toList()
                    : one.literals();
            return replace(one.column(), Optional.of(new Choice(literals.isEmpty() ? one.literals() : literals)));
        }
        if (condition instanceof Matches matches && domains.get(matches.column()) instanceof Text) {
            return replace(matches.column(), PatternLanguage.of(matches.pattern()));
        }
        return false;
    }

    private boolean replace(String column, Optional<? extends Domain> narrowed) {
        narrowed.ifPresent(domain -> domains.put(column, domain));
        return narrowed.isPresent();
    }

    private static Optional<? extends Domain> compare(Compare compare, @Nullable Domain domain) {
        if (domain instanceof Text text && compare.operator().equals("<>")) {
            return Optional.of(compare.literal().isEmpty() ? text.atLeast(1) : text);
        }
        if (!(domain instanceof Linear linear)) {
            return Optional.empty();
        }
        OptionalLong bound = linear.scale().parse(compare.literal());
        if (bound.isEmpty()) {
            return Optional.empty();
        }
        long at = bound.getAsLong();
        return Optional.of(
                switch (compare.operator()) {
                    case "<" -> linear.atMost(at - 1);
                    case "<=" -> linear.atMost(at);
                    case ">=" -> linear.atLeast(at);
                    case ">" -> linear.atLeast(at + 1);
                    default -> at > linear.high() || at < linear.low() ? linear : linear.atLeast(at + 1);
                });
    }

    private static Optional<? extends Domain> length(Length length, @Nullable Domain domain) {
        int number = length.number();
        int least =
                switch (length.operator()) {
                    case ">", "<>" -> length.operator().equals(">") || number == 0 ? number + 1 : 0;
                    case ">=", "=" -> number;
                    default -> 0;
                };
        int most =
                switch (length.operator()) {
                    case "<" -> number - 1;
                    case "<=", "=" -> number;
                    default -> Integer.MAX_VALUE;
                };
        if (domain instanceof Bytes bytes) {
            return Optional.of(bytes.atLeast(least).atMost(most));
        }
        return domain instanceof Text text && !length.octets()
                ? Optional.of(text.atLeast(least).atMost(most))
                : Optional.empty();
    }
}
