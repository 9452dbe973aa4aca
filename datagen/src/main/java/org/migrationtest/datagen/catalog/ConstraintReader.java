package org.migrationtest.datagen.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationtest.schema.TableName;

/** Reads constraints and unique indexes, in two queries. */
final class ConstraintReader {
    private static final String CONSTRAINTS = """
            select c.conrelid::int8 as relation, c.conname, c.contype, pg_get_constraintdef(c.oid) as definition,
              pg_get_expr(c.conbin, c.conrelid) as expression, c.confmatchtype = 'f' as full,
              c.condeferred, quote_ident(cn.nspname) || '.' || quote_ident(c.conname) as qualified,
              n.nspname, p.relname,
              array(select a.attname from unnest(c.conkey) with ordinality k(num, pos)
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num order by k.pos) as columns,
              array(select a.attname from unnest(c.confkey) with ordinality k(num, pos)
                join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num order by k.pos) as parent_columns
            from pg_constraint c join pg_namespace cn on cn.oid = c.connamespace
              left join pg_class p on p.oid = c.confrelid left join pg_namespace n on n.oid = p.relnamespace
            where c.conrelid = any (?::int8[]::oid[]) and (c.contype in ('c', 'f') or c.condeferred)
            order by c.conrelid, c.conname
            """;

    /** NULLS NOT DISTINCT came with PostgreSQL 15. */
    private static final String INDEXES = """
            select i.indrelid::int8 as relation, x.relname, pg_get_indexdef(i.indexrelid) as definition, i.indisprimary,
              pg_get_expr(i.indpred, i.indrelid) as predicate, not i.indimmediate as deferrable,
              coalesce((to_jsonb(i)->>'indnullsnotdistinct')::boolean, false) as nulls_equal,
              array(select coalesce(a.attname::text, '') from generate_series(0, i.indnkeyatts - 1) k
                left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[k] and a.attnum > 0
                order by k) as columns,
              array(select pg_get_indexdef(i.indexrelid, k, false) from generate_series(1, i.indnkeyatts) k
                order by k) as keys
            from pg_index i join pg_class x on x.oid = i.indexrelid
            where i.indrelid = any (?::int8[]::oid[]) and (i.indisunique or i.indisexclusion)
            order by i.indrelid, i.indisprimary desc, x.relname
            """;

    final Map<Long, List<Check>> checks = new HashMap<>();
    final Map<Long, List<Reference>> references = new HashMap<>();
    final Map<Long, List<Unique>> uniques = new HashMap<>();
    final Map<Long, List<String>> deferred = new HashMap<>();
    private final Map<Long, Set<String>> columns;

    /** @param columns the names of the columns by table */
    ConstraintReader(Connection connection, Map<Long, Set<String>> columns) throws SQLException {
        this.columns = columns;
        Collection<Long> oids = columns.keySet();
        Sql.forEach(connection, CONSTRAINTS, this::constraint, oids.toArray(new Long[0]));
        Sql.forEach(connection, INDEXES, this::index, oids.toArray(new Long[0]));
    }

    private void constraint(ResultSet row) throws SQLException {
        long table = row.getLong("relation");
        List<String> keys = Sql.texts(row, "columns");
        if (row.getBoolean("condeferred")) {
            add(deferred, table, row.getString("qualified"));
        }
        switch (row.getString("contype")) {
            case "c" -> add(checks, table, new Check(row.getString("conname"), row.getString("expression"), keys));
            case "f" ->
                add(
                        references,
                        table,
                        new Reference(
                                row.getString("conname"),
                                row.getString("definition"),
                                keys,
                                new TableName(row.getString("nspname"), row.getString("relname")),
                                Sql.texts(row, "parent_columns"),
                                row.getBoolean("full"),
                                true));
            default -> {}
        }
    }

    private void index(ResultSet row) throws SQLException {
        long table = row.getLong("relation");
        Set<String> known = columns.getOrDefault(table, Set.of());
        List<String> plain = Sql.texts(row, "columns");
        List<String> keys = Sql.texts(row, "keys");
        Set<String> read = new LinkedHashSet<>();
        for (int i = 0; i < plain.size(); i++) {
            read.addAll(plain.get(i).isEmpty() ? Tokens.columns(keys.get(i), known) : List.of(plain.get(i)));
        }
        add(
                uniques,
                table,
                new Unique(
                        row.getString("relname"),
                        row.getString("definition"),
                        List.copyOf(read),
                        row.getBoolean("indisprimary"),
                        plain.contains(""),
                        row.getString("predicate"),
                        row.getBoolean("nulls_equal"),
                        row.getBoolean("deferrable")));
    }

    private static <T> void add(Map<Long, List<T>> lists, long table, T value) {
        lists.computeIfAbsent(table, key -> new ArrayList<>()).add(value);
    }
}
