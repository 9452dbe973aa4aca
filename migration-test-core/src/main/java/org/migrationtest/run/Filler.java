package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationtest.data.TableFingerprint;
import org.migrationtest.evidence.UnfilledTable;
import org.migrationtest.migration.MigrationGroup;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.SeedRequest;
import org.migrationtest.seed.SeedRequest.Purpose;
import org.migrationtest.seed.SeedResult;
import org.migrationtest.seed.Seeder;
import org.migrationtest.seed.TableHints;

/** Fills tables through whatever seeder there is. */
final class Filler {
    /** One row in so many is written after a column appeared, and has a value in it that is not the one of all others. */
    private static final int SHARE_THAT_GOES_ON = 5;

    private static final SeedResult NOTHING = new SeedResult(Map.of(), Map.of(), List.of());

    private final Optional<Seeder> seeder;
    private final ChainSettings settings;
    private final ScriptHints scripts;

    Filler(Optional<Seeder> seeder, ChainSettings settings, ScriptHints scripts) {
        this.seeder = seeder;
        this.settings = settings;
        this.scripts = scripts;
    }

    /** Fills tables that have just appeared, and tells which could not be. */
    List<UnfilledTable> fill(Connection connection, Set<TableName> appeared) throws SQLException {
        return volume(connection, appeared, settings.rows()).unfilled().stream()
                .map(table -> new UnfilledTable(table.table(), table.constraint(), table.reason()))
                .toList();
    }

    /** Adds some rows to tables that have new columns, as an application of the new schema would by and by. */
    void goOn(Connection connection, Set<TableName> widened) throws SQLException {
        volume(connection, widened, Math.max(1, settings.rows() / SHARE_THAT_GOES_ON));
    }

    /** Adds the rows that a step is going to look for. */
    void hinted(Connection connection, Map<TableName, TableHints> hints) throws SQLException {
        fill(connection, new SeedRequest(hints.keySet(), 0, settings.seed(), Purpose.HINTED, hints));
    }

    /**
     * Writes a few rows as the application of the new schema could.
     *
     * @param tables the tables to write to
     * @param changed those of them whose columns or keys the way up changed
     * @param after all tables as the way up left them
     */
    SeedResult exercise(
            Connection connection,
            MigrationGroup group,
            Set<TableName> tables,
            Set<TableName> changed,
            Map<TableName, TableFingerprint> after)
            throws SQLException {
        int rows = settings.exerciseRows();
        return rows == 0
                ? NOTHING
                : fill(
                        connection,
                        new SeedRequest(
                                tables,
                                rows,
                                settings.seed(),
                                Purpose.EXERCISE,
                                scripts.whenUsed(group, tables, after, changed)));
    }

    private SeedResult volume(Connection connection, Set<TableName> tables, long rows) throws SQLException {
        return settings.rows() == 0
                ? NOTHING
                : fill(
                        connection,
                        new SeedRequest(tables, rows, settings.seed(), Purpose.VOLUME, scripts.forms(tables)));
    }

    private SeedResult fill(Connection connection, SeedRequest request) throws SQLException {
        return seeder.isEmpty() || request.tables().isEmpty()
                ? NOTHING
                : seeder.get().fill(connection, request);
    }
}
