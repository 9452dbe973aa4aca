package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.Dialect;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.evidence.ChainEvidence;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.evidence.StepFailure;
import org.migrationtest.evidence.TableVolume;
import org.migrationtest.evidence.UnfilledTable;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.migration.Step;
import org.migrationtest.schema.SchemaSnapshot;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.Seeder;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSource;

/**
 * A chain of migrations on one database, from an empty one to the newest schema, with rows in its tables. Used by one
 * thread at a time; migrations are given in the order of the catalog.
 */
public final class Chain implements AutoCloseable {
    private final DatabaseServer server;
    private final ServerLoss loss;
    private final Dialect dialect;
    private final ChainSettings settings;
    private final Filler filler;
    private final TestDatabase watchtower;
    private final Connection observer;
    private final TimeLimit timeLimit;
    private final StatementRecorder recorder;
    private final StepRunner runner;
    private final Advance advance;
    private final Bench bench;
    private final SchemaSnapshot empty;
    private final List<Migration> applied = new ArrayList<>();
    private final BareChain bare;
    private final ChainRows rows;

    private Chain(
            DatabaseServer server,
            Dialect dialect,
            MigrationSource source,
            MigrationCatalog catalog,
            Optional<Seeder> seeder,
            ChainSettings settings)
            throws SQLException {
        this.server = server;
        this.loss = new ServerLoss(server);
        this.dialect = dialect;
        this.settings = settings;
        ScriptHints scripts = new ScriptHints(catalog);
        this.filler = new Filler(seeder, settings, scripts);
        this.watchtower = server.create("mt_watch");
        this.observer = watchtower.connect();
        this.timeLimit = new TimeLimit(settings.timeLimit());
        LazyListener listener = new LazyListener();
        this.bench = new Bench(source, catalog, listener, server.create("mt_chain"));
        BookKeeping bookKeeping = new BookKeeping(bench.session().historyTables());
        this.recorder = new StatementRecorder(dialect.sessionReader(), observer, timeLimit, bookKeeping);
        listener.becomes(recorder);
        this.runner = new StepRunner(dialect, recorder, timeLimit, loss);
        this.advance = new Advance(dialect, runner);
        this.empty =
                dialect.schemaReader().read(bench.connection(), bench.session().historyTables());
        bench.session().prepare();
        this.bare = new BareChain(server, bench, advance);
        this.rows = new ChainRows(dialect, bench, filler, scripts, settings);
    }

    /**
     * Begins a chain on a new database of that server.
     *
     * @param dialect of the server's engine
     * @param catalog what the source discovered
     * @param seeder what fills tables; empty to leave them as the migrations leave them
     */
    public static Chain open(
            DatabaseServer server,
            Dialect dialect,
            MigrationSource source,
            MigrationCatalog catalog,
            Optional<Seeder> seeder,
            ChainSettings settings) {
        try {
            return new Chain(server, dialect, source, catalog, seeder, settings);
        } catch (SQLException e) {
            throw new ServerLoss(server).unexpected("a database was being prepared", e);
        }
    }

    /** The database the chain is on, to look at or to write to between two migrations. */
    public TestDatabase database() {
        return bench.database();
    }

    /** How many migrations are applied. */
    public int applied() {
        return applied.size();
    }

