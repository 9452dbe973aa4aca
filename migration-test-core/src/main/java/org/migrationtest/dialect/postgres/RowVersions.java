package org.migrationtest.dialect.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationtest.schema.TableName;

/**
 * How many of a table's rows were written before a horizon and after it. An insert and an update both leave a younger
 * version, a delete one row less; {@code xmin} names the writer also of a frozen row (manual, chapter 24.1.5).
 *
 * @param older rows whose writer had ended before the horizon
 * @param younger the other rows
 */
record RowVersions(long older, long younger) {
    /** A statement's length stays reasonable, whatever the number of tables. */
    private static final int TABLES_AT_ONCE = 200;

    /** The oldest transaction still running: whatever is older has ended for good, and whatever comes later is younger. */
    static String horizon(CanonicalReading reading) throws SQLException {
        try (Statement statement = reading.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")) {
            row.next();
            return row.getString(1);
        }
    }

    static Map<TableName, RowVersions> count(CanonicalReading reading, Collection<TableName> tables, String horizon)
            throws SQLException {
        Map<TableName, RowVersions> counts = new HashMap<>();
        List<TableName> all = new ArrayList<>(tables);
        for (int from = 0; from < all.size(); from += TABLES_AT_ONCE) {
            List<TableName> some = all.subList(from, Math.min(from + TABLES_AT_ONCE, all.size()));
            String sql = IntStream.range(0, some.size())
                    .mapToObj(i ->
                            "SELECT %d, count(*) FILTER (WHERE o), count(*) FILTER (WHERE NOT o) FROM (SELECT age(xmin) > age('%s'::xid8::xid) FROM ONLY %s) t (o)"
                                    .formatted(i, horizon, SqlNames.quoted(some.get(i))))
                    .collect(Collectors.joining(" UNION ALL "));
            try (Statement statement = reading.connection().createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    counts.put(some.get(rows.getInt(1)), new RowVersions(rows.getLong(2), rows.getLong(3)));
                }
            }
        }
        return counts;
    }
}
