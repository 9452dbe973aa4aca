package org.migrationtest.source.liquibase;

import java.util.List;
import java.util.stream.Collectors;
import liquibase.changelog.visitor.ValidatingVisitor;
import liquibase.database.Database;
import liquibase.exception.ValidationFailedException;
import liquibase.resource.ResourceAccessor;
import liquibase.util.LiquibaseUtil;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSession;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.MigrationTarget;

/** The changesets of one root changelog. */
final class LiquibaseSource implements MigrationSource {
    private final ChangelogLocation location;
    private final LiquibaseOptions options;

    private final String tool;
    private final ParsedChangelogs parsed = new ParsedChangelogs();

    /**
     * @throws LinkageError if an extension of Liquibase on the class path lacks a class that it needs
     */
    LiquibaseSource(ChangelogLocation location, LiquibaseOptions options) {
        this.location = location;
        this.options = options;
        this.tool = "Liquibase " + LiquibaseUtil.getBuildVersion();
    }

    @Override
    public String tool() {
        return tool;
    }

    @Override
    public MigrationCatalog discover() {
        try (FirstFound resources = location.open()) {
            return scope(resources).runAlone(new LastStatement(), () -> discover(resources));
        } catch (MigrationSourceException ready) {
            throw ready;
        } catch (Exception | LinkageError error) {
            throw new MigrationSourceException(
                    "Liquibase cannot read the changelog " + location.text() + " (setting 'locations'): "
                            + Failures.reading(error) + advice(error),
                    error);
        }
    }

    @Override
    public MigrationSession open(MigrationCatalog catalog, MigrationTarget target) {
        return new LiquibaseSession(new Work(location, options, target), parsed);
    }

    private MigrationCatalog discover(ResourceAccessor resources) throws Exception {
        if (!resources.get(location.path()).exists()) {
            throw new MigrationSourceException("There is no changelog " + location.path() + ": it was looked for "
                    + location.whereLooked() + ". The setting 'locations' names it as " + location.text()
                    + ". Name the root changelog file there.");
        }
        Database database = Databases.offline(options);
        Changelog changelog = Changelog.parse(location.path(), options, resources, database);
        if (changelog.accepted().isEmpty()) {
            throw new MigrationSourceException(nothingToRun(changelog));
        }
        ValidatingVisitor validated = changelog.validated(database);
        if (!validated.getDuplicateChangeSets().isEmpty()) {
            throw new MigrationSourceException(
                    "The changelog " + location.text() + " (setting 'locations') holds changesets"
                            + " with the same file, id and author, of which Liquibase refuses to run any: "
                            + validated.getDuplicateChangeSets().stream()
                                    .map(changeSet -> changeSet.toString(false))
                                    .collect(Collectors.joining(", "))
                            + ". Give each changeset an id of its own, and include each file once.");
        }
        if (!validated.validationPassed()) {
            throw new ValidationFailedException(validated);
        }
        return new Discovery(changelog, database, new ChangelogLines(resources)).catalog();
    }

    private String nothingToRun(Changelog changelog) {
        int all = changelog.leftOut().values().stream().mapToInt(List::size).sum();
        if (all == 0) {
            return "The changelog " + location.text()
                    + " (setting 'locations') holds no changeset, so there is nothing to"
                    + " test. Name the root changelog, or add changesets to it.";
        }
        return "None of the " + all + " changesets of " + location.text() + " (setting 'locations') runs here: "
                + changelog.leftOut().entrySet().stream()
                        .map(entry -> entry.getValue().size() + " because " + entry.getKey())
                        .collect(Collectors.joining(", "))
                + ". The options contexts ('" + options.contexts() + "') and labels ('" + options.labels()
                + "') decide what runs.";
    }

    private String advice(Throwable error) {
        return Failures.message(error).contains("was not found in the configured search path")
                ? "\nIf the path is relative to another folder, set the Liquibase option searchPath to that folder."
                : "";
    }

    private LiquibaseScope scope(ResourceAccessor resources) {
        return new LiquibaseScope(location.classLoader(), resources);
    }
}
