package org.migrationtest.dialect.postgres;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.migrationtest.schema.ObjectId;
import org.migrationtest.schema.ObjectKind;
import org.migrationtest.schema.SchemaObject;
import org.migrationtest.schema.SchemaSnapshot;
import org.migrationtest.schema.TableName;

/** Gathers the rows of all {@linkplain CatalogueQuery catalogue queries} into a snapshot. */
final class SnapshotRows {
    private static final String TABLE = "of";
    private static final String BODY = "body";
    private static final String LANGUAGE = "language";
    private static final Set<String> NORMALISED_LANGUAGES = Set.of("sql", "plpgsql");

    private final Set<TableName> ignored;
    private final Map<ObjectId, Map<String, String>> objects = new TreeMap<>();

    SnapshotRows(Set<TableName> ignored) {
        this.ignored = ignored;
    }

    /** Adds the rows of one query. Two queries may tell of the same object, each its own properties. */
    void add(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        int count = columns.getColumnCount();
        String[] labels = new String[count + 1];
        for (int column = 1; column <= count; column++) {
            labels[column] = columns.getColumnLabel(column);
        }
        while (rows.next()) {
            if (!belongsToIgnored(rows, labels)) {
                addRow(rows, labels);
            }
        }
    }

    private boolean belongsToIgnored(ResultSet rows, String[] labels) throws SQLException {
        if (ignored.isEmpty() || labels.length < 4 || !labels[3].equals(TABLE)) {
            return false;
        }
        String table = rows.getString(3);
        return table != null && ignored.contains(PrintedName.table(table));
    }

    private void addRow(ResultSet rows, String[] labels) throws SQLException {
        ObjectId id = new ObjectId(ObjectKind.valueOf(rows.getString(1)), rows.getString(2));
        Map<String, String> properties = objects.computeIfAbsent(id, absent -> new TreeMap<>());
        for (int column = 3; column < labels.length; column++) {
            String value = rows.getString(column);
            if (value == null || labels[column].equals(TABLE)) {
                continue;
            }
            if (properties.put(labels[column], value) != null) {
                throw new IllegalStateException("the catalogue tells twice of the " + labels[column] + " of " + id);
            }
        }
        String body = properties.get(BODY);
        if (body != null && NORMALISED_LANGUAGES.contains(properties.get(LANGUAGE))) {
            properties.put(BODY, FunctionBody.normalise(body));
        }
    }

    SchemaSnapshot snapshot() {
        return SchemaSnapshot.of(objects.entrySet().stream()
                .map(object -> new SchemaObject(object.getKey(), object.getValue()))
                .collect(Collectors.toList()));
    }
}
