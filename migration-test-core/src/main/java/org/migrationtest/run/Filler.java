package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationtest.evidence.UnfilledTable;
import org.migrationtest.schema.TableName;
import org.migrationtest.seed.SeedRequest;
import org.migrationtest.seed.SeedRequest.Purpose;
import org.migrationtest.seed.SeedResult;
import org.migrationtest.seed.Seeder;

/** Fills tables through whatever seeder there is. */
final class Filler {
    /** One row in so many is written after a column appeared, and has a value in it that is not the one of all others. */
    private static final int SHARE_THAT_GOES_ON = 5;

    private final Optional<Seeder> seeder;
    private final ChainSettings settings;

    Filler(Optional<Seeder> seeder, ChainSettings settings) {
        this.seeder = seeder;
        this.settings = settings;
    }

    /** Fills tables that have just appeared, and tells which could not be. */
    List<UnfilledTable> fill(Connection connection, Set<TableName> appeared) throws SQLException {
        return fill(connection, appeared, settings.rows(), Purpose.VOLUME).unfilled().stream()
                .map(table -> new UnfilledTable(table.table(), table.constraint(), table.reason()))
                .toList();
    }

    /** Adds some rows to tables that have new columns, as an application of the new schema would by and by. */
    void goOn(Connection connection, Set<TableName> widened) throws SQLException {
        fill(connection, widened, Math.max(1, settings.rows() / SHARE_THAT_GOES_ON), Purpose.VOLUME);
    }

    /** Writes a few rows as the application of the new schema could. */
    SeedResult exercise(Connection connection, Set<TableName> changed) throws SQLException {
        return fill(connection, changed, settings.exerciseRows(), Purpose.EXERCISE);
    }

    private SeedResult fill(Connection connection, Set<TableName> tables, long rows, Purpose purpose)
            throws SQLException {
        if (seeder.isEmpty() || tables.isEmpty() || rows == 0 || (settings.rows() == 0 && purpose == Purpose.VOLUME)) {
            return new SeedResult(Map.of(), new HashMap<>(), List.of());
        }
        return seeder.get().fill(connection, new SeedRequest(tables, rows, settings.seed(), purpose));
    }
}
