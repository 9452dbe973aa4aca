package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationtest.datagen.catalog.Column;
import org.migrationtest.datagen.catalog.Sql;
import org.migrationtest.datagen.catalog.Table;

/**
 * What a table holds already, a partition with all of its siblings.
 *
 * @param rows how many rows
 * @param highest the highest value of each numbered column that has one
 */
record Existing(long rows, Map<String, Long> highest) {
    Existing {
        highest = Map.copyOf(highest);
    }

    /** Integer columns whose values have to differ: numbered by a sequence, or part of a unique index. */
    static List<Column> numbered(Table table) {
        Set<String> unique = new HashSet<>();
        table.uniques().forEach(index -> unique.addAll(index.columns()));
        return table.writable().stream()
                .filter(column -> Set.of("int2", "int4", "int8")
                        .contains(column.type().base().name()))
                .filter(column -> column.sequence() != null || unique.contains(column.name()))
                .toList();
    }

    static Existing read(Connection connection, Table table) throws SQLException {
        List<Column> numbered = numbered(table);
        List<String> outputs = new ArrayList<>(List.of("count(*)"));
        numbered.forEach(column -> outputs.add("max(" + Sql.name(column.name()) + ")"));
        String sql = "select " + String.join(", ", outputs) + " from " + Sql.name(table.root());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            Map<String, Long> highest = new HashMap<>();
            for (int i = 0; i < numbered.size(); i++) {
                long value = row.getLong(i + 2);
                if (!row.wasNull()) {
                    highest.put(numbered.get(i).name(), value);
                }
            }
            return new Existing(row.getLong(1), highest);
        }
    }
}
