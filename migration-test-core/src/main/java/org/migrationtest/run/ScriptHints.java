package org.migrationtest.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.migrationtest.data.TableFingerprint;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.TableHints;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.ScriptText;
import org.migrationtest.sql.StatementFacts;

/**
 * What the scripts of a chain tell of the rows they work on. How a column's values read is asked of the whole chain, since
 * rows that are there cannot take another form later; which values a step looks for is asked of that step alone, or the
 * values of a later one would be there before the step that brings them.
 */
final class ScriptHints {
    private final List<Migration> migrations;
    private final Map<Migration, Facts> facts = new HashMap<>();
    private final Map<TableName, TableHints> known = new HashMap<>();

    private record Facts(List<StatementFacts> up, List<StatementFacts> down) {
        static final Facts NONE = new Facts(List.of(), List.of());
    }

    ScriptHints(MigrationCatalog catalog) {
        this.migrations = catalog.migrations();
        for (Migration migration : migrations) {
            ScriptText script = catalog.scripts().get(migration.id());
            if (script != null) {
                facts.put(migration, new Facts(StatementFacts.of(script.up()), StatementFacts.of(script.down())));
            }
        }
    }

    /** How the values of these tables read, by all scripts. */
    Map<TableName, TableHints> forms(Collection<TableName> tables) {
        Map<TableName, TableHints> hints = new HashMap<>();
        tables.forEach(table -> hints.put(table, formsOf(table)));
        return hints;
    }

    private TableHints formsOf(TableName table) {
        return known.computeIfAbsent(table, this::readForms);
    }

    private TableHints readForms(TableName table) {
        ColumnForms forms = new ColumnForms(table);
        AddedReferences references = new AddedReferences(table);
        for (Migration migration : migrations) {
            List<StatementFacts> ups =
                    ups(List.of(migration)).filter(about(table)).toList();
            List<StatementFacts> downs =
                    downs(List.of(migration)).filter(about(table)).toList();
            forms.addUp(ups);
            forms.addDown(downs);
            references.add(ups, downs);
        }
        references.kept().values().forEach(forms::addReference);
        return forms.hints();
    }

    /**
     * The rows that the group's scripts look for and that may be there before it: those its ways up name, and those its
     * ways back name where an earlier script, or a way up that minds rows being there, names the value too. A value that
     * nothing before the way back speaks of is one that only the application of the new schema writes.
     *
     * @param present the tables before the group
     * @return nothing for tables of which no row is looked for
     */
    Map<TableName, TableHints> before(MigrationGroup group, Map<TableName, TableFingerprint> present) {
        Map<TableName, TableHints> hints = new HashMap<>();
        present.forEach((table, fingerprint) -> {
            List<StatementFacts> ups =
                    ups(group.migrations()).filter(about(table)).toList();
            Set<String> brought = written(ups, StatementFacts::bringsRows);
            Set<String> minded = written(ups, each -> each.inserts() && !each.bringsRows());
            WantedRows wanted = new WantedRows(fingerprint.columns().keySet());
            ups.forEach(each -> wanted.add(each, (column, value) -> !brought.contains(value)));
            downs(group.migrations())
                    .filter(about(table))
                    .forEach(each -> wanted.addUnlessNull(
                            each,
                            (column, value) -> !brought.contains(value)
                                    && (minded.contains(value) || knownBefore(group, table, column, value))));
            AddedReferences.seenTo(table, ups)
                    .forEach(reference -> wanted.add(reference.column(), StatementFacts.NO_KEYS));
            if (!wanted.rows().isEmpty()) {
                hints.put(table, formsOf(table).withRows(wanted.rows()));
            }
        });
        return hints;
    }

    /**
     * How the values of these tables read, and the rows that the group's ways back look for, which an application may have
     * written since the way up.
     *
     * @param present the tables after the way up
     * @param changed those whose columns or keys the way up changed
     */
    Map<TableName, TableHints> whenUsed(
            MigrationGroup group,
            Collection<TableName> tables,
            Map<TableName, TableFingerprint> present,
            Set<TableName> changed) {
        Map<TableName, TableHints> hints = forms(tables);
        hints.replaceAll((table, forms) -> {
            TableFingerprint fingerprint = present.get(table);
            WantedRows wanted = new WantedRows(
                    fingerprint == null ? Set.of() : fingerprint.columns().keySet());
            downs(group.migrations()).filter(about(table)).forEach(each -> wanted.add(each, (column, value) -> true));
            return forms.withRows(wanted.rows()).withChanged(changed.contains(table));
        });
        return hints;
    }

    private boolean knownBefore(MigrationGroup group, TableName table, String column, String value) {
        int first = migrations.indexOf(group.migrations().get(0));
        return ups(migrations.subList(0, first)).filter(about(table)).anyMatch(each -> each.names(column, value));
    }

    private Stream<StatementFacts> ups(List<Migration> chosen) {
        return chosen.stream().flatMap(migration -> facts.getOrDefault(migration, Facts.NONE).up().stream());
    }

    private Stream<StatementFacts> downs(List<Migration> chosen) {
        return chosen.stream().flatMap(migration -> facts.getOrDefault(migration, Facts.NONE).down().stream());
    }

    private static Predicate<StatementFacts> about(TableName table) {
        return each -> each.names().contains(table.name());
    }

    private static Set<String> written(List<StatementFacts> statements, Predicate<StatementFacts> chosen) {
        Set<String> written = new HashSet<>();
        statements.stream().filter(chosen).forEach(each -> written.addAll(each.written()));
        return written;
    }
}
