package org.migrationtest.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.Dialect;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.migration.Migration;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.SeedRequest;
import org.migrationtest.seed.Seeder;
import org.migrationtest.source.MigrationCatalog;
import org.migrationtest.source.MigrationSession;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationTarget;

/** The tool on its own, one migration after the other over tables with the same rows, and nobody looking. */
final class BareRun {
    private final MeasuredChain chain;
    private final DatabaseServer server;
    private final MigrationSource source;
    private final MigrationCatalog catalog;
    private final Dialect dialect = only(Dialect.class);
    private final Seeder seeder = only(Seeder.class);

    BareRun(MeasuredChain chain, DatabaseServer server, MigrationSource source) {
        this.chain = chain;
        this.server = server;
        this.source = source;
        this.catalog = source.discover();
    }

    private static <T> T only(Class<T> service) {
        return ServiceLoader.load(service).findFirst().orElseThrow();
    }

    /** How long each migration takes, up only. */
    Timing up() throws SQLException {
        return run("up", false);
    }

    /** How long each migration takes up, and where there is a way back, down and up again. */
    Timing roundTrips() throws SQLException {
        return run("up, down, up", true);
    }

    /** Steps that a round trip of all migrations has. */
    int steps() {
        return catalog.migrations().stream()
                .mapToInt(migration -> migration.wayBack().exists() ? 3 : 1)
                .sum();
    }

    private Timing run(String name, boolean andBack) throws SQLException {
        List<Duration> each = new ArrayList<>();
        Duration filling = Duration.ZERO;
        try (TestDatabase database = server.create("bare");
                MigrationSession session = source.open(
                        catalog,
                        new MigrationTarget(
                                database.dataSource(), database.jdbcUrl(), database.user(), database.password()));
                Connection ours = database.connect()) {
            session.prepare();
            Set<TableName> known = new HashSet<>(session.historyTables());
            for (Migration migration : catalog.migrations()) {
                long start = System.nanoTime();
                session.up(migration);
                if (andBack && migration.wayBack().exists()) {
                    session.down(migration);
                    session.up(migration);
                }
                each.add(Duration.ofNanos(System.nanoTime() - start));
                filling = filling.plus(fill(ours, known));
            }
            Migration last = catalog.migrations().get(each.size() - 1);
            assertThat(session.history(ours, last).applied()).isEqualTo(each.size());
        }
        return new Timing(name, each, filling);
    }

    private Duration fill(Connection ours, Set<TableName> known) throws SQLException {
        Set<TableName> appeared = new HashSet<>(dialect.dataReader().tables(ours));
        appeared.removeAll(known);
        known.addAll(appeared);
        if (appeared.isEmpty() || chain.rows() == 0) {
            return Duration.ZERO;
        }
        long start = System.nanoTime();
        seeder.fill(ours, new SeedRequest(appeared, chain.rows(), 42, SeedRequest.Purpose.VOLUME));
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
