package org.migrationtest.source.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.migrationtest.source.MigrationSource;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.SourceProvider;
import org.migrationtest.source.SourceSettings;

/**
 * Migrations as plain SQL files, chosen by the name {@code sql}. One option: {@code layout}, one of {@code pairs},
 * {@code diesel}, {@code dbmate}, {@code goose}, {@code sql-migrate}; without it the layout is told from the files. The
 * conventional place is {@code classpath:db/migrations}.
 */
public final class SqlFilesProvider implements SourceProvider {
    private static final String LAYOUT = "layout";

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public MigrationSource open(SourceSettings settings) {
        Set<String> unknown = new TreeSet<>(settings.options().keySet());
        unknown.remove(LAYOUT);
        if (!unknown.isEmpty()) {
            throw new MigrationSourceException(
                    "SQL files have no option " + String.join(", ", unknown) + "; there is one: " + LAYOUT + ".");
        }
        List<String> locations =
                settings.locations().isEmpty() ? List.of(Locations.CONVENTIONAL) : settings.locations();
        Optional<Layout> layout =
                Optional.ofNullable(settings.options().get(LAYOUT)).map(Layout::named);
        return new SqlFilesSource(locations, layout, settings.classLoader());
    }

    @Override
    public boolean foundAtConventionalPlace(ClassLoader classLoader) {
        return Locations.exists(Locations.CONVENTIONAL, classLoader);
    }
}
