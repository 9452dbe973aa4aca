package org.migrationtest.source.flyway;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.migrationtest.source.flyway.FlywayMigration.Prefixes;

/** What a file is by its name, read by Flyway's own parser. */
final class Names {
    /** What a script in a location is to Flyway. */
    enum Role {
        MIGRATION,
        UNDO,
        BASELINE,
        CALLBACK,
        NONE
    }

    private final FluentConfiguration configuration;
    private final Prefixes prefixes;
    private final String baselinePrefix;
    private final ResourceNameParser ordinary;
    private final ResourceNameParser undo;
    private final ResourceNameParser baseline;

    Names(FlywaySettings settings) {
        configuration = settings.configuration();
        prefixes = new Prefixes(
                configuration.getSqlMigrationPrefix(),
                configuration.getRepeatableSqlMigrationPrefix(),
                settings.undoPrefix());
        baselinePrefix = settings.baselinePrefix();
        ordinary = new ResourceNameParser(configuration);
        // The free edition knows no other prefixes than these two, so each is read as the versioned one.
        undo = new ResourceNameParser(settings.undoConfiguration());
        baseline = new ResourceNameParser(settings.configuration().sqlMigrationPrefix(baselinePrefix));
    }

    Prefixes prefixes() {
        return prefixes;
    }

    /** Whether the file is one that Flyway would read at all. */
    boolean isScript(LoadableResource file) {
        String name = file.getFilename().toLowerCase(Locale.ROOT);
        return Stream.of(configuration.getSqlMigrationSuffixes())
                .anyMatch(suffix -> name.endsWith(suffix.toLowerCase(Locale.ROOT)));
    }

    boolean isCallback(LoadableResource file) {
        return isScript(file) && role(file) == Role.CALLBACK;
    }

    Role role(LoadableResource file) {
        ResourceName name = parse(file);
        if (name.isValid()) {
            if (Event.fromId(name.getPrefix()) != null) {
                return Role.CALLBACK;
            }
            if (Stream.of(prefixes.versioned(), prefixes.repeatable()).anyMatch(name.getPrefix()::equals)) {
                return Role.MIGRATION;
            }
        }
        if (has(undo.parse(file.getFilename()), prefixes.undo())) {
            return Role.UNDO;
        }
        return has(baseline.parse(file.getFilename()), baselinePrefix) ? Role.BASELINE : Role.NONE;
    }

    ResourceName parse(LoadableResource file) {
        return ordinary.parse(file.getFilename());
    }

    MigrationVersion undoVersion(LoadableResource file) {
        return Objects.requireNonNull(undo.parse(file.getFilename()).getVersion(), file.getFilename());
    }

    /** Why a file is nothing to Flyway. */
    String reason(LoadableResource file) {
        String message = parse(file).getValidityMessage();
        String expected = "expected " + prefixes.versioned() + "1__description or " + prefixes.repeatable()
                + "__description, with capital and two underscores";
        return message == null || message.isEmpty() ? expected + "." : message + "; " + expected + ".";
    }

    private static boolean has(ResourceName name, String prefix) {
        return name.isValid() && name.getPrefix().equals(prefix);
    }
}
