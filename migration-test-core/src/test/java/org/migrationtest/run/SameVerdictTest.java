package org.migrationtest.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.CheckPlan;
import org.migrationtest.Migrations;
import org.migrationtest.database.DataReader;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.DatabaseServers;
import org.migrationtest.database.Dialect;
import org.migrationtest.database.EngineVersion;
import org.migrationtest.database.SchemaReader;
import org.migrationtest.database.SessionReader;
import org.migrationtest.database.SupportedVersions;
import org.migrationtest.database.TransactionRules;
import org.migrationtest.evidence.Isolation;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.rule.Judge;
import org.migrationtest.rule.Policy;
import org.migrationtest.rule.Verdict;

/** A round trip has the same verdict whether it returns by savepoints or by copies. */
class SameVerdictTest {
    @Test
    void in_one_transaction_and_on_copies(@TempDir Path folder) {
        Migrations migrations = new Migrations(folder)
                .with(
                        "shop",
                        "CREATE TABLE customer (id int PRIMARY KEY, name text NOT NULL, note text DEFAULT 'x');"
                                + " CREATE TABLE purchase (id int PRIMARY KEY, customer int REFERENCES customer);"
                                + " CREATE TABLE pair (a int, b int);"
                                + " INSERT INTO customer SELECT n, 'c' || n FROM generate_series(1, 50) n;"
                                + " INSERT INTO purchase SELECT n, n FROM generate_series(1, 50) n",
                        "DROP TABLE pair; DROP TABLE purchase; DROP TABLE customer")
                .with("exact", "CREATE INDEX by_name ON customer (name)", "DROP INDEX by_name")
                .with("empty down", "ALTER TABLE customer ADD seen boolean", "SELECT 1")
                .with(
                        "loses default",
                        "ALTER TABLE customer ALTER note DROP DEFAULT",
                        "ALTER TABLE customer ALTER note SET DEFAULT 'y'")
                .with(
                        "loses rows",
                        "CREATE TABLE old AS TABLE purchase",
                        "DROP TABLE old; DELETE FROM purchase WHERE id > 45")
                .with(
                        "changes values",
                        "UPDATE customer SET name = upper(name)",
                        "UPDATE customer SET name = lower(name) || ' '")
                .with("order only", "ALTER TABLE pair DROP a", "ALTER TABLE pair ADD a int")
                .with("fails down", "CREATE TABLE gone (id int)", "DROP TABLE never_was")
                .with("again fails", "CREATE TYPE mood AS ENUM ('a')", "SELECT 1")
                .with("forgets one", "CREATE TABLE a1 (id int); CREATE TABLE a2 (id int)", "DROP TABLE a1")
                .with(
                        "own transaction",
                        "BEGIN; CREATE TABLE owned (id int); COMMIT",
                        "BEGIN; DROP TABLE owned; COMMIT")
                .with("concurrently", "CREATE INDEX CONCURRENTLY c ON purchase (customer)", "DROP INDEX CONCURRENTLY c")
                .with(
                        "database setting",
                        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''7MB''', current_database());"
                                + " EXECUTE format('COMMENT ON DATABASE %I IS %L', current_database(), 'shop');"
                                + " EXECUTE format('REVOKE TEMP ON DATABASE %I FROM PUBLIC', current_database()); END $$",
                        "SELECT 1")
                .with("after the setting", "CREATE TABLE public.late (id int)", "DROP TABLE public.late")
                .without("no down", "CREATE TABLE forward (id int)");

        List<String> inOneTransaction = verdicts(migrations.check().plan(), false);
        List<String> onCopies = verdicts(migrations.check().plan(), true);

        assertThat(inOneTransaction)
                .isEqualTo(onCopies)
                .contains("002 exact: exact []", "014 after the setting: exact []");
        assertThat(inOneTransaction)
                .anyMatch(verdict -> verdict.contains("[down-does-nothing"))
                .anyMatch(verdict -> verdict.contains("[schema-not-restored"))
                .anyMatch(verdict -> verdict.contains("rows-not-restored"))
                .anyMatch(verdict -> verdict.contains("[down-fails"))
                .anyMatch(verdict -> verdict.contains("up-again-fails"))
                .anyMatch(verdict -> verdict.contains("column-order-changed"))
                .anyMatch(verdict -> verdict.contains("[no-down"));
    }

    private static List<String> verdicts(CheckPlan plan, boolean onlyCopies) {
        EngineVersion engine = plan.engines().get(0);
        DatabaseServer server = DatabaseServers.get(engine, plan.settings().database());
        Dialect dialect = ServiceLoader.load(Dialect.class).findFirst().orElseThrow();
        Judge judge = new Judge(Policy.STRICT);
        try (Chain chain = Chain.open(
                server,
                onlyCopies ? new CopiesOnly(dialect) : dialect,
                plan.source(),
                plan.catalog(),
                Optional.empty(),
                new ChainSettings(0, 1, 0, Duration.ofMinutes(1)))) {
            return plan.groups().stream()
                    .map(group -> {
                        RoundTripEvidence evidence = chain.roundTrip(group);
                        if (onlyCopies) {
                            assertThat(evidence.isolation()).isInstanceOf(Isolation.Copies.class);
                        }
                        List<Finding> findings = judge.judge(evidence);
                        return group.label() + ": "
                                + Verdict.of(evidence, findings).label() + " "
                                + findings.stream()
                                        .map(finding -> finding.rule() + " " + finding.evidence())
                                        .toList();
                    })
                    .toList();
        }
    }

    /** PostgreSQL as if it could not roll back schema changes. */
    private record CopiesOnly(Dialect real) implements Dialect {
        @Override
        public Optional<String> whyTooOld(SQLException error, String statement, int major) {
            return real.whyTooOld(error, statement, major);
        }

        @Override
        public String engine() {
            return real.engine();
        }

        @Override
        public SupportedVersions supportedVersions() {
            return real.supportedVersions();
        }

        @Override
        public SchemaReader schemaReader() {
            return real.schemaReader();
        }

        @Override
        public DataReader dataReader() {
            return real.dataReader();
        }

        @Override
        public SessionReader sessionReader() {
            return real.sessionReader();
        }

        @Override
        public TransactionRules transactionRules() {
            return new NoRollBack(real.transactionRules());
        }
    }

    private record NoRollBack(TransactionRules real) implements TransactionRules {
        @Override
        public boolean schemaChangesRollBack() {
            return false;
        }

        @Override
        public boolean needsOwnTransaction(String statement) {
            return real.needsOwnTransaction(statement);
        }

        @Override
        public boolean blamesTransaction(SQLException error) {
            return real.blamesTransaction(error);
        }

        @Override
        public void simulateCommit(Connection connection) throws SQLException {
            real.simulateCommit(connection);
        }

        @Override
        public void resetSession(Connection connection) throws SQLException {
            real.resetSession(connection);
        }
    }
}
