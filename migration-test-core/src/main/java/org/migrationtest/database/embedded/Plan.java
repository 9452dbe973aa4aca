package org.migrationtest.database.embedded;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.DatabaseUnavailableException;
import org.migrationtest.database.EngineVersion;

/**
 * What it takes to start an embedded server, found out before anything is written.
 *
 * @param release the newest that answers to what was asked for: of those on this machine, else of those published
 * @param reason where its binaries are, as {@link org.migrationtest.database.Availability} wants it
 */
record Plan(Account account, Cache cache, Jars jars, Release release, String reason) {
    /**
     * @throws DatabaseUnavailableException if there is no way
     */
    static Plan of(EngineVersion wanted, DatabaseSettings settings) {
        Platform platform = Platform.current()
                .orElseThrow(() -> new DatabaseUnavailableException("there are no binaries of PostgreSQL for "
                        + System.getProperty("os.name") + " on " + System.getProperty("os.arch")
                        + " that could be tied to the life of the JVM; use the provider container"));
        Account account = Account.current();
        try {
            Cache cache = new Cache(Folders.cache(settings.cache(), account), platform);
            Jars jars = Jars.find(platform, settings.repository());
            List<Release> known = new ArrayList<>(cache.releases());
            known.addAll(jars.local().keySet());
            Optional<Release> local = Release.newest(known, wanted.version());
            if (local.isPresent()) {
                return new Plan(
                        account,
                        cache,
                        jars,
                        local.get(),
                        "binaries of PostgreSQL " + local.get() + " are on this machine");
            }
            Release published = published(wanted, jars);
            return new Plan(
                    account,
                    cache,
                    jars,
                    published,
                    "binaries of PostgreSQL " + published + " are to be had from "
                            + jars.remote().base());
        } catch (IOException e) {
            throw new DatabaseUnavailableException("no binaries for it can be looked for: " + Reasons.of(e), e);
        }
    }

    private static Release published(EngineVersion wanted, Jars jars) {
        String here =
                "no binaries for it are on this machine, neither in the cache, on the class path, nor in the local"
                        + " Maven repository";
        Collection<Release> all;
        try {
            all = jars.remote().releases(jars.platform());
        } catch (IOException e) {
            throw new DatabaseUnavailableException(
                    here + ", and what there is elsewhere cannot be read: " + Reasons.of(e)
                            + ". Name a reachable Maven repository in the property " + RemoteRepository.PROPERTY
                            + ", or add the test dependency "
                            + jars.platform().coordinates() + " with a version that begins with " + wanted.version(),
                    e);
        }
        return Release.newest(all, wanted.version())
                .orElseThrow(() -> new DatabaseUnavailableException(
                        here + ", and " + jars.remote().base() + " has none either. The newest there of each major: "
                                + newestOfEachMajor(all)));
    }

    private static String newestOfEachMajor(Collection<Release> releases) {
        return releases.stream()
                .sorted()
                .collect(
                        Collectors.toMap(Release::major, release -> release, (old, newer) -> newer, LinkedHashMap::new))
                .values()
                .stream()
                .map(Release::toString)
                .collect(Collectors.joining(", "));
    }
}
