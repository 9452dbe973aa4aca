package org.migrationtest.datagen;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Reference;
import org.migrationtest.datagen.catalog.Table;

/** Chooses what foreign keys point at: keys that exist, jointly for foreign keys that share columns. */
final class References {
    private static final int MOST_JOINED = 5_000;

    private final Table table;
    private final ParentKeys keys;
    private final Set<String> nullable;
    private final boolean hasRows;
    private final long rows;
    private final List<Group> groups = new ArrayList<>();
    private final List<SelfReference> selfReferences = new ArrayList<>();
    private final Set<String> nulls = new LinkedHashSet<>();

    /** Columns that are chosen together, with what there is to choose from. */
    record Group(List<String> columns, List<@Nullable String[]> rows, boolean declared) {}

    /**
     * @param nullable the columns that may be NULL
     * @param hasRows whether the table has rows already
     * @param rows how many are to be added
     */
    References(Table table, ParentKeys keys, Set<String> nullable, boolean hasRows, long rows) {
        this.table = table;
        this.keys = keys;
        this.nullable = nullable;
        this.hasRows = hasRows;
        this.rows = rows;
    }

    /** Reads the parents. Afterwards every column of a foreign key is in a group, a self-reference, or NULL. */
    void resolve(long seedKey) throws SQLException, UnfillableException {
        Comparator<Reference> declaredFirst =
                Comparator.comparing(Reference::declared).reversed();
        List<Reference> ordered = table.references().stream()
                .sorted(declaredFirst.thenComparing(
                        reference -> -reference.columns().size()))
                .toList();
        List<Reference> toItself = new ArrayList<>();
        for (Reference reference : ordered) {
            List<@Nullable String[]> parents = parents(reference);
            if (!parents.isEmpty()) {
                join(reference, new Group(reference.columns(), parents, reference.declared()));
            } else if (reference.parent().equals(table.name())
                    || reference.parent().equals(table.root())) {
                toItself.add(reference);
            } else if (reference.declared()) {
                leaveNull(reference, reference.parent() + " has no rows to refer to");
            }
        }
        toItself.forEach(reference -> selfReference(reference, seedKey));
    }

    /**
     * Of parents that can be referred to only once, those that no row refers to yet, if there are any. A parent that can
     * be referred to once for each of a few other values is as good as used up too: unused ones where they suffice.
     */
    private List<@Nullable String[]> parents(Reference reference) throws SQLException {
        Set<String> columns = new HashSet<>(reference.columns());
        boolean once = table.uniques().stream()
                .anyMatch(unique -> !unique.columns().isEmpty() && columns.containsAll(unique.columns()));
        boolean perValue =
                table.uniques().stream().anyMatch(unique -> unique.columns().containsAll(columns));
        if (hasRows && (once || perValue)) {
            List<@Nullable String[]> unused = keys.unusedBy(table.name(), reference);
            if (unused.size() >= (once ? 1 : rows)) {
                return unused;
            }
        }
        return keys.of(reference.parent(), reference.parentColumns());
    }

    List<Group> groups() {
        return groups;
    }

    List<SelfReference> selfReferences() {
        return selfReferences;
    }

    /** Columns that are always NULL, since there is nothing to refer to. */
    Set<String> nulls() {
        return nulls;
    }

    private void leaveNull(Reference reference, String why) throws UnfillableException {
        Set<String> free = new LinkedHashSet<>(reference.columns());
        free.retainAll(nullable);
        boolean possible = reference.full() ? free.size() == reference.columns().size() : !free.isEmpty();
        if (!possible) {
            throw new UnfillableException(reference.name() + " " + reference.definition(), why);
        }
        nulls.addAll(free);
    }

    private void join(Reference reference, Group group) throws UnfillableException {
        Group joined = group;
        List<Group> apart = new ArrayList<>();
        for (Group other : groups) {
            if (other.columns().stream().noneMatch(joined.columns()::contains)) {
                apart.add(other);
            } else if (reference.declared()) {
                joined = joined(other, joined);
            } else {
                return;
            }
        }
        if (joined.rows().isEmpty()) {
            leaveNull(
                    reference,
                    "no row of " + reference.parent() + " agrees with the other foreign keys of " + table.name()
                            + " on " + reference.columns());
            return;
        }
        groups.clear();
        groups.addAll(apart);
        groups.add(joined);
    }

    private static Group joined(Group left, Group right) {
        List<String> shared =
                left.columns().stream().filter(right.columns()::contains).toList();
        List<String> more = right.columns().stream()
                .filter(column -> !shared.contains(column))
                .toList();
        Map<List<@Nullable String>, List<@Nullable String[]>> byShared = new HashMap<>();
        for (@Nullable String[] row : right.rows()) {
            byShared.computeIfAbsent(pick(right, row, shared), key -> new ArrayList<>())
                    .add(row);
        }
        List<@Nullable String[]> rows = new ArrayList<>();
        for (int round = 0; rows.size() < MOST_JOINED; round++) {
            int before = rows.size();
            for (@Nullable String[] row : left.rows()) {
                List<@Nullable String[]> partners = byShared.getOrDefault(pick(left, row, shared), List.of());
                if (round < partners.size() && rows.size() < MOST_JOINED) {
                    List<@Nullable String> whole = new ArrayList<>(java.util.Arrays.asList(row));
                    whole.addAll(pick(right, partners.get(round), more));
                    rows.add(whole.toArray(new @Nullable String[0]));
                }
            }
            if (rows.size() == before) {
                break;
            }
        }
        List<String> columns = new ArrayList<>(left.columns());
        columns.addAll(more);
        return new Group(columns, rows, left.declared() && right.declared());
    }

    private static List<@Nullable String> pick(Group group, @Nullable String[] row, List<String> columns) {
        List<@Nullable String> picked = new ArrayList<>();
        for (String column : columns) {
            picked.add(row[group.columns().indexOf(column)]);
        }
        return picked;
    }

    private void selfReference(Reference reference, long seedKey) {
        Set<String> taken = new HashSet<>(nulls);
        groups.forEach(group -> taken.addAll(group.columns()));
        selfReferences.forEach(other -> taken.addAll(other.columns()));
        List<String> columns = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < reference.columns().size(); i++) {
            String column = reference.columns().get(i);
            String target = reference.parentColumns().get(i);
            if (!taken.contains(column) && !column.equals(target)) {
                columns.add(column);
                targets.add(target);
            }
        }
        boolean shared = columns.size() < reference.columns().size();
        Set<String> free = columns.stream().filter(nullable::contains).collect(Collectors.toSet());
        if (!columns.isEmpty()) {
            selfReferences.add(new SelfReference(columns, targets, free, shared, seedKey + selfReferences.size()));
        }
    }
}
