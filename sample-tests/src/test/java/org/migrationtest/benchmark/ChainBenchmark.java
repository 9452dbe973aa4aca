package org.migrationtest.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationtest.CheckPlan;
import org.migrationtest.EngineCheck;
import org.migrationtest.MigrationCheck;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.evidence.Isolation;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.report.MigrationResult;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.SourceProvider;
import org.migrationtest.source.SourceSettings;

/**
 * Prints what a chain costs bare and through the framework, and how that develops as the chain grows. It judges no time:
 * machines differ. How to run it, and what to turn, stands in {@code docs/benchmark.md}.
 */
@Tag("benchmark")
class ChainBenchmark {
    private static final String DATABASE = System.getProperty("benchmark.database", "postgres:17");

    /** The data lies in memory where there is room, so that a slow disk does not hide what is to be seen. */
    private static final DatabaseSettings EMBEDDED =
            new DatabaseSettings("embedded", Optional.empty(), Optional.empty());

    @TempDir
    static Path folder;

    static List<MeasuredChain> chains() throws IOException {
        long rows = Long.getLong("benchmark.rows", 100);
        String location = System.getProperty("benchmark.location", "");
        if (!location.isEmpty()) {
            String source = System.getProperty("benchmark.source", "flyway");
            return List.of(new MeasuredChain(location, source, location, rows));
        }
        List<MeasuredChain> chains = new ArrayList<>();
        for (String length :
                System.getProperty("benchmark.lengths", "50,100,200").split(",", -1)) {
            chains.add(GeneratedChains.growing(folder.resolve(length), Integer.parseInt(length), rows));
        }
        chains.add(
                GeneratedChains.overManyRows(folder.resolve("rows"), 13, Long.getLong("benchmark.manyRows", 100_000)));
        return chains;
    }

    /** Until the JVM has compiled what all chains share, the first one measured would pay for the others. */
    @BeforeAll
    static void warm_up() throws IOException, SQLException {
        MeasuredChain small = GeneratedChains.growing(folder.resolve("warm-up"), 40, 10);
        measure(small);
        measure(small);
    }

    @ParameterizedTest
    @MethodSource("chains")
    void what_a_chain_costs(MeasuredChain chain) throws SQLException {
        System.out.println(measure(chain));
    }

    private static Figures measure(MeasuredChain chain) throws SQLException {
        DatabaseServer server = DatabaseServers.get(EngineVersion.parse(DATABASE), EMBEDDED);
        MigrationSource source = source(chain);
        BareRun bare = new BareRun(chain, server, source);
        double tool = chain.source().equals("flyway") ? flyway(chain, server).toNanos() / 1e6 : Double.NaN;
        Timing up = bare.up();
        Timing roundTrips = bare.roundTrips();
        CheckPlan plan = MigrationCheck.of(chain.source(), chain.location())
                .databases(DATABASE)
                .from(EMBEDDED)
                .rows(chain.rows())
                .properties(Map.of("migrationtest.missingDown", "report"))
                .plan();
        long start = System.nanoTime();
        try (EngineCheck check = plan.start(plan.engines().get(0))) {
            Duration opening = Duration.ofNanos(System.nanoTime() - start);
            Timing framework = framework(plan, check);
            long copied = check.result().migrations().stream()
                    .flatMap(result -> result.evidence().stream())
                    .filter(evidence -> evidence.isolation() instanceof Isolation.Copies)
                    .count();
            start = System.nanoTime();
            check.checkWholeChain();
            Duration unwinding = Duration.ofNanos(System.nanoTime() - start);
            return new Figures(
                    chain, server.version(), bare.steps(), tool, up, roundTrips, framework, copied, opening, unwinding);
        }
    }

    private static Timing framework(CheckPlan plan, EngineCheck check) {
        List<Duration> each = new ArrayList<>();
        for (MigrationGroup group : plan.chosen()) {
            long start = System.nanoTime();
            MigrationResult result = check.check(group);
            each.add(Duration.ofNanos(System.nanoTime() - start));
            assertThat(result.evidence()).as(group.label()).isPresent();
        }
        return new Timing("framework", each, Duration.ZERO);
    }

    private static MigrationSource source(MeasuredChain chain) {
        return ServiceLoader.load(SourceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(chain.source()))
                .findFirst()
                .orElseThrow()
                .open(new SourceSettings(List.of(chain.location()), Map.of(), ChainBenchmark.class.getClassLoader()));
    }

    private static Duration flyway(MeasuredChain chain, DatabaseServer server) {
        try (TestDatabase database = server.create("flyway")) {
            Flyway flyway = Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations(chain.location())
                    .load();
            long start = System.nanoTime();
            assertThat(flyway.migrate().migrationsExecuted).isPositive();
            return Duration.ofNanos(System.nanoTime() - start);
        }
    }
}
