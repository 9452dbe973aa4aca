package org.migrationtest.source.liquibase;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.listener.SqlListener;
import liquibase.resource.ResourceAccessor;

/**
 * Runs Liquibase's code silently and with the user's class loader, without a trace in the scope that the user's own
 * Liquibase sees.
 */
final class LiquibaseScope {
    /**
     * Parsing and validating are not thread-safe in Liquibase (parsers and factories are JVM-wide and keep state), running
     * a changeset on a database of its own is.
     */
    private static final ReentrantLock PARSING = new ReentrantLock();

    private static int working;

    private final Map<String, Object> values;

    LiquibaseScope(ClassLoader classLoader, ResourceAccessor resources) {
        values = Map.of(
                Scope.Attr.ui.name(),
                new Silence.Ui(),
                Scope.Attr.logService.name(),
                new Silence.Log(),
                Scope.Attr.classLoader.name(),
                classLoader,
                Scope.Attr.resourceAccessor.name(),
                resources,
                CustomChanges.OURS,
                true);
    }

    /** Work that Liquibase does for us. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    /** Like {@link #run}, by one thread of this JVM at a time. */
    <T> T runAlone(SqlListener listener, Work<T> work) throws Exception {
        PARSING.lock();
        try {
            return run(listener, Map.of(), work);
        } finally {
            PARSING.unlock();
        }
    }

    /**
     * @param listener hears every statement before it is sent
     * @param more further values of the scope, by Liquibase's names
     */
    <T> T run(SqlListener listener, Map<String, Object> more, Work<T> work) throws Exception {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(more);
        enter();
        try {
            return Scope.child(listener, all, () -> {
                CustomChanges.register();
                return work.run();
            });
        } finally {
            leave();
        }
    }

    private static synchronized void enter() {
        working++;
    }

    /**
     * Liquibase keeps a history service for every database object it ever saw; its own commands drop them all when they
     * end. We do so when none of ours is at work, since one in the middle of a parse needs its own.
     */
    private static synchronized void leave() {
        working--;
        if (working == 0) {
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .resetAll();
        }
    }
}
