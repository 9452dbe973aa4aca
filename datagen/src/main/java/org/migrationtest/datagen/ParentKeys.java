package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Reference;
import org.migrationtest.datagen.catalog.Sql;
import org.migrationtest.schema.TableName;

/** Keys that rows may refer to, read from the parent; a part of them where there are very many. */
final class ParentKeys {
    private static final long FEWEST = 1_000;
    private static final long MOST = 20_000;

    private final Connection connection;
    private final long limit;
    private final Map<List<Object>, List<@Nullable String[]>> read = new HashMap<>();

    ParentKeys(Connection connection, long rows) {
        this.connection = connection;
        this.limit = Math.max(FEWEST, Math.min(MOST, rows));
    }

    /** To be called when rows were added to a table, or to a partition of it. */
    void changed(TableName table) {
        read.keySet().removeIf(key -> key.get(0).equals(table));
    }

    /** Keys in ascending order; empty if the parent has none. */
    List<@Nullable String[]> of(TableName parent, List<String> columns) throws SQLException {
        List<Object> key = List.of(parent, columns);
        List<@Nullable String[]> known = read.get(key);
        if (known == null) {
            known = query(parent, columns, "");
            read.put(key, known);
        }
        return known;
    }

    /** Keys of the parent that no row of the child refers to yet. */
    List<@Nullable String[]> unusedBy(TableName child, Reference reference) throws SQLException {
        List<String> same = new ArrayList<>();
        for (int i = 0; i < reference.columns().size(); i++) {
            same.add("child." + Sql.name(reference.columns().get(i)) + " = parent."
                    + Sql.name(reference.parentColumns().get(i)));
        }
        String unused =
                " and not exists (select from " + Sql.name(child) + " child where " + String.join(" and ", same) + ")";
        return query(reference.parent(), reference.parentColumns(), unused);
    }

    private List<@Nullable String[]> query(TableName parent, List<String> columns, String condition)
            throws SQLException {
        String values =
                columns.stream().map(column -> Sql.name(column) + "::text").collect(Collectors.joining(", "));
        String keys = columns.stream().map(Sql::name).collect(Collectors.joining(", "));
        String present = columns.stream()
                .map(column -> Sql.name(column) + " is not null")
                .collect(Collectors.joining(" and "));
        String sql = "select " + values + " from " + Sql.name(parent) + " parent where " + present + condition
                + " order by " + keys + " limit " + limit;
        List<@Nullable String[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                @Nullable String[] row = new @Nullable String[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = found.getString(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
