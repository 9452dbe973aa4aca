package org.migrationtest.dialect.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationtest.database.TableSize;
import org.migrationtest.schema.TableName;

/** Reads the sizes of tables; small ones are counted, of large ones the planner's estimate is taken. */
final class TableSizes {
    /** About a millisecond of counting; and the planner's estimate is poor below ten pages (plancat.c). */
    private static final long COUNTED_BYTES = 1 << 20;

    private static final Pattern PLAN_ROWS = Pattern.compile("rows=(\\d+)");
    private static final String SIZE =
            "SELECT pg_relation_size(c.oid), pg_total_relation_size(c.oid) FROM pg_class c WHERE c.oid = to_regclass(?)";

    private TableSizes() {}

    static List<TableSize> of(CanonicalReading reading, Collection<TableName> tables) throws SQLException {
        List<TableSize> sizes = new ArrayList<>();
        try (PreparedStatement query = reading.connection().prepareStatement(SIZE)) {
            for (TableName table : tables) {
                query.setString(1, SqlNames.quoted(table));
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        boolean counted = row.getLong(1) <= COUNTED_BYTES;
                        sizes.add(new TableSize(table, rows(reading, table, counted), row.getLong(2)));
                    }
                }
            }
        }
        return sizes;
    }

    private static long rows(CanonicalReading reading, TableName table, boolean counted) throws SQLException {
        String from = " FROM ONLY " + SqlNames.quoted(table);
        try (Statement statement = reading.connection().createStatement();
                ResultSet row = statement.executeQuery(counted ? "SELECT count(*)" + from : "EXPLAIN SELECT" + from)) {
            row.next();
            if (counted) {
                return row.getLong(1);
            }
            Matcher plan = PLAN_ROWS.matcher(row.getString(1));
            if (!plan.find()) {
                throw new SQLException("The planner gave no number of rows for " + table + ": " + row.getString(1));
            }
            return Long.parseLong(plan.group(1));
        }
    }
}
