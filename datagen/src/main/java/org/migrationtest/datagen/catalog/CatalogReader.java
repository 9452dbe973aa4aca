package org.migrationtest.datagen.catalog;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.TableHints;

/** Reads tables with their constraints, in a handful of queries however many tables there are. */
public final class CatalogReader {
    /** tgtype & 7 = 7: FOR EACH ROW (1), BEFORE (2), INSERT (4); PostgreSQL's catalog/pg_trigger.h. */
    private static final String TABLES = """
            select c.oid::int8, n.nspname, c.relname, c.relkind,
              rn.nspname as root_schema, r.relname as root_name,
              pg_get_partition_constraintdef(c.oid) as bound,
              case when c.relkind = 'p' then array(
                select coalesce(pg_get_partition_constraintdef(t.relid), 'true') from pg_partition_tree(c.oid) t
                where t.isleaf and t.relid <> c.oid order by t.relid::text) end as leaf_bounds,
              c.relkind = 'p' and exists (select from pg_partition_tree(c.oid) t join pg_class l on l.oid = t.relid
                where pg_get_expr(l.relpartbound, l.oid) = 'DEFAULT') as has_default,
              exists (select from pg_trigger g where not g.tgisinternal and g.tgenabled in ('O', 'A')
                and g.tgtype & 7 = 7 and (g.tgrelid = c.oid or g.tgrelid in (
                  select t.relid from pg_partition_tree(c.oid) t))) as shapes_rows
            from unnest(?::text[], ?::text[]) wanted(schema, name)
              join pg_namespace n on n.nspname = wanted.schema
              join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
              left join pg_class r on r.oid = pg_partition_root(c.oid)
              left join pg_namespace rn on rn.oid = r.relnamespace
            order by n.nspname, c.relname
            """;

    private static final String COLUMNS = """
            select a.attrelid::int8 as relation, a.attname, a.atttypid::int8 as type, a.atttypmod, a.attnotnull,
              format_type(a.atttypid, a.atttypmod) as sql_type, pg_get_expr(d.adbin, d.adrelid) as default_expression,
              a.attgenerated <> '' as generated,
              case when a.attidentity <> '' or d.adbin is not null
                then pg_get_serial_sequence(quote_ident(n.nspname) || '.' || quote_ident(c.relname), a.attname) end
                as sequence
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
              left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = any (?::int8[]::oid[]) and a.attnum > 0 and not a.attisdropped
            order by a.attrelid, a.attnum
            """;

    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('((?:[^']|'')+)'::regclass\\)");

    private final Connection connection;
    private final Function<TableName, TableHints> hints;

    private record RawTable(TableName name, String kind, TableName root, List<Check> bounds, boolean shapesRows) {}

    private record RawColumn(
            String name,
            long type,
            int modifier,
            String sqlType,
            boolean notNull,
            @Nullable String defaultExpression,
            boolean generated,
            @Nullable String sequence) {}

    /**
     * Reads over this connection, inside its transaction.
     *
     * @param hints what is known of tables beside their schema
     */
    public CatalogReader(Connection connection, Function<TableName, TableHints> hints) {
        this.connection = connection;
        this.hints = hints;
    }

    /** Those of the named tables that exist. */
    public List<Table> read(Collection<TableName> names) throws SQLException {
        Set<TableName> sorted = new TreeSet<>(names);
        Map<Long, RawTable> tables = new LinkedHashMap<>();
        Sql.forEach(
                connection,
                TABLES,
                row -> tables.put(row.getLong("oid"), table(row)),
                sorted.stream().map(TableName::schema).toArray(String[]::new),
                sorted.stream().map(TableName::name).toArray(String[]::new));
        Map<Long, List<RawColumn>> columns = new LinkedHashMap<>();
        tables.keySet().forEach(oid -> columns.put(oid, new ArrayList<>()));
        Sql.forEach(
                connection,
                COLUMNS,
                row -> columns.computeIfAbsent(row.getLong("relation"), oid -> new ArrayList<>())
                        .add(column(row)),
                tables.keySet().toArray(new Long[0]));
        Map<Long, Set<String>> columnNames = new LinkedHashMap<>();
        Set<Long> types = new TreeSet<>();
        columns.forEach((oid, all) -> {
            Set<String> known = new LinkedHashSet<>();
            all.forEach(column -> known.add(column.name()));
            all.forEach(column -> types.add(column.type()));
            columnNames.put(oid, known);
        });
        TypeReader typeReader = new TypeReader(connection, types);
        ConstraintReader constraints = new ConstraintReader(connection, columnNames);
        List<Table> read = new ArrayList<>();
        tables.forEach((oid, raw) -> read.add(assemble(oid, raw, columns, typeReader, constraints)));
        return new GuessedReferences(connection, hints).addTo(read);
    }

    private static Table assemble(
            long oid,
            RawTable raw,
            Map<Long, List<RawColumn>> columns,
            TypeReader types,
            ConstraintReader constraints) {
        List<Check> checks = new ArrayList<>(constraints.checks.getOrDefault(oid, List.of()));
        checks.addAll(raw.bounds());
        return new Table(
                raw.name(),
                raw.kind(),
                raw.root(),
                columns.getOrDefault(oid, List.of()).stream()
                        .map(column -> {
                            PgType type = types.type(column.type());
                            return new Column(
                                    column.name(),
                                    type,
                                    column.modifier(),
                                    column.sqlType(),
                                    column.notNull() || type.notNull(),
                                    column.defaultExpression(),
                                    column.generated(),
                                    column.sequence());
                        })
                        .toList(),
                constraints.uniques.getOrDefault(oid, List.of()),
                constraints.references.getOrDefault(oid, List.of()),
                checks,
                constraints.deferred.getOrDefault(oid, List.of()),
                raw.shapesRows());
    }

    private static RawTable table(ResultSet row) throws SQLException {
        TableName name = new TableName(row.getString("nspname"), row.getString("relname"));
        String rootSchema = row.getString("root_schema");
        TableName root = rootSchema == null ? name : new TableName(rootSchema, row.getString("root_name"));
        List<Check> bounds = new ArrayList<>();
        String bound = row.getString("bound");
        if (bound != null) {
            bounds.add(new Check(Check.PARTITION_BOUND, bound, List.of()));
        }
        List<String> leaves = Sql.texts(row, "leaf_bounds");
        boolean hash = leaves.stream().anyMatch(leaf -> leaf.contains("satisfies_hash_partition"));
        if (!leaves.isEmpty() && !hash && !row.getBoolean("has_default")) {
            bounds.add(new Check(Check.PARTITION_BOUND, "(" + String.join(") OR (", leaves) + ")", List.of()));
        }
        return new RawTable(name, row.getString("relkind"), root, bounds, row.getBoolean("shapes_rows"));
    }

    private static RawColumn column(ResultSet row) throws SQLException {
        String defaultExpression = row.getString("default_expression");
        String sequence = row.getString("sequence");
        if (sequence == null && defaultExpression != null) {
            Matcher next = NEXT_VALUE.matcher(defaultExpression);
            sequence = next.find() ? next.group(1).replace("''", "'") : null;
        }
        return new RawColumn(
                row.getString("attname"),
                row.getLong("type"),
                row.getInt("atttypmod"),
                row.getString("sql_type"),
                row.getBoolean("attnotnull"),
                defaultExpression,
                row.getBoolean("generated"),
                sequence);
    }
}
