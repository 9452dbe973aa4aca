package org.migrationtest.database;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A database engine in a version, written as users write images: {@code postgres:17}, {@code postgres:17.4}.
 *
 * @param engine the engine, lower case: {@code postgres}
 * @param version the version as the user asked for it, a major or a full one
 */
public record EngineVersion(String engine, String version) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]*:[0-9]{1,9}([A-Za-z.-][A-Za-z0-9.-]*)?");

    public EngineVersion {
        requireNonNull(engine, "engine is null");
        requireNonNull(version, "version is null");
    }

    /**
     * Reads {@code engine:version}.
     *
     * @throws DatabaseUnavailableException if the text has another form; the message says which form is expected
     */
    public static EngineVersion parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new DatabaseUnavailableException("'" + text + "' names no database: expected ENGINE:VERSION, the"
                    + " version beginning with its number, for example postgres:17. Write it so in @Databases, in the"
                    + " property migrationtest.databases, or in databases(...).");
        }
        int colon = text.indexOf(':');
        return new EngineVersion(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * The first number of the version.
     *
     * @return 17 for {@code postgres:17.4}
     */
    public int major() {
        return Integer.parseInt(version.split("[^0-9]", 2)[0]);
    }

    @Override
    public String toString() {
        return engine + ":" + version;
    }
}
