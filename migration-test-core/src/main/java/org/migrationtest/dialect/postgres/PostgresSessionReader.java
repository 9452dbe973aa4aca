package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.migrationtest.database.SessionReader;
import org.migrationtest.lock.HeldLock;
import org.postgresql.PGConnection;

/** Reads sessions by their backend's pid, and locks from {@code pg_locks}. */
final class PostgresSessionReader implements SessionReader {
    /**
     * The observer can name what every database has, which is what initdb made: oids below 16384 (access/transam.h).
     * Reading the catalogue locks it, as every session does all the time, this framework's included: that is left out.
     */
    private static final String LOCKS = """
            SELECT l.locktype, l.mode, l.relation::bigint, l.classid::bigint, l.objid::bigint, l.objsubid, l.page, l.tuple,
                   l.transactionid, l.virtualxid, l.classid::regclass,
                   CASE WHEN c.oid IS NOT NULL THEN %s
                        WHEN l.locktype = 'object' AND l.objid < 16384 AND l.classid <> 0 THEN
                            pg_catalog.pg_describe_object(l.classid, l.objid, l.objsubid::int) END
            FROM pg_catalog.pg_locks l
            LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation AND c.oid < 16384 %s
            WHERE l.pid = ? AND l.granted
              AND NOT (coalesce(l.relation < 16384, false) AND l.mode = 'AccessShareLock')
            ORDER BY 1, 3, 4, 5, 2
            """.formatted(LockNames.RELATION, LockNames.RELATION_JOINS);

    @Override
    public Map<Long, String> objectNames(Connection connection) throws SQLException {
        return ObjectNames.all(connection);
    }

    /** Locks on temporary tables are left out: no other session can want them, and some are on our own copies of rows. */
    @Override
    public List<HeldLock> locks(Connection observer, Connection observed, Map<Long, String> names) throws SQLException {
        List<Lock> locks = read(observer, observed.unwrap(PGConnection.class).getBackendPID());
        if (locks.stream().anyMatch(lock -> lock.isNameless(names))) {
            names.putAll(ObjectNames.made(observed));
            locks.stream().filter(lock -> lock.isNameless(names)).forEach(lock -> names.put(lock.key(), lock.number()));
        }
        return locks.stream()
                .map(lock -> new HeldLock(lock.kind(), lock.object(names), lock.mode()))
                .filter(lock -> !lock.object().startsWith(LockNames.TEMPORARY))
                .toList();
    }

    private static List<Lock> read(Connection observer, int session) throws SQLException {
        List<Lock> locks = new ArrayList<>();
        try (PreparedStatement query = observer.prepareStatement(LOCKS)) {
            query.setInt(1, session);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    locks.add(Lock.of(rows));
                }
            }
        }
        return locks;
    }

    /**
     * A row of {@code pg_locks}.
     *
     * @param key of what is locked, where that has a name, else 0
     * @param number what it is called where nobody knows its name
     * @param seen its name as every database has it
     * @param prefix what stands before the name, for a page or a row
     */
    private record Lock(
            String kind,
            String mode,
            long key,
            String number,
            @Nullable String seen,
            String prefix) {
        static Lock of(ResultSet row) throws SQLException {
            String kind = row.getString(1);
            long relation = row.getLong(3);
            long catalogue = row.getLong(4);
            long object = row.getLong(5);
            String prefix =
                    switch (kind) {
                        case "page" -> "page " + row.getInt(7) + " of ";
                        case "tuple" -> "row (" + row.getInt(7) + "," + row.getInt(8) + ") of ";
                        default -> "";
                    };
            long key =
                    switch (kind) {
                        case "relation", "extend", "frozenid", "page", "tuple" -> relation;
                        case "object" -> LockNames.key(catalogue, object);
                        default -> 0;
                    };
            String number =
                    switch (kind) {
                        case "relation", "extend", "frozenid", "page", "tuple" -> "relation " + relation;
                        case "transactionid" -> "transaction " + row.getString(9);
                        case "virtualxid" -> "virtual transaction " + row.getString(10);
                        case "advisory" ->
                            row.getInt(6) == 1
                                    ? "advisory lock " + LockNames.key(catalogue, object)
                                    : "advisory lock (" + (int) catalogue + ", " + (int) object + ")";
                        case "object" -> row.getString(11) + " " + object;
                        default -> kind;
                    };
            return new Lock(kind, row.getString(2), key, number, row.getString(12), prefix);
        }

        boolean isNameless(Map<Long, String> names) {
            return key != 0 && seen == null && !names.containsKey(key);
        }

        String object(Map<Long, String> names) {
            return prefix + names.getOrDefault(key, seen == null ? number : seen);
        }
    }
}
