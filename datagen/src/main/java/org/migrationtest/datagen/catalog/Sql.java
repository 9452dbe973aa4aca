package org.migrationtest.datagen.catalog;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationtest.schema.TableName;

/** Quoting, and reading of rows. */
public final class Sql {
    private Sql() {}

    /** What is done with a row. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** An identifier. */
    public static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** A table. */
    public static String name(TableName table) {
        return name(table.schema()) + "." + name(table.name());
    }

    /** A literal that reads the same whatever standard_conforming_strings says, or NULL. */
    public static String literal(@Nullable String value) {
        return value == null ? "NULL" : "E'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static void forEach(Connection connection, String sql, RowReader reader, Object[]... arrays) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arrays.length; i++) {
                String type = arrays[i] instanceof Long[] ? "int8" : "text";
                statement.setArray(i + 1, connection.createArrayOf(type, arrays[i]));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object element : (Object[]) array.getArray()) {
            texts.add(String.valueOf(element));
        }
        return texts;
    }

    static List<Long> numbers(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(Long::valueOf).toList();
    }
}
