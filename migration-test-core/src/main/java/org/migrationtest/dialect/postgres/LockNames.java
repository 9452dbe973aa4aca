package org.migrationtest.dialect.postgres;

/**
 * The SQL by which a locked object gets its name. Relations go by their oid; everything else by the catalogue and the oid
 * together, since oids are unique within a catalogue only (manual, chapter 8.19).
 */
final class LockNames {
    /** How the names of temporary tables and of what belongs to them begin. */
    static final String TEMPORARY = "temporary ";

    /** For {@code pg_class c}: {@code table shop.orders}, {@code index shop.orders_pkey on shop.orders}. */
    static final String RELATION = """
            concat(CASE WHEN c.relpersistence = 't' THEN 'temporary ' END,
                CASE c.relkind
                    WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'i' THEN 'index'
                    WHEN 'I' THEN 'partitioned index' WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view'
                    WHEN 'm' THEN 'materialized view' WHEN 'c' THEN 'composite type' WHEN 'f' THEN 'foreign table'
                    WHEN 't' THEN 'toast table' ELSE 'relation' END,
                ' ',
                CASE WHEN c.relkind = 't' THEN 'of ' ELSE concat(cn.nspname, '.', c.relname) END,
                CASE WHEN i.indexrelid IS NOT NULL THEN ' on ' END,
                CASE WHEN o.oid IS NOT NULL THEN concat(m.nspname, '.', o.relname) END)
            """;

    /** What {@link #RELATION} needs joined to {@code pg_class c}. An index's owner and a toast table's are one join. */
    static final String RELATION_JOINS = """
            LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
            LEFT JOIN pg_catalog.pg_class s ON s.reltoastrelid = c.oid AND c.relkind = 't'
            LEFT JOIN pg_catalog.pg_class o ON o.oid = coalesce(i.indrelid, s.oid)
            LEFT JOIN pg_catalog.pg_namespace m ON m.oid = o.relnamespace
            """;

    private LockNames() {}

    /** The key of an object that is no relation. */
    static long key(long catalogue, long object) {
        return catalogue << 32 | object;
    }
}
