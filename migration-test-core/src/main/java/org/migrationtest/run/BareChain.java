package org.migrationtest.run;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationtest.database.DatabaseServer;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.migration.Migration;

/**
 * The same chain without a generated row, made only when a migration fails on generated rows and the chain must go on.
 * It is taken on from where it was left, so that all of it together costs one more way up.
 */
final class BareChain implements AutoCloseable {
    private final DatabaseServer server;
    private final Bench model;
    private final Advance advance;
    private @Nullable Bench bench;
    private int applied;

    BareChain(DatabaseServer server, Bench model, Advance advance) {
        this.server = server;
        this.model = model;
        this.advance = advance;
    }

    /** Applies what the chain has applied; false where that fails on a database without rows. */
    boolean catchUp(List<Migration> migrations) throws SQLException {
        Bench here = bench();
        for (Migration migration : migrations.subList(applied, migrations.size())) {
            if (advance.up(here, migration).failure().isPresent()) {
                return false;
            }
            applied++;
        }
        return true;
    }

    TestDatabase copy() throws SQLException {
        return bench().copy();
    }

    private Bench bench() {
        if (bench == null) {
            bench = model.twin(server.create("mt_bare"));
            bench.session().prepare();
        }
        return bench;
    }

    @Override
    public void close() throws SQLException {
        if (bench != null) {
            bench.close();
        }
    }
}
