package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.Field.Turn;
import org.migrationtest.datagen.catalog.Column;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.datagen.catalog.Unique;
import org.migrationtest.datagen.value.Domain;
import org.migrationtest.datagen.value.Linear;
import org.migrationtest.datagen.value.Text;

/** Decides, before the first row, what every row of a table will hold. */
final class Planner {
    private final Connection connection;
    private final ParentKeys keys;
    private final Table table;
    private final Existing existing;

    Planner(Connection connection, ParentKeys keys, Table table, Existing existing) {
        this.connection = connection;
        this.keys = keys;
        this.table = table;
        this.existing = existing;
    }

    RowPlan plan(Demand demand) throws SQLException, UnfillableException {
        Conditions conditions = new Conditions(table, demand);
        Set<String> nullable = table.writable().stream()
                .filter(column -> !column.notNull())
                .map(Column::name)
                .filter(column -> !conditions.narrowing().notNull().contains(column))
                .collect(Collectors.toSet());
        References references = new References(table, keys, nullable, existing.rows() > 0, demand.rows());
        references.resolve(demand.key(table, "itself"));
        List<Field> fields = new ArrayList<>();
        Set<String> referencing = new HashSet<>();
        for (References.Group group : references.groups()) {
            if (group.declared() || group.rows().size() >= demand.rows() || !inUnique(group.columns())) {
                fields.add(field(group, nullable, demand));
                referencing.addAll(group.columns());
            }
        }
        references.selfReferences().forEach(reference -> referencing.addAll(reference.columns()));
        for (Column column : table.writable()) {
            if (!referencing.contains(column.name())) {
                boolean none = references.nulls().contains(column.name())
                        || conditions.narrowing().alwaysNull().contains(column.name());
                single(column, none, conditions, nullable, demand).ifPresent(fields::add);
            }
        }
        List<Field> solved = new PoolSolver(connection, table, conditions).solve(fields);
        UniquePlan unique = new UniquePlan(table, solved, demand.rows(), existing.rows() + demand.shift());
        Optional<Unique> tooFew = unique.arrange(demand.avoided());
        return tooFew.isPresent()
                ? plan(demand.avoiding(tooFew.get().name()))
                : new RowPlan(unique.fields(), references.selfReferences(), unique.rows());
    }

    private Field field(References.Group group, Set<String> nullable, Demand demand) {
        Set<String> free = group.columns().stream().filter(nullable::contains).collect(Collectors.toSet());
        return new Field(
                group.columns(),
                new Tuples.Listed(group.rows()),
                free,
                Turn.scattered(existing.rows() + demand.shift()),
                false,
                demand.key(table, String.join(",", group.columns())));
    }

    private boolean inUnique(List<String> columns) {
        return table.uniques().stream()
                .anyMatch(unique -> unique.columns().stream().anyMatch(columns::contains));
    }

    /** Empty for a column that is best left to its default. */
    private Optional<Field> single(
            Column column, boolean none, Conditions conditions, Set<String> nullable, Demand demand)
            throws UnfillableException {
        Optional<Domain> domain = conditions.narrowing().domain(column.name());
        if (none || (domain.isEmpty() && column.defaultExpression() == null && nullable.contains(column.name()))) {
            @Nullable String[] nothing = {null};
            return Optional.of(new Field(
                    List.of(column.name()),
                    new Tuples.Listed(List.<@Nullable String[]>of(nothing)),
                    Set.of(),
                    Turn.scattered(0),
                    false,
                    0));
        }
        if (domain.isEmpty()) {
            if (column.defaultExpression() != null) {
                return Optional.empty();
            }
            throw new UnfillableException(
                    "column \"" + column.name() + "\" " + column.sqlType() + " NOT NULL",
                    "no values are known for type " + column.sqlType() + ", and the column has no default");
        }
        if (domain.get().size() == 0) {
            throw new UnfillableException(
                    "the CHECKs on column \"" + column.name() + "\"", "together they leave no value");
        }
        return Optional.of(single(column, domain.get(), nullable, demand));
    }

    private Field single(Column column, Domain domain, Set<String> nullable, Demand demand) {
        Set<String> free = nullable.contains(column.name()) ? Set.of(column.name()) : Set.of();
        long start = existing.rows() + demand.shift();
        Domain values = domain instanceof Text text && !inUnique(List.of(column.name())) ? text.repeated() : domain;
        Turn turn = values instanceof Text ? Turn.counting(start) : Turn.scattered(start);
        boolean numbered = Existing.numbered(table).contains(column) && carriesAlone(column);
        if (numbered && domain instanceof Linear linear) {
            Long highest = existing.highest().get(column.name());
            Linear counted = linear.countingFrom(highest == null ? linear.low() : highest + 1);
            boolean room = counted.size() >= demand.rows() + demand.shift();
            Linear numbers = room ? counted : linear.countingFrom(linear.low());
            // The sequence has to have numbers left for the application, so its column has no largest one.
            values = column.sequence() == null ? numbers : Domain.of(numbers.size(), numbers::at);
            turn = Turn.counting(room ? demand.shift() : start);
        } else if (column.name().endsWith("_id") && domain instanceof Linear linear && linear.low() == 1) {
            values = linear.atMost(Math.max(1, demand.rows()));
        }
        return new Field(
                List.of(column.name()),
                new Tuples.Single(values),
                free,
                turn,
                numbered,
                demand.key(table, column.name()));
    }

    private boolean carriesAlone(Column column) {
        return column.sequence() != null
                || table.uniques().stream().anyMatch(unique -> unique.columns().equals(List.of(column.name())));
    }
}
