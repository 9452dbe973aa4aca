package org.migrationtest.source.flyway;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.flywaydb.core.internal.resolver.ChecksumCalculator;
import org.jspecify.annotations.Nullable;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.migration.ScriptLocation;
import org.migrationtest.migration.WayBack;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.ScriptText;

/**
 * A migration as Flyway knows it.
 *
 * @param version its version, null for a repeatable one
 * @param description its description, possibly empty
 * @param name the file's name, or the class's
 * @param up the way up
 * @param undo the undo script, where there is one
 */
record FlywayMigration(
        @Nullable MigrationVersion version,
        String description,
        String name,
        Up up,
        @Nullable LoadableResource undo) {

    /** What is run. */
    sealed interface Up {
        ScriptLocation location();

        /** What Flyway's history has in the column {@code script}. */
        String script();

        String checksum();

        record Sql(LoadableResource file) implements Up {
            @Override
            public ScriptLocation location() {
                return Locations.of(file, 1);
            }

            @Override
            public String script() {
                return file.getRelativePath();
            }

            @Override
            public String checksum() {
                return String.valueOf(ChecksumCalculator.calculate(file));
            }
        }

        record Java(JavaMigration code) implements Up {
            @Override
            public ScriptLocation location() {
                return Locations.of(code.getClass());
            }

            @Override
            public String script() {
                return code.getClass().getName();
            }

            @Override
            public String checksum() {
                Integer declared = code.getChecksum();
                return declared == null ? script() : declared.toString();
            }
        }
    }

    boolean repeatable() {
        return version == null;
    }

    FlywayMigration withUndo(LoadableResource script) {
        return new FlywayMigration(version, description, name, up, script);
    }

    String id() {
        return version == null ? name : version.getVersion();
    }

    /** @param prefixes the user's prefixes, for texts */
    Migration toMigration(Prefixes prefixes) {
        String label = version == null ? prefixes.repeatable() : prefixes.versioned() + version.getVersion();
        return new Migration(
                new MigrationId(id()),
                description.isEmpty() ? label : label + " " + description,
                up.location(),
                wayBack(prefixes),
                repeatable(),
                Optional.empty(),
                up.checksum());
    }

    /** Empty for one that is code. */
    Optional<ScriptText> text() {
        return up instanceof Up.Sql sql
                ? Optional.of(new ScriptText(read(sql.file()), undo == null ? "" : read(undo)))
                : Optional.empty();
    }

    private static String read(LoadableResource file) {
        try (Reader reader = file.read()) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new MigrationSourceException("The script " + Locations.display(file) + " cannot be read: " + e, e);
        }
    }

    private WayBack wayBack(Prefixes prefixes) {
        if (version == null) {
            return new WayBack.NotApplicable();
        }
        if (undo != null) {
            return new WayBack.Written(Locations.of(undo, 1));
        }
        return new WayBack.None("no " + prefixes.undo() + version.getVersion() + "__*.sql beside " + name);
    }

    /** How names of files begin. */
    record Prefixes(String versioned, String repeatable, String undo) {}
}
