package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationtest.data.TableFingerprint;
import org.migrationtest.database.DataMark;
import org.migrationtest.database.Dialect;
import org.migrationtest.evidence.TableVolume;
import org.migrationtest.evidence.UnfilledTable;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.TableHints;

/** The generated rows of a chain: written between two round trips, and what is known of the state they leave. */
final class ChainRows {
    private final Dialect dialect;
    private final Bench bench;
    private final Filler filler;
    private final ScriptHints scripts;
    private final ChainSettings settings;
    private @Nullable ChainState state;
    private Set<TableName> filled = new HashSet<>();

    ChainRows(Dialect dialect, Bench bench, Filler filler, ScriptHints scripts, ChainSettings settings) {
        this.dialect = dialect;
        this.bench = bench;
        this.filler = filler;
        this.scripts = scripts;
        this.settings = settings;
    }

    /** Whether the state is known; where not, it is to be {@linkplain #read() read} first. */
    boolean isKnown() {
        return state != null;
    }

    /** The chain's state. */
    ChainState state() {
        ChainState known = state;
        if (known == null) {
            throw new IllegalStateException("the chain's state was not read");
        }
        return known;
    }

    /** The database was changed by others. */
    void forget() {
        state = null;
    }

    /** The database was replaced by one without generated rows. */
    void areGone() {
        state = null;
        filled = new HashSet<>();
    }

    /** Reads the state. */
    void read() throws SQLException {
        state = ChainState.read(dialect, bench.connection(), bench.session().historyTables());
    }

    /**
     * A round trip left this state.
     *
     * @return tables that have new columns since, in which all their rows hold one value
     */
    Set<TableName> becomes(ChainState after) {
        Set<TableName> widened = after.widenedSince(state());
        state = after;
        return widened;
    }

    /** Fills tables that have just appeared, and tells which could not be. */
    List<UnfilledTable> fillNewTables() throws SQLException {
        Set<TableName> appeared = new HashSet<>(state().rows().keySet());
        appeared.removeAll(filled);
        filled = new HashSet<>(state().rows().keySet());
        List<UnfilledTable> unfilled = new ArrayList<>();
        write(appeared, (connection, tables) -> unfilled.addAll(filler.fill(connection, tables)));
        return unfilled;
    }

    /** Adds rows to tables that have new columns. */
    void goOn(Set<TableName> widened) throws SQLException {
        write(widened, filler::goOn);
    }

    /** Adds the rows that the next migrations are going to look for. */
    void writeWhatIsLookedFor(MigrationGroup group) throws SQLException {
        Map<TableName, TableHints> hints = scripts.before(group, state().rows());
        write(hints.keySet(), (connection, tables) -> filler.hinted(connection, hints));
    }

    /** How large tables are. */
    List<TableVolume> volumes(Collection<TableName> touched) throws SQLException {
        Map<TableName, TableFingerprint> rows = state().rows();
        List<TableName> tables = touched.stream().filter(rows::containsKey).toList();
        return dialect.dataReader().sizes(bench.connection(), tables).stream()
                .map(size -> new TableVolume(
                        size.table(),
                        Optional.ofNullable(rows.get(size.table()))
                                .map(TableFingerprint::rows)
                                .orElse(size.rows()),
                        size.bytes()))
                .toList();
    }

    private void write(Set<TableName> tables, Writing writing) throws SQLException {
        if (tables.isEmpty() || settings.rows() == 0) {
            return;
        }
        ChainState known = state();
        Connection connection = bench.connection();
        connection.setAutoCommit(false);
        DataMark start = dialect.dataReader().mark(connection);
        writing.into(connection, tables);
        Set<TableName> written = new HashSet<>(dialect.dataReader().changedSince(connection, start));
        connection.commit();
        connection.setAutoCommit(true);
        written.removeAll(bench.session().historyTables());
        state = known.after(dialect, connection, known.schema(), written);
    }

    private interface Writing {
        void into(Connection connection, Set<TableName> tables) throws SQLException;
    }
}
