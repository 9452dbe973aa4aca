package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.migrationtest.database.SessionReader;
import org.migrationtest.evidence.StatementEvidence;
import org.migrationtest.lock.HeldLock;

/**
 * Writes down what a migration sends, and reads the locks of its session through a second connection after each
 * statement.
 */
final class StatementRecorder implements StatementListener {
    private static final String COMMITTED =
            "it committed by itself and had released its locks before they could be read";
    private static final String DRIVER = "what is sent through the driver's own connection, as COPY is, is not heard";

    private static final Pattern MAKES_ROLE =
            Pattern.compile("\\bcreate\\s+(role|user|group)\\b", Pattern.CASE_INSENSITIVE);

    private final SessionReader sessions;
    private final Connection observer;
    private final TimeLimit timeLimit;
    private final BookKeeping bookKeeping;
    private final Map<Long, String> names = new HashMap<>();
    private final Set<HeldLock> held = new HashSet<>();
    private final List<StatementEvidence> statements = new ArrayList<>();
    private final List<String> aboutRoles = new ArrayList<>();
    private boolean recording;
    private String blindSpot = "";

    StatementRecorder(SessionReader sessions, Connection observer, TimeLimit timeLimit, BookKeeping bookKeeping) {
        this.sessions = sessions;
        this.observer = observer;
        this.timeLimit = timeLimit;
        this.bookKeeping = bookKeeping;
    }

    /**
     * Begins a step.
     *
     * @param on a connection to the database before the step
     * @param blindSpotOfStep why locks of this whole step may be missed, or an empty text
     */
    void begin(Connection on, String blindSpotOfStep) throws SQLException {
        // Locks that outlast a step keep the names of what that step has dropped.
        if (blindSpotOfStep.isEmpty()) {
            names.clear();
        }
        names.putAll(sessions.objectNames(on));
        statements.clear();
        held.clear();
        blindSpot = blindSpotOfStep;
        recording = true;
    }

    /** Ends the step and returns what was sent. */
    List<StatementEvidence> end() {
        recording = false;
        return List.copyOf(statements);
    }

    /** Whether a statement that was recorded since the chain began creates a role, and names this one. */
    boolean mayHaveMadeRole(String name) {
        String plain = name.replace("\"", "").toLowerCase(Locale.ROOT);
        return aboutRoles.stream().anyMatch(sql -> sql.contains(plain));
    }

    @Override
    public void sending(Statement statement) {
        timeLimit.running(statement);
    }

    @Override
    public void returned(Connection on, String sql, long nanos, OptionalLong rows, boolean keepsLocks, boolean prepared)
            throws SQLException {
        timeLimit.idle();
        if (!recording || bookKeeping.isBookKeeping(sql, prepared)) {
            return;
        }
        if (MAKES_ROLE.matcher(sql).find()) {
            aboutRoles.add(sql.toLowerCase(Locale.ROOT));
        }
        List<HeldLock> locks = keepsLocks ? newLocks(on) : List.of();
        statements.add(new StatementEvidence(
                sql.strip(), Duration.ofNanos(nanos), rows, locks, keepsLocks ? blindSpot : COMMITTED));
    }

    @Override
    public void failed(String sql, long nanos) {
        timeLimit.idle();
        if (recording) {
            statements.add(new StatementEvidence(
                    sql.strip(), Duration.ofNanos(nanos), OptionalLong.empty(), List.of(), "it failed"));
        }
    }

    @Override
    public void bypassed() {
        blindSpot = DRIVER;
    }

    private List<HeldLock> newLocks(Connection on) throws SQLException {
        List<HeldLock> locks = new ArrayList<>();
        for (HeldLock lock : sessions.locks(observer, on, names)) {
            if (held.add(lock)) {
                locks.add(lock);
            }
        }
        return locks;
    }
}
