package org.migrationtest.dialect.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationtest.database.SessionReader;
import org.migrationtest.lock.HeldLock;
import org.postgresql.PGConnection;

/** Reads sessions by their backend's pid, and locks from {@code pg_locks}. */
final class PostgresSessionReader implements SessionReader {
    /**
     * What this transaction has created or renamed: all else the observer can name. A row that is visible and not older
     * than the transaction is the transaction's own, or has been committed meanwhile, which does no harm.
     */
    private static final String NAMES = """
            SELECT c.oid::bigint, %s FROM pg_catalog.pg_class c %s
            WHERE c.oid >= 16384
              AND pg_catalog.age(c.xmin) <= (SELECT pg_catalog.age(pg_catalog.pg_current_xact_id_if_assigned()::xid))
            UNION ALL
            SELECT catalogue::oid::bigint << 32 | others.oid::bigint,
                   concat(CASE WHEN n.nspname ~ '^pg_temp_' THEN 'temporary ' END, kind, n.nspname, name)
            FROM (SELECT 'pg_catalog.pg_namespace'::regclass, oid, xmin, oid, 'schema ', NULL
                  FROM pg_catalog.pg_namespace
                  UNION ALL
                  SELECT 'pg_catalog.pg_proc'::regclass, oid, xmin, pronamespace, 'function ', '.' || proname
                  FROM pg_catalog.pg_proc
                  UNION ALL
                  SELECT 'pg_catalog.pg_type'::regclass, oid, xmin, typnamespace, 'type ', '.' || typname
                  FROM pg_catalog.pg_type
                 ) AS others (catalogue, oid, written, schema, kind, name)
            JOIN pg_catalog.pg_namespace n ON n.oid = schema
            WHERE others.oid >= 16384
              AND pg_catalog.age(written) <= (SELECT pg_catalog.age(pg_catalog.pg_current_xact_id_if_assigned()::xid))
            """.formatted(LockNames.RELATION, LockNames.RELATION_JOINS);

    /**
     * Locks on objects of another database than the observer's are numbers to it. What it can name itself it does, as it
     * was before the observed transaction: so an object dropped there still has its name. A new one it cannot see, and 13
     * fails to describe what it cannot see, hence the look into {@code pg_depend}, where all have an entry but schemas.
     * Reading the catalogue locks it, as every session does all the time, this framework's included: that is left out.
     */
    private static final String LOCKS = """
            SELECT l.locktype, l.mode, l.relation::bigint, l.classid::bigint, l.objid::bigint, l.objsubid, l.page, l.tuple,
                   l.transactionid, l.virtualxid, l.classid::regclass,
                   CASE WHEN c.oid IS NOT NULL THEN %s
                        WHEN l.locktype = 'object' AND l.database IN (0, d.oid) AND (
                            EXISTS (SELECT FROM pg_catalog.pg_depend k WHERE k.classid = l.classid AND k.objid = l.objid)
                            OR EXISTS (SELECT FROM pg_catalog.pg_namespace k WHERE k.oid = l.objid)) THEN
                            pg_catalog.pg_describe_object(l.classid, l.objid, l.objsubid::int) END
            FROM pg_catalog.pg_locks l
            JOIN pg_catalog.pg_database d ON d.datname = pg_catalog.current_database()
            LEFT JOIN pg_catalog.pg_class c ON c.oid = l.relation AND l.database IN (0, d.oid) %s
            WHERE l.pid = ? AND l.granted
              AND NOT (coalesce(l.relation < 16384, false) AND l.mode = 'AccessShareLock')
            ORDER BY 1, 3, 4, 5, 2
            """.formatted(LockNames.RELATION, LockNames.RELATION_JOINS);

    @Override
    public long session(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    @Override
    public Map<Long, String> objectNames(Connection connection) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(NAMES);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                names.put(rows.getLong(1), rows.getString(2));
            }
        }
        return names;
    }

    /** Locks on temporary tables are left out: no other session can want them, and some are on our own copies of rows. */
    @Override
    public List<HeldLock> locks(Connection observer, long session, Map<Long, String> names) throws SQLException {
        List<HeldLock> locks = new ArrayList<>();
        try (PreparedStatement query = observer.prepareStatement(LOCKS)) {
            query.setLong(1, session);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String object = object(rows, names);
                    if (!object.startsWith(LockNames.TEMPORARY)) {
                        locks.add(new HeldLock(rows.getString(1), object, rows.getString(2)));
                    }
                }
            }
        }
        return locks;
    }

    private static String object(ResultSet lock, Map<Long, String> names) throws SQLException {
        String kind = lock.getString(1);
        long classId = lock.getLong(4);
        long objectId = lock.getLong(5);
        return switch (kind) {
            case "relation", "extend", "frozenid" -> relation(lock, names);
            case "page" -> "page " + lock.getInt(7) + " of " + relation(lock, names);
            case "tuple" -> "row (" + lock.getInt(7) + "," + lock.getInt(8) + ") of " + relation(lock, names);
            case "transactionid" -> "transaction " + lock.getString(9);
            case "virtualxid" -> "virtual transaction " + lock.getString(10);
            case "advisory" ->
                lock.getInt(6) == 1
                        ? "advisory lock " + LockNames.key(classId, objectId)
                        : "advisory lock (" + (int) classId + ", " + (int) objectId + ")";
            case "object" ->
                name(
                        names.get(LockNames.key(classId, objectId)),
                        lock.getString(12),
                        lock.getString(11) + " " + objectId);
            default -> kind;
        };
    }

    private static String relation(ResultSet lock, Map<Long, String> names) throws SQLException {
        long relation = lock.getLong(3);
        return name(names.get(relation), lock.getString(12), "relation " + relation);
    }

    private static String name(@Nullable String kept, @Nullable String seen, String number) {
        return Objects.requireNonNullElse(kept, Objects.requireNonNullElse(seen, number));
    }
}
