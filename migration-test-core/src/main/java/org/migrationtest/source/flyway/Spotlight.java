package org.migrationtest.source.flyway;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Shows Flyway one script or class and the callbacks of one phase, and hides everything else, so that a step's cost does
 * not grow with the chain and Flyway cannot apply more than it should.
 */
final class Spotlight implements ResourceProvider, ClassProvider<JavaMigration> {
    private final FlywayFiles files;
    private final List<LoadableResource> callbacks;
    private Optional<LoadableResource> script = Optional.empty();
    private Optional<Class<? extends JavaMigration>> code = Optional.empty();

    Spotlight(FlywayFiles files, Phase phase) {
        this.files = files;
        this.callbacks = files.callbacks().stream()
                .flatMap(callback -> shown(callback, phase).stream())
                .toList();
    }

    void on(FlywayMigration.Up up) {
        if (up instanceof FlywayMigration.Up.Sql sql) {
            on(sql.file());
        } else if (up instanceof FlywayMigration.Up.Java java) {
            script = Optional.empty();
            code = Optional.of(java.code().getClass());
        }
    }

    void on(LoadableResource file) {
        script = Optional.of(file);
        code = Optional.empty();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return files.file(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return Stream.concat(script.stream(), callbacks.stream())
                .filter(file -> file.getFilename().startsWith(prefix)
                        && Stream.of(suffixes).anyMatch(file.getFilename()::endsWith))
                .toList();
    }

    @Override
    public Collection<Class<? extends JavaMigration>> getClasses() {
        return new ArrayList<>(code.stream().toList());
    }

    private static Optional<LoadableResource> shown(LoadableResource callback, Phase phase) {
        String name = callback.getFilename();
        String event = name.split("\\.|__", 2)[0];
        return phase.firedFor(event)
                .map(fired ->
                        fired.equals(event) ? callback : new Renamed(callback, fired + name.substring(event.length())));
    }

    /** A file under another name. */
    private static final class Renamed extends LoadableResource {
        private final LoadableResource file;
        private final String name;

        Renamed(LoadableResource file, String name) {
            this.file = file;
            this.name = name;
        }

        @Override
        public Reader read() {
            return file.read();
        }

        @Override
        public String getAbsolutePath() {
            return file.getAbsolutePath();
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return file.getAbsolutePathOnDisk();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return file.getRelativePath();
        }
    }
}
