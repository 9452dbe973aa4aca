package org.migrationtest.source.liquibase;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;

/**
 * Parsed changelogs that no session uses at the moment. Parsing takes time in the length of the changelog, and a run that
 * works on copies of a database opens a session for each of them.
 */
final class ParsedChangelogs {
    private final Map<String, Deque<Changelog>> idle = new HashMap<>();

    /** How a changelog becomes one. */
    @FunctionalInterface
    interface Parser {
        Changelog parse(Database database) throws Exception;
    }

    /** One that was parsed for such a database, or a new one. It is the caller's until it is given back. */
    Changelog take(Database database, Parser parser) throws Exception {
        synchronized (idle) {
            Deque<Changelog> fitting = idle.get(kind(database));
            if (fitting != null && !fitting.isEmpty()) {
                return fitting.pop();
            }
        }
        return parser.parse(database);
    }

    /**
     * @param kind what {@link #kind} said of the database it was taken for
     */
    void giveBack(String kind, Changelog changelog) {
        if (!changelog.namesDatabase()) {
            synchronized (idle) {
                idle.computeIfAbsent(kind, key -> new ArrayDeque<>()).push(changelog);
            }
        }
    }

    /** What a changelog's text can depend on through {@code ${database.…}}, but for the database's name. */
    static String kind(Database database) throws DatabaseException {
        return String.join(
                "|",
                database.getDatabaseProductVersion(),
                String.valueOf(database.getDefaultSchemaName()),
                String.valueOf(database.getLiquibaseSchemaName()));
    }
}