    /**
     * Takes the next migrations up only; where one cannot be applied to generated rows, on emptied tables.
     *
     * @return the step that failed, if one did; then the chain cannot go on
     */
    public Optional<StepEvidence> advance(MigrationGroup group) {
        try {
            rows.forget();
            for (Migration migration : group.migrations()) {
                StepEvidence step = advance.up(bench, migration);
                if (failedOnRows(List.of(step)) && goOnWithoutRows()) {
                    step = advance.up(bench, migration);
                }
                if (step.failure().isPresent()) {
                    return Optional.of(step);
                }
                applied.add(migration);
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw loss.unexpected(group.label() + " was being applied", e);
        }
    }

    /**
     * Rolls the newest applied migration back.
     *
     * @return the step, if it failed; then the chain cannot go on
     * @throws IllegalStateException if none is applied
     */
    public Optional<StepEvidence> retreat() {
        if (applied.isEmpty()) {
            throw new IllegalStateException("no migration is applied");
        }
        Migration newest = applied.get(applied.size() - 1);
        try {
            rows.forget();
            StepEvidence step = advance.down(bench, newest);
            if (step.failure().isPresent()) {
                return Optional.of(step);
            }
            applied.remove(applied.size() - 1);
            return Optional.empty();
        } catch (SQLException e) {
            throw loss.unexpected(newest.label() + " was being rolled back", e);
        }
    }

    /** The schema as it now stands, without the tool's own tables. */
    public SchemaSnapshot schema() {
        try {
            return dialect.schemaReader()
                    .read(bench.connection(), bench.session().historyTables());
        } catch (SQLException e) {
            throw loss.unexpected("the schema was being read", e);
        }
    }

    /** Takes the next migrations up, down, and up again, and leaves them applied. */
    public RoundTripEvidence roundTrip(MigrationGroup group) {
        try {
            List<UnfilledTable> unfilled = new ArrayList<>();
            if (!rows.isKnown()) {
                rows.read();
                unfilled.addAll(rows.fillNewTables());
            }
            rows.writeWhatIsLookedFor(group);
            RoundTripOutcome outcome = make(group);
            List<StepEvidence> steps = new ArrayList<>(outcome.steps());
            boolean emptied = failedOnRows(outcome.steps()) && goOnWithoutRows();
            if (emptied) {
                rows.read();
                outcome = make(group);
                steps.addAll(outcome.steps());
            }
            List<TableVolume> volumes = List.of();
            if (outcome.after().isPresent()) {
                applied.addAll(group.migrations());
                Set<TableName> widened = rows.becomes(outcome.after().get());
                volumes = rows.volumes(outcome.touched());
                unfilled.addAll(rows.fillNewTables());
                rows.goOn(widened);
            }
            return new RoundTripEvidence(
                    server.requested().toString(),
                    group,
                    outcome.isolation(),
                    steps,
                    outcome.change(),
                    outcome.wayBack(),
                    outcome.upAgain(),
                    outcome.repeat(),
                    emptied && outcome.after().isPresent(),
                    volumes,
                    unfilled);
        } catch (SQLException e) {
            throw loss.unexpected(group.label() + " was being tested", e);
        }
    }

    /**
     * Rolls the whole chain back, newest first, and applies it again.
     *
     * @param goesOn whether the chain is needed afterwards; then it is as it was before, also where the way back stopped
     *     in the middle
     */
    public ChainEvidence unwind(boolean goesOn) {
        try {
            rows.forget();
            ChainEvidence evidence = new Unwinding(dialect, bench, advance, empty)
                    .unwind(server.requested().toString(), applied);
            if (goesOn && evidence.again().isEmpty()) {
                startAnew();
            }
            return evidence;
        } catch (SQLException e) {
            throw loss.unexpected("the whole chain was being rolled back", e);
        }
    }

    /**
     * Brings a new database to where the chain was. A copy made before would be cheaper and would be in the way: a role
     * cannot be dropped while another database has something that belongs to it.
     */
    private void startAnew() throws SQLException {
        LeftRoles roles = leftRoles();
        bench.replace(server.create("mt_chain"));
        roles.drop(observer);
        bench.session().prepare();
        rows.areGone();
        for (Migration migration : applied) {
            Optional<StepFailure> failure = advance.up(bench, migration).failure();
            if (failure.isPresent()) {
                throw new IllegalStateException(migration.label() + " was applied before and cannot be applied to a new"
                        + " database: " + failure.get().message());
            }
        }
    }

    /** Goes on with a database that has the same schema and no generated rows; false where there can be none. */
    private boolean goOnWithoutRows() throws SQLException {
        boolean possible = bare.catchUp(applied);
        if (possible) {
            bench.replace(bare.copy());
            rows.areGone();
        }
        return possible;
    }

    private boolean failedOnRows(List<StepEvidence> steps) {
        return settings.rows() > 0
                && steps.stream()
                        .filter(step -> step.step() == Step.UP)
                        .map(StepEvidence::failure)
                        .flatMap(Optional::stream)
                        .anyMatch(StepFailure::blamesRows);
    }

    private RoundTripOutcome make(MigrationGroup group) throws SQLException {
        ChainState before = rows.state();
        if (dialect.transactionRules().schemaChangesRollBack()) {
            try {
                return on(OneTransaction.on(bench, dialect.transactionRules()), group, before);
            } catch (Abandoned abandoned) {
                return onCopies(abandoned.reason(), group, before);
            }
        }
        return onCopies(server.requested().engine() + " cannot roll back schema changes", group, before);
    }

    private RoundTripOutcome onCopies(String reason, MigrationGroup group, ChainState before) throws SQLException {
        try {
            return on(new Copies(bench, reason), group, before);
        } catch (Abandoned impossible) {
            throw new IllegalStateException("copies confirm nothing elsewhere", impossible);
        }
    }

    private RoundTripOutcome on(Playground ground, MigrationGroup group, ChainState before)
            throws SQLException, Abandoned {
        return new RoundTrip(ground, dialect, runner, filler, group, before).make();
    }

    /** None where they cannot be read any more, as when the server is gone. */
    private LeftRoles leftRoles() {
        try {
            return LeftRoles.between(
                    empty,
                    dialect.schemaReader()
                            .read(bench.connection(), bench.session().historyTables()),
                    recorder::mayHaveMadeRole);
        } catch (SQLException unknown) {
            return new LeftRoles(List.of());
        }
    }

    @Override
    public void close() {
        timeLimit.close();
        try {
            LeftRoles roles = leftRoles();
            bench.close();
            bare.close();
            roles.drop(observer);
            observer.close();
        } catch (SQLException e) {
            throw loss.unexpected("databases were being dropped", e);
        } finally {
            watchtower.close();
        }
    }
}
