package org.migrationtest.datagen.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.TableHints;

/**
 * What looks like a foreign key though none is declared: {@code customer_id} beside a table {@code customers} whose key
 * has the same type. Such columns get values that exist there, or a later migration that declares the key would fail
 * on our rows and be blamed for it. What a script will declare is known better than by name.
 */
final class GuessedReferences {
    private static final String KEYS = """
            select n.nspname, c.relname, a.attname, format_type(a.atttypid, null) as sql
            from unnest(?::text[], ?::text[]) wanted(schema, name)
              join pg_namespace n on n.nspname = wanted.schema
              join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name and c.relkind in ('r', 'p')
              join pg_index i on i.indrelid = c.oid and i.indisprimary and i.indnkeyatts = 1
              join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            """;

    private final Connection connection;
    private final Function<TableName, TableHints> hints;

    private record Key(String column, String sql) {}

    GuessedReferences(Connection connection, Function<TableName, TableHints> hints) {
        this.connection = connection;
        this.hints = hints;
    }

    List<Table> addTo(List<Table> tables) throws SQLException {
        Set<TableName> wanted = new LinkedHashSet<>();
        tables.forEach(table ->
                suspects(table).forEach(column -> candidates(table, column).forEach(wanted::add)));
        if (wanted.isEmpty()) {
            return tables;
        }
        Map<TableName, Key> keys = new HashMap<>();
        Sql.forEach(
                connection,
                KEYS,
                row -> keys.put(
                        new TableName(row.getString("nspname"), row.getString("relname")),
                        new Key(row.getString("attname"), row.getString("sql"))),
                wanted.stream().map(TableName::schema).toArray(String[]::new),
                wanted.stream().map(TableName::name).toArray(String[]::new));
        return tables.stream().map(table -> extended(table, keys)).toList();
    }

    private Table extended(Table table, Map<TableName, Key> keys) {
        List<Reference> references = new ArrayList<>(table.references());
        suspects(table).forEach(column -> candidates(table, column)
                .filter(parent -> {
                    Key key = keys.get(parent);
                    return key != null && key.sql().equals(column.type().sql());
                })
                .findFirst()
                .ifPresent(parent -> references.add(new Reference(
                        "",
                        "a guess by name",
                        List.of(column.name()),
                        parent,
                        Stream.ofNullable(keys.get(parent)).map(Key::column).toList(),
                        false,
                        false))));
        return new Table(
                table.name(),
                table.kind(),
                table.root(),
                table.columns(),
                table.uniques(),
                references,
                table.checks(),
                table.deferred(),
                table.shapesRows());
    }

    private Stream<Column> suspects(Table table) {
        Set<String> referencing = new LinkedHashSet<>();
        table.references().forEach(reference -> referencing.addAll(reference.columns()));
        Set<String> hinted = hints.apply(table.name()).references().keySet();
        return table.writable().stream()
                .filter(column -> hinted.contains(column.name()) || looksLikeReference(column))
                .filter(column -> !referencing.contains(column.name()) && column.sequence() == null);
    }

    private static boolean looksLikeReference(Column column) {
        return column.name().endsWith("_id") && column.name().length() > 3;
    }

    private Stream<TableName> candidates(Table table, Column column) {
        TableName hinted = hints.apply(table.name()).references().get(column.name());
        if (!looksLikeReference(column)) {
            return Stream.ofNullable(hinted);
        }
        String stem = column.name().substring(0, column.name().length() - 3);
        Stream<String> names = Stream.of(stem + "s", stem, stem + "es", stem.replaceAll("y$", "ies"));
        return Stream.concat(
                Stream.ofNullable(hinted),
                names.map(name -> new TableName(table.name().schema(), name))
                        .filter(parent -> !parent.equals(table.name())));
    }
}
