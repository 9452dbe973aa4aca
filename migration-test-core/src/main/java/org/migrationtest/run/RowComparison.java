package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.migrationtest.data.ForeignKey;
import org.migrationtest.data.Orphans;
import org.migrationtest.data.RowKeys;
import org.migrationtest.data.TableFingerprint;
import org.migrationtest.database.DataReader;
import org.migrationtest.schema.TableName;

/** Compares the rows that were there before a migration with those after its roll back. */
final class RowComparison {
    private final DataReader data;
    private final ChainState before;

    RowComparison(DataReader data, ChainState before) {
        this.data = data;
        this.before = before;
    }

    /** Of the touched tables those whose rows may not be what they were; cheap, and never too few. */
    Set<TableName> suspicious(Connection connection, Set<TableName> touched, Map<TableName, RowKeys> exercised)
            throws SQLException {
        Set<TableName> present = data.tables(connection);
        Set<TableName> suspicious = new TreeSet<>();
        for (TableName table : touched) {
            TableFingerprint earlier = before.rows().get(table);
            if (earlier == null) {
                continue;
            }
            if (!present.contains(table)) {
                suspicious.add(table);
                continue;
            }
            RowKeys except = exercised.getOrDefault(table, RowKeys.none(table));
            if (!usable(except, earlier) || differ(earlier, data.fingerprint(connection, table, except))) {
                suspicious.add(table);
            }
        }
        return suspicious;
    }

    private static boolean usable(RowKeys except, TableFingerprint earlier) {
        return earlier.columns().keySet().containsAll(except.columns());
    }

    private static boolean differ(TableFingerprint earlier, TableFingerprint later) {
        if (earlier.rows() != later.rows()) {
            return true;
        }
        if (earlier.columns().keySet().equals(later.columns().keySet())) {
            return !earlier.columns().equals(later.columns())
                    || !earlier.whole().equals(later.whole());
        }
        return earlier.columns().entrySet().stream()
                .filter(column -> later.columns().containsKey(column.getKey()))
                .anyMatch(column ->
                        !Objects.equals(column.getValue(), later.columns().get(column.getKey())));
    }

    /**
     * Rows that point at nothing although before they did not: by keys the roll back did not bring back, or brought back
     * without having them checked.
     */
    List<Orphans> orphans(Connection connection, Set<TableName> touched) throws SQLException {
        List<ForeignKey> now = data.foreignKeys(connection);
        List<ForeignKey> unchecked = new ArrayList<>();
        Stream.concat(
                        now.stream().filter(key -> !key.validated()),
                        before.foreignKeys().stream().filter(key -> !now.contains(key)))
                .filter(key -> touched.contains(key.table()) || touched.contains(key.referenced()))
                .filter(key -> unchecked.stream().noneMatch(other -> sameReference(key, other)))
                .forEach(unchecked::add);
        return unchecked.isEmpty() ? List.of() : data.orphans(connection, unchecked);
    }

    /** A key that came back unchecked is also one that is gone as it was. */
    private static boolean sameReference(ForeignKey one, ForeignKey other) {
        return one.table().equals(other.table())
                && one.columns().equals(other.columns())
                && one.referenced().equals(other.referenced())
                && one.referencedColumns().equals(other.referencedColumns());
    }
}
