package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Check;
import org.migrationtest.datagen.catalog.Sql;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.datagen.catalog.Tokens;
import org.migrationtest.datagen.check.Condition;
import org.migrationtest.datagen.check.Narrowing;
import org.migrationtest.datagen.value.Choice;
import org.migrationtest.datagen.value.Domain;
import org.migrationtest.datagen.value.Hash;
import org.migrationtest.datagen.value.Linear;
import org.migrationtest.datagen.value.Text;

/** Finds values for conditions that cannot be read: makes candidates and asks the server which of them it accepts. */
final class PoolSolver {
    private static final int CANDIDATES = 600;

    private final Connection connection;
    private final Table table;
    private final Conditions conditions;

    PoolSolver(Connection connection, Table table, Conditions conditions) {
        this.connection = connection;
        this.table = table;
        this.conditions = conditions;
    }

    /** Fields with those merged that hard conditions tie together, each with what the server accepts. */
    List<Field> solve(List<Field> fields) throws SQLException, UnfillableException {
        List<Field> solved = new ArrayList<>(fields);
        List<Check> rest = new ArrayList<>(conditions.hard());
        while (!rest.isEmpty()) {
            List<Check> group = new ArrayList<>(List.of(rest.remove(0)));
            List<Field> tied = tied(solved, group);
            for (int i = 0; i < rest.size(); i++) {
                if (tied(tied, List.of(rest.get(i))).size() > 0) {
                    group.add(rest.remove(i));
                    tied = tied(solved, group);
                    i = -1;
                }
            }
            if (!tied.isEmpty()) {
                Optional<Field> merged = merged(tied, group);
                if (merged.isPresent()) {
                    solved.removeAll(tied);
                    solved.add(merged.get());
                }
            }
        }
        return solved;
    }

    private static List<Field> tied(List<Field> fields, List<Check> checks) {
        Set<String> columns =
                checks.stream().flatMap(check -> check.columns().stream()).collect(Collectors.toSet());
        return fields.stream()
                .filter(field -> field.columns().stream().anyMatch(columns::contains))
                .toList();
    }

    /** Empty if the server cannot tell without a row being inserted. */
    private Optional<Field> merged(List<Field> fields, List<Check> checks) throws SQLException, UnfillableException {
        List<String> columns =
                fields.stream().flatMap(field -> field.columns().stream()).toList();
        List<@Nullable String[]> candidates = candidates(fields, checks);
        List<@Nullable String[]> rows = accepted(columns, candidates, checks);
        if (rows == null) {
            return Optional.empty();
        }
        if (rows.isEmpty()) {
            throw new UnfillableException(
                    checks.stream().map(Conditions::describe).collect(Collectors.joining(", ")),
                    "the server accepted none of " + candidates.size() + " candidates, of which the first was "
                            + columns + " = " + Arrays.toString(candidates.get(0)));
        }
        Field first = fields.get(0);
        boolean counts = fields.stream().anyMatch(Field::counts);
        return Optional.of(new Field(
                columns,
                new Tuples.Listed(rows),
                Set.of(),
                counts
                        ? Field.Turn.counting(0)
                        : Field.Turn.scattered(first.turn().start()),
                fields.stream().anyMatch(Field::unique),
                first.key()));
    }

    private List<@Nullable String[]> candidates(List<Field> fields, List<Check> checks) {
        List<Narrowing> variants = variants(checks);
        Map<List<@Nullable String>, @Nullable String[]> distinct = new LinkedHashMap<>();
        List<String> literals = checks.stream()
                .flatMap(check -> Tokens.literals(check.expression()).stream())
                .distinct()
                .toList();
        for (int number = 0; number < CANDIDATES; number++) {
            Narrowing variant = variants.get(number % variants.size());
            List<@Nullable String> tuple = new ArrayList<>();
            for (Field field : fields) {
                addValues(tuple, field, variant, literals, number);
            }
            distinct.putIfAbsent(tuple, tuple.toArray(new @Nullable String[0]));
        }
        return new ArrayList<>(distinct.values());
    }

