package org.migrationtest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.source.MigrationSourceException;

/** Puts migrations together that are rolled back together. */
final class Grouping {
    private static final int NEAR = 12;
    private static final String WHERE = "in @MigrationGroup, in migrationtest.groups, or in group(...)";

    private Grouping() {}

    static List<MigrationGroup> group(List<Migration> migrations, List<List<String>> wanted) {
        int[] groupOf = new int[migrations.size()];
        for (List<String> group : wanted) {
            List<Integer> members = members(migrations, group);
            members.forEach(member -> {
                if (groupOf[member] > 0) {
                    throw new MigrationSourceException("The migration '"
                            + migrations.get(member).label() + "' is in two groups (" + WHERE
                            + "). Name it in one of them.");
                }
                groupOf[member] = members.get(0) + 1;
            });
        }
        List<MigrationGroup> groups = new ArrayList<>();
        List<Migration> open = new ArrayList<>();
        for (int at = 0; at < migrations.size(); at++) {
            open.add(migrations.get(at));
            boolean last = at + 1 == migrations.size();
            if (groupOf[at] == 0 || last || groupOf[at + 1] != groupOf[at]) {
                groups.add(new MigrationGroup(open));
                open = new ArrayList<>();
            }
        }
        return groups;
    }

    private static List<Integer> members(List<Migration> migrations, List<String> group) {
        List<Integer> members = group.stream()
                .map(name -> indexOf(migrations, name, ", named by a group (" + WHERE + ")"))
                .distinct()
                .sorted()
                .toList();
        if (members.isEmpty()) {
            throw new MigrationSourceException(
                    "A group names no migration (" + WHERE + "). Name those that are rolled back together.");
        }
        if (members.get(members.size() - 1) - members.get(0) != members.size() - 1) {
            throw new MigrationSourceException("The group " + group + " (" + WHERE
                    + ") is not contiguous: other migrations run between its members. Name neighbours only.");
        }
        return members;
    }

    /**
     * Where a migration stands that the user named by id or label.
     *
     * @param by what named it, to be put behind the name; may be empty
     */
    static int indexOf(List<Migration> migrations, String name, String by) {
        return IntStream.range(0, migrations.size())
                .filter(at -> migrations.get(at).id().value().equals(name)
                        || migrations.get(at).label().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationSourceException("There is no migration '" + name + "'" + by
                        + "." + Nearest.question(name, names(migrations))
                        + " Migrations are named by id or label; the newest are "
                        + migrations.stream()
                                .skip(Math.max(0, migrations.size() - NEAR))
                                .map(migration -> "'" + migration.id() + "' (" + migration.label() + ")")
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private static List<String> names(List<Migration> migrations) {
        return migrations.stream()
                .flatMap(migration -> Stream.of(migration.id().value(), migration.label()))
                .toList();
    }
}
