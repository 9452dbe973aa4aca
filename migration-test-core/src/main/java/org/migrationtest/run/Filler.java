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

    /** Writes a few rows as the application of the new schema could. */
    SeedResult exercise(Connection connection, Set<TableName> changed) throws SQLException {
        return fill(connection, changed, settings.exerciseRows(), Purpose.EXERCISE);
    }

    private SeedResult fill(Connection connection, Set<TableName> tables, long rows, Purpose purpose)
            throws SQLException {
        if (seeder.isEmpty() || tables.isEmpty() || rows == 0) {
            return new SeedResult(Map.of(), new HashMap<>(), List.of());
        }
        return seeder.get().fill(connection, new SeedRequest(tables, rows, settings.seed(), purpose));
    }
}
