package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.evidence.Isolation;
import org.migrationtest.source.MigrationSession;

/** A round trip with real transactions: marks are copies of the database. */
final class Copies implements Playground {
    private final Bench bench;
    private final String reason;
    private final Map<Mark, TestDatabase> marked = new EnumMap<>(Mark.class);

    Copies(Bench bench, String reason) {
        this.bench = bench;
        this.reason = reason;
    }

    @Override
    public void mark(Mark mark) throws SQLException {
        if (!marked.containsKey(mark)) {
            marked.put(mark, bench.copy());
        }
    }

    @Override
    public void returnTo(Mark mark) throws SQLException {
        TestDatabase state = marked(mark);
        bench.replace(state.copy());
    }

    @Override
    public void settle() throws SQLException {
        leave(Mark.APPLIED);
    }

    @Override
    public void abandon() throws SQLException {
        leave(Mark.BEFORE);
    }

    private void leave(Mark mark) throws SQLException {
        TestDatabase state = marked(mark);
        marked.remove(mark);
        bench.replace(state);
        marked.values().forEach(TestDatabase::close);
        marked.clear();
    }

    private TestDatabase marked(Mark mark) {
        TestDatabase state = marked.get(mark);
        if (state == null) {
            throw new IllegalStateException(mark + " was never marked");
        }
        return state;
    }

    @Override
    public void beginStep() {}

    @Override
    public Connection connection() throws SQLException {
        return bench.connection();
    }

    @Override
    public MigrationSession session() {
        return bench.session();
    }

    @Override
    public void publish() {}

    @Override
    public String misfit() {
        return "";
    }

    @Override
    public boolean mustBeConfirmed() {
        return false;
    }

    @Override
    public Isolation isolation() {
        return new Isolation.Copies(reason);
    }
}
