package org.migrationtest.source.liquibase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.DbmsTargetedChange;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilter;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.IgnoreChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;
import liquibase.changelog.visitor.ValidatingVisitor;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;
import liquibase.util.LiquibaseUtil;
import org.jspecify.annotations.Nullable;

/**
 * A parsed changelog. Liquibase's objects in it remember what they did, so each session has its own.
 *
 * @param root what Liquibase parsed
 * @param accepted the changesets that run here, in the order in which Liquibase runs them
 * @param leftOut the others by the reason
 * @param namesDatabase whether the name of the database it was parsed for stands in it
 */
record Changelog(
        DatabaseChangeLog root,
        Contexts contexts,
        LabelExpression labels,
        List<ChangeSet> accepted,
        Map<String, List<ChangeSet>> leftOut,
        boolean namesDatabase) {

    /** Parses; to be called inside a {@link LiquibaseScope}. */
    static Changelog parse(String path, LiquibaseOptions options, ResourceAccessor resources, Database database)
            throws Exception {
        Contexts contexts = new Contexts(options.contexts());
        LabelExpression labels = new LabelExpression(options.labels());
        Parameters parameters = new Parameters(database);
        parameters.setContexts(contexts);
        parameters.setLabels(labels);
        options.parameters().forEach(parameters::set);
        return Scope.child(Map.of(Scope.Attr.database.name(), database), () -> {
            DatabaseChangeLog root = ChangeLogParserFactory.getInstance()
                    .getParser(path, resources)
                    .parse(path, parameters, resources);
            return filter(root, contexts, labels, database, parameters.databaseNamed);
        });
    }

    /** As Liquibase's own update filters, and then what it would look at again and again without ever running it. */
    private static Changelog filter(
            DatabaseChangeLog root,
            Contexts contexts,
            LabelExpression labels,
            Database database,
            boolean namesDatabase) {
        List<ChangeSetFilter> filters = List.of(
                new ContextChangeSetFilter(contexts),
                new LabelChangeSetFilter(labels),
                new DbmsChangeSetFilter(database),
                new IgnoreChangeSetFilter());
        List<ChangeSet> accepted = new ArrayList<>();
        Map<String, List<ChangeSet>> leftOut = new LinkedHashMap<>();
        for (ChangeSet changeSet : root.getChangeSets()) {
            Optional<String> denial = filters.stream()
                    .map(filter -> filter.accepts(changeSet))
                    .filter(result -> !result.isAccepted())
                    .map(ChangeSetFilterResult::getMessage)
                    .findFirst()
                    .or(() -> forOtherDatabases(changeSet, database));
            denial.ifPresentOrElse(
                    reason -> leftOut.computeIfAbsent(reason, key -> new ArrayList<>())
                            .add(changeSet),
                    () -> accepted.add(changeSet));
        }
        root.getSkippedChangeSets().stream()
                .filter(changeSet ->
                        !new DbmsChangeSetFilter(database).accepts(changeSet).isAccepted())
                .forEach(changeSet -> leftOut.computeIfAbsent("dbms names other databases", key -> new ArrayList<>())
                        .add(changeSet));
        return new Changelog(root, contexts, labels, accepted, leftOut, namesDatabase);
    }

    /**
     * A changeset of nothing but changes for other databases: Liquibase skips it each time without a word in its history
     * (4.x if it has one change, 5.x always; {@code liquibase.changelog.ChangeSet#execute}).
     */
    private static Optional<String> forOtherDatabases(ChangeSet changeSet, Database database) {
        List<Change> changes = changeSet.getChanges();
        boolean skipped = !changes.isEmpty()
                && changes.stream().noneMatch(change -> concerns(change, database))
                && (changes.size() == 1 || !LiquibaseUtil.getBuildVersion().startsWith("4."));
        return skipped ? Optional.of("all its changes are for other databases") : Optional.empty();
    }

    private static boolean concerns(Change change, Database database) {
        return !(change instanceof DbmsTargetedChange targeted)
                || DatabaseList.definitionMatches(targeted.getDbms(), database, true);
    }

    /** What Liquibase finds wrong without a database: duplicates, attributes that are missing. */
    ValidatingVisitor validated(Database database) throws LiquibaseException {
        ValidatingVisitor visitor = new ValidatingVisitor(List.of());
        new ChangeLogIterator(
                        root,
                        new DbmsChangeSetFilter(database),
                        new ContextChangeSetFilter(contexts),
                        new LabelChangeSetFilter(labels))
                .run(visitor, environment(database));
        return visitor;
    }

    RuntimeEnvironment environment(Database database) {
        return new RuntimeEnvironment(database, contexts, labels);
    }

    /** Parameters that remember whether the name of the database was asked for. */
    private static final class Parameters extends ChangeLogParameters {
        private boolean databaseNamed;

        Parameters(Database database) {
            super(database);
        }

        @Override
        public @Nullable Object getValue(String key, DatabaseChangeLog changelog) {
            databaseNamed |= key.equals("database.defaultCatalogName");
            return super.getValue(key, changelog);
        }
    }
}
