package org.migrationtest.dialect.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.migrationtest.data.ForeignKey;
import org.migrationtest.schema.TableName;

/** Reads the foreign keys from the catalogue. */
final class ForeignKeyReading {
    /**
     * The keys that partitions inherit are left out: the partitioned table's covers them, and the entries for partitions
     * of a referenced table alone would blame rows that reference another partition (manual, pg_constraint.conparentid).
     * Keys over periods (18) are not equalities, and are the engine's to keep.
     */
    private static final String KEYS = """
            SELECT k.conname, tn.nspname, t.relname, rn.nspname, r.relname, k.convalidated,
                   (SELECT array_agg(a.attname::text ORDER BY u.position)
                    FROM unnest(k.conkey) WITH ORDINALITY AS u (number, position)
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number),
                   (SELECT array_agg(a.attname::text ORDER BY u.position)
                    FROM unnest(k.confkey) WITH ORDINALITY AS u (number, position)
                    JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number)
            FROM pg_constraint k
            JOIN pg_class t ON t.oid = k.conrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
            JOIN pg_class r ON r.oid = k.confrelid JOIN pg_namespace rn ON rn.oid = r.relnamespace
            WHERE k.contype = 'f' AND k.conparentid = 0 AND coalesce(to_jsonb(k) ->> 'conperiod', 'false') = 'false'
            ORDER BY 2, 3, 1
            """;

    private ForeignKeyReading() {}

    static List<ForeignKey> all(Connection connection) throws SQLException {
        List<ForeignKey> keys = new ArrayList<>();
        try (CanonicalReading reading = CanonicalReading.on(connection);
                PreparedStatement query = reading.connection().prepareStatement(KEYS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                keys.add(new ForeignKey(
                        rows.getString(1),
                        new TableName(rows.getString(2), rows.getString(3)),
                        texts(rows.getArray(7)),
                        new TableName(rows.getString(4), rows.getString(5)),
                        texts(rows.getArray(8)),
                        rows.getBoolean(6)));
            }
        }
        return keys;
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