    private static void addValues(
            List<@Nullable String> tuple, Field field, Narrowing variant, List<String> literals, int number) {
        long bits = Hash.at(field.key(), number);
        boolean none = Hash.below(Hash.mix(bits + 1), 4) == 0;
        for (int i = 0; i < field.columns().size(); i++) {
            String column = field.columns().get(i);
            boolean mayBeNull =
                    field.nullable().contains(column) && !variant.notNull().contains(column);
            if (mayBeNull && (none || variant.alwaysNull().contains(column))) {
                tuple.add(null);
            } else if (field.tuples() instanceof Tuples.Single && !field.unique()) {
                Domain domain = variant.domain(column).orElseThrow();
                Optional<String> harvested = Hash.below(Hash.mix(bits + 2), 4) == 0 && !field.counts()
                        ? harvested(domain, literals, Hash.mix(bits + 3))
                        : Optional.empty();
                long index = field.counts() ? field.turn().start() + number : Hash.mix(bits + 4);
                tuple.add(harvested.orElseGet(() -> domain.at(Hash.below(index, Math.max(1, domain.size())))));
            } else {
                long index = field.counts() ? field.turn().start() + number : Hash.mix(bits + 4);
                tuple.add(field.tuples().at(Hash.below(index, field.tuples().size()), i));
            }
        }
    }

    /** A literal from the condition, if the column's type can read it. */
    private static Optional<String> harvested(Domain domain, List<String> literals, long bits) {
        List<String> fitting =
                literals.stream().filter(literal -> reads(domain, literal)).toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get((int) Hash.below(bits, fitting.size())));
    }

    private static boolean reads(Domain domain, String literal) {
        if (domain instanceof Text text) {
            return literal.length() <= text.most();
        }
        if (domain instanceof Linear linear) {
            return linear.scale().parse(literal).isPresent();
        }
        return domain instanceof Choice choice && choice.values().contains(literal);
    }

    /** One for each way to meet a condition that offers several, besides the columns as they are. */
    private List<Narrowing> variants(List<Check> checks) {
        List<Narrowing> variants = new ArrayList<>(List.of(conditions.narrowing()));
        for (int i = 0; i < conditions.hard().size(); i++) {
            if (checks.contains(conditions.hard().get(i))) {
                for (Condition branch : branches(conditions.parsedHard().get(i))) {
                    Narrowing variant = conditions.narrowing().copy();
                    variant.apply(branch);
                    variants.add(variant);
                }
            }
        }
        return variants;
    }

    private static List<Condition> branches(Condition condition) {
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().flatMap(part -> branches(part).stream()).toList();
        }
        if (condition instanceof Condition.All all) {
            Set<Condition> branches = new LinkedHashSet<>(List.of(condition));
            all.parts().stream()
                    .filter(Condition.Any.class::isInstance)
                    .forEach(part -> branches.addAll(branches(part)));
            return List.copyOf(branches);
        }
        return List.of(condition);
    }

    /** Those of the candidates that meet all checks; null if asking raised an error. */
    private @Nullable List<@Nullable String[]> accepted(
            List<String> columns, List<@Nullable String[]> candidates, List<Check> checks) throws SQLException {
        List<String> types = columns.stream()
                .map(column -> table.column(column).map(Conditions::plainType).orElse("text"))
                .toList();
        StringBuilder sql = new StringBuilder("select i from (values ");
        for (int row = 0; row < candidates.size(); row++) {
            sql.append(row == 0 ? "(" : ", (").append(row);
            for (int i = 0; i < types.size(); i++) {
                sql.append(", ")
                        .append(Sql.literal(candidates.get(row)[i]))
                        .append("::")
                        .append(types.get(i));
            }
            sql.append(')');
        }
        sql.append(") as candidate(i, ")
                .append(columns.stream().map(Sql::name).collect(Collectors.joining(", ")))
                .append(") where ")
                .append(checks.stream()
                        .map(check -> "((" + check.expression() + ") is not false)")
                        .collect(Collectors.joining(" and ")))
                .append(" order by i");
        Set<Integer> accepted = new HashSet<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute("savepoint migrationtest_pool");
            try (ResultSet rows = statement.executeQuery(sql.toString())) {
                while (rows.next()) {
                    accepted.add(rows.getInt(1));
                }
            } catch (SQLException refused) {
                Failures.rethrowIfLost(refused);
                statement.execute("rollback to savepoint migrationtest_pool; release savepoint migrationtest_pool");
                return null;
            }
            statement.execute("release savepoint migrationtest_pool");
        }
        List<@Nullable String[]> rows = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (accepted.contains(i)) {
                rows.add(candidates.get(i));
            }
        }
        return rows;
    }
}
