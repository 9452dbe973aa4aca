package org.migrationtest.source.liquibase;

import java.util.Optional;
import liquibase.listener.SqlListener;
import org.jspecify.annotations.Nullable;

/** Remembers the statement that Liquibase sent last, which is the one that failed when something failed. */
final class LastStatement extends SqlListener {
    private @Nullable String sql;

    @Override
    public void writeSqlWillRun(String statement) {
        sql = statement;
    }

    Optional<String> sql() {
        return Optional.ofNullable(sql);
    }
}
