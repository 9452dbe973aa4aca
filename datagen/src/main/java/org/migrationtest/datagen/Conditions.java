package org.migrationtest.datagen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationtest.datagen.catalog.Check;
import org.migrationtest.datagen.catalog.Column;
import org.migrationtest.datagen.catalog.PgType;
import org.migrationtest.datagen.catalog.Sql;
import org.migrationtest.datagen.catalog.Table;
import org.migrationtest.datagen.catalog.Tokens;
import org.migrationtest.datagen.catalog.Unique;
import org.migrationtest.datagen.check.Condition;
import org.migrationtest.datagen.check.ConditionParser;
import org.migrationtest.datagen.check.Narrowing;
import org.migrationtest.datagen.value.Domain;
import org.migrationtest.datagen.value.TypeValues;
import org.migrationtest.seed.ColumnForm;

/** Everything a row of a table has to meet: those conditions that narrow a column by themselves, and the hard rest. */
final class Conditions {
    private final Table table;
    private final Set<String> names = new LinkedHashSet<>();
    private final Narrowing narrowing;
    private final List<Check> hard = new ArrayList<>();
    private final List<Condition> parsedHard = new ArrayList<>();

    Conditions(Table table, Demand demand) {
        this.table = table;
        table.columns().forEach(column -> names.add(column.name()));
        Map<String, Domain> domains = new LinkedHashMap<>();
        for (Column column : table.writable()) {
            ColumnForm form = demand.forms().get(column.name());
            TypeValues.of(table.name().name(), column, form, demand.key(table, column.name()))
                    .ifPresent(domain -> domains.put(column.name(), domain));
        }
        Narrowing begun = new Narrowing(domains);
        for (Check check : all(demand)) {
            Condition condition = ConditionParser.parse(check.expression(), names);
            Narrowing tried = begun.copy();
            if (!demand.hard().contains(check.name()) && tried.apply(condition)) {
                begun = tried;
            } else {
                hard.add(check);
                parsedHard.add(condition);
            }
        }
        begun.settleOrders();
        this.narrowing = begun;
    }

    /** What can be said of each column alone. */
    Narrowing narrowing() {
        return narrowing;
    }

    /** What only the server can decide. */
    List<Check> hard() {
        return hard;
    }

    /** What the hard conditions say, as far as it was read, in the same order. */
    List<Condition> parsedHard() {
        return parsedHard;
    }

    /** A constraint as the table or one of its domains has it; empty if none has that name. */
    java.util.Optional<Check> named(String constraint, Demand demand) {
        return all(demand).stream()
                .filter(check -> check.name().equals(constraint))
                .findFirst();
    }

    private List<Check> all(Demand demand) {
        List<Check> all = new ArrayList<>();
        for (Check check : table.checks()) {
            all.add(new Check(
                    check.name(), check.expression(), List.copyOf(Tokens.columns(check.expression(), names))));
        }
        for (Column column : table.writable()) {
            for (PgType type = column.type(); type != null; type = type.inner()) {
                if (type.kind() != PgType.Kind.DOMAIN) {
                    break;
                }
                for (Check check : type.checks()) {
                    all.add(new Check(
                            check.name(), Tokens.withValue(check.expression(), column.name()), List.of(column.name())));
                }
            }
        }
        for (Unique unique : table.uniques()) {
            if (unique.predicate() != null && demand.avoided().contains(unique.name())) {
                String expression = "(" + unique.predicate() + ") is not true";
                all.add(new Check("not " + unique.name(), expression, List.copyOf(Tokens.columns(expression, names))));
            }
        }
        return all;
    }

    /** The type to which a value of the column is cast before its domain's own checks are asked. */
    static String plainType(Column column) {
        PgType base = column.type().base();
        return switch (base.name()) {
            case "bpchar", "varbit" -> base.name();
            case "bit" -> column.type().kind() == PgType.Kind.DOMAIN ? "varbit" : column.sqlType();
            default -> base.sql();
        };
    }

    /** For a report: the constraint with its text. */
    static String describe(Check check) {
        return Sql.name(check.name()) + " CHECK (" + check.expression() + ")";
    }
}
