package org.migrationtest.datagen.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.PgType.Kind;

/**
 * Reads types with all they are made of, a query for each level of nesting: a recursive one is planned for so many rows
 * that the server compiles it, which takes a hundred times as long as running it.
 */
final class TypeReader {
    /** Multiranges came with PostgreSQL 14, hence the detour over JSON, which leaves an absent column NULL. */
    private static final String QUERY = """
            select t.oid::int8, t.typname, format_type(t.oid, null) as sql, t.typtype, t.typcategory,
              t.typtypmod, t.typnotnull,
              coalesce(nullif(t.typbasetype, 0), r.rngsubtype, m.rngtypid,
                case when t.typcategory = 'A' then t.typelem end, 0)::int8 as inner,
              array(select e.enumlabel from pg_enum e where e.enumtypid = t.oid order by e.enumsortorder) as labels,
              array(select a.attname from pg_attribute a where t.typrelid <> 0 and a.attrelid = t.typrelid
                and a.attnum > 0 and not a.attisdropped order by a.attnum) as attributes,
              array(select a.atttypid::int8 from pg_attribute a where t.typrelid <> 0 and a.attrelid = t.typrelid
                and a.attnum > 0 and not a.attisdropped order by a.attnum) as attribute_types,
              array(select a.atttypmod::int8 from pg_attribute a where t.typrelid <> 0 and a.attrelid = t.typrelid
                and a.attnum > 0 and not a.attisdropped order by a.attnum) as attribute_modifiers,
              array(select c.conname from pg_constraint c where c.contypid = t.oid and c.contype = 'c'
                order by c.conname) as checks,
              array(select pg_get_expr(c.conbin, 0) from pg_constraint c where c.contypid = t.oid and c.contype = 'c'
                order by c.conname) as expressions
            from pg_type t
              left join pg_range r on r.rngtypid = t.oid
              left join pg_range m on to_jsonb(m)->>'rngmultitypid' = t.oid::text
            where t.oid = any (?::int8[]::oid[])
            """;

    private final Map<Long, Raw> raw = new HashMap<>();
    private final Map<Long, PgType> types = new HashMap<>();

    private record Raw(
            String name,
            String sql,
            String letter,
            String category,
            long inner,
            int modifier,
            boolean notNull,
            List<String> labels,
            List<String> attributes,
            List<Long> attributeTypes,
            List<Long> attributeModifiers,
            List<Check> checks) {
        Set<Long> parts() {
            Set<Long> parts = new TreeSet<>(attributeTypes);
            if (inner != 0) {
                parts.add(inner);
            }
            return parts;
        }
    }

    TypeReader(Connection connection, Collection<Long> oids) throws SQLException {
        Set<Long> wanted = new TreeSet<>(oids);
        Set<Long> asked = new TreeSet<>();
        while (asked.addAll(wanted)) {
            Sql.forEach(connection, QUERY, this::read, wanted.toArray(new Long[0]));
            wanted.clear();
            raw.values().forEach(type -> wanted.addAll(type.parts()));
            wanted.removeAll(asked);
        }
    }

    private void read(ResultSet row) throws SQLException {
        List<Check> checks = new ArrayList<>();
        List<String> expressions = Sql.texts(row, "expressions");
        List<String> names = Sql.texts(row, "checks");
        for (int i = 0; i < names.size(); i++) {
            checks.add(new Check(names.get(i), expressions.get(i), List.of()));
        }
        raw.put(
                row.getLong("oid"),
                new Raw(
                        row.getString("typname"),
                        row.getString("sql"),
                        row.getString("typtype"),
                        row.getString("typcategory"),
                        row.getLong("inner"),
                        row.getInt("typtypmod"),
                        row.getBoolean("typnotnull"),
                        Sql.texts(row, "labels"),
                        Sql.texts(row, "attributes"),
                        Sql.numbers(row, "attribute_types"),
                        Sql.numbers(row, "attribute_modifiers"),
                        checks));
    }

    PgType type(long oid) {
        PgType known = types.get(oid);
        if (known != null) {
            return known;
        }
        Raw found = raw.get(oid);
        if (found == null) {
            throw new IllegalStateException("type " + oid + " was not read");
        }
        PgType inner = found.inner == 0 ? null : type(found.inner);
        List<PgType.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < found.attributes.size(); i++) {
            attributes.add(new PgType.Attribute(
                    found.attributes.get(i),
                    type(found.attributeTypes.get(i)),
                    found.attributeModifiers.get(i).intValue()));
        }
        PgType type = new PgType(
                found.name,
                found.sql,
                kind(found, inner),
                inner,
                found.modifier,
                found.notNull || (found.letter.equals("d") && inner != null && inner.notNull()),
                found.labels,
                attributes,
                found.checks);
        types.put(oid, type);
        return type;
    }

    private static Kind kind(Raw raw, @Nullable PgType inner) {
        return switch (raw.letter) {
            case "d" -> Kind.DOMAIN;
            case "e" -> Kind.ENUM;
            case "c" -> Kind.COMPOSITE;
            case "r" -> Kind.RANGE;
            case "m" -> Kind.MULTIRANGE;
            default -> raw.category.equals("A") && inner != null ? Kind.ARRAY : Kind.BASE;
        };
    }
}
