package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationtest.schema.TableName;

/**
 * A table's columns.
 *
 * @param columns in the table's order, generated ones included, dropped ones not
 * @param primaryKey the names of the primary key's columns in the key's order; empty where there is none, or where it is
 *     deferrable, since rows may then break it for a while
 * @param comment the table's comment, or the empty text
 */
record TableShape(List<TableColumn> columns, List<String> primaryKey, String comment) {
    private static final String SHAPE = """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod), t.typoutput = 'pg_catalog.xml_out'::regproc,
                   array_position(i.indkey::int2[], a.attnum), coalesce(obj_description(c.oid, 'pg_class'), '')
            FROM pg_class c
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary AND i.indimmediate
            WHERE c.oid = to_regclass(?) AND c.relkind IN ('r', 'p')
            ORDER BY a.attnum
            """;

    TableShape {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
    }

    /** The shape of a table, or empty where there is no such table. */
    static Optional<TableShape> of(CanonicalReading reading, TableName table) throws SQLException {
        List<TableColumn> columns = new ArrayList<>();
        SortedMap<Integer, String> key = new TreeMap<>();
        String comment = "";
        Connection connection = reading.connection();
        try (PreparedStatement query = connection.prepareStatement(SHAPE)) {
            query.setString(1, SqlNames.quoted(table));
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                do {
                    String name = rows.getString(1);
                    if (name != null) {
                        columns.add(new TableColumn(name, rows.getString(2), rows.getBoolean(3)));
                        int position = rows.getInt(4);
                        if (!rows.wasNull()) {
                            key.put(position, name);
                        }
                    }
                    comment = rows.getString(5);
                } while (rows.next());
            }
        }
        return Optional.of(new TableShape(columns, List.copyOf(key.values()), comment));
    }
}
