package org.migrationtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.Dialects;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.evidence.ChainEvidence;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.report.ChainResult;
import org.migrationtest.report.DatabaseInfo;
import org.migrationtest.report.MigrationResult;
import org.migrationtest.report.RunResult;
import org.migrationtest.rule.Judge;
import org.migrationtest.rule.Policy;
import org.migrationtest.rule.Verdict;
import org.migrationtest.run.Chain;
import org.migrationtest.run.ChainSettings;
import org.migrationtest.seed.Seeder;

/** A check on one engine version, migration by migration. Used by one thread at a time. */
public final class EngineCheck implements AutoCloseable {
    private final CheckPlan plan;
    private final DatabaseServer server;
    private final Judge judge;
    private final Chain chain;
    private final Map<MigrationGroup, MigrationResult> results = new HashMap<>();
    private @Nullable ChainResult wholeChain;
    private String broken = "";
    private int next;

    EngineCheck(CheckPlan plan, EngineVersion engine) {
        CheckSettings settings = plan.settings();
        this.plan = plan;
        this.judge = new Judge(new Policy(settings.severities(), settings.allowances()));
        Optional<Seeder> seeder = Providers.seeder(settings, engine.engine());
        this.server = DatabaseServers.get(engine, settings.database());
        this.chain = Chain.open(
                server,
                Dialects.of(engine),
                plan.source(),
                plan.catalog(),
                seeder,
                new ChainSettings(settings.rows(), settings.seed(), settings.exerciseRows(), settings.timeLimit()));
    }

    /** The chain's database as it now stands. */
    public Chain chain() {
        return chain;
    }

    /**
     * Brings the chain to where this group is next, if it is not there, and lets the group make its round trip.
     *
     * @return the result, also {@link Verdict#NOT_RUN} where an earlier migration cannot be applied
     * @throws IllegalArgumentException if the group has been passed already
     */
    public MigrationResult check(MigrationGroup group) {
        int at = plan.groups().indexOf(group);
        if (at < next) {
            throw new IllegalArgumentException(group.label() + " is not ahead; the chain has passed it");
        }
        while (next < at) {
            passOver(plan.groups().get(next++));
        }
        next++;
        MigrationResult result = broken.isEmpty() ? tested(group) : notRun(group);
        results.put(group, result);
        return result;
    }

    /** Rolls the whole chain back and applies it again, from where it now stands. */
    public Optional<ChainResult> checkWholeChain() {
        if (!plan.settings().wholeChain() || !broken.isEmpty() || chain.applied() == 0) {
            return Optional.empty();
        }
        ChainEvidence evidence = chain.unwind(next < plan.groups().size());
        List<RoundTripEvidence> roundTrips = results.values().stream()
                .flatMap(result -> result.evidence().stream())
                .toList();
        wholeChain = new ChainResult(evidence, judge.judge(evidence, roundTrips));
        return Optional.of(wholeChain);
    }

    /** All that is known by now. */
    public RunResult result() {
        List<MigrationResult> migrations = new ArrayList<>();
        for (MigrationGroup group : plan.groups()) {
            migrations.add(results.getOrDefault(
                    group, new MigrationResult(group, Verdict.NOT_CHOSEN, Optional.empty(), List.of(), "")));
        }
        DatabaseInfo database = new DatabaseInfo(server.requested().toString(), server.version(), server.origin());
        return new RunResult(
                database,
                plan.source().tool(),
                plan.catalog().remarks(),
                migrations,
                Optional.ofNullable(wholeChain),
                judge.weigh(RunFindings.of(plan, server.requested().toString(), migrations)));
    }

    private MigrationResult tested(MigrationGroup group) {
        RoundTripEvidence evidence = chain.roundTrip(group);
        List<Finding> findings = judge.judge(evidence);
        if (!evidence.applied()) {
            broken = group.label() + " cannot be applied";
        }
        return new MigrationResult(group, Verdict.of(evidence, findings), Optional.of(evidence), findings, "");
    }

    private MigrationResult notRun(MigrationGroup group) {
        return new MigrationResult(group, Verdict.NOT_RUN, Optional.empty(), List.of(), broken);
    }

    private void passOver(MigrationGroup group) {
        if (!broken.isEmpty()) {
            results.put(group, notRun(group));
            return;
        }
        Optional<StepEvidence> failed = chain.advance(group);
        if (failed.isPresent()) {
            broken = group.label() + " cannot be applied";
            RoundTripEvidence evidence = FailedAdvance.evidence(server.requested(), group, failed.get());
            List<Finding> findings = judge.judge(evidence);
            results.put(group, new MigrationResult(group, Verdict.UP_FAILS, Optional.of(evidence), findings, ""));
        }
    }

    @Override
    public void close() {
        chain.close();
    }
}
