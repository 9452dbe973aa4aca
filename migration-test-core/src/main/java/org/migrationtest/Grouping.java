package org.migrationtest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.source.MigrationSourceException;

/** Puts migrations together that are rolled back together. */
final class Grouping {
    private static final int NEAR = 12;

    private Grouping() {}

    static List<MigrationGroup> group(List<Migration> migrations, List<List<String>> wanted) {
        int[] groupOf = new int[migrations.size()];
        for (int group = 0; group < wanted.size(); group++) {
            List<Integer> members = wanted.get(group).stream()
                    .map(name -> indexOf(migrations, name))
                    .sorted()
                    .toList();
            int first = members.get(0);
            if (members.get(members.size() - 1) - first != members.size() - 1) {
                throw new MigrationSourceException("The group " + wanted.get(group)
                        + " is not contiguous: other migrations run between its members. Name neighbours only.");
            }
            members.forEach(member -> groupOf[member] = first + 1);
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

    /** Where a migration stands that the user named by id or label. */
    static int indexOf(List<Migration> migrations, String name) {
        return IntStream.range(0, migrations.size())
                .filter(at -> migrations.get(at).id().value().equals(name)
                        || migrations.get(at).label().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationSourceException("There is no migration '" + name
                        + "'. Migrations are named by id or label; the newest are "
                        + migrations.stream()
                                .skip(Math.max(0, migrations.size() - NEAR))
                                .map(migration -> "'" + migration.id() + "' (" + migration.label() + ")")
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
