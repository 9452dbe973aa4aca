package org.migrationtest.database.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A Maven repository that is asked over the network.
 *
 * @param base its URL without a slash at the end
 */
record RemoteRepository(String base) {
    static final String PROPERTY = "migrationtest.embedded.repository";

    private static final Pattern VERSION = Pattern.compile("<version>\\s*([^<\\s]+)\\s*</version>");
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration DOWNLOAD = Duration.ofMinutes(10);

    /** The named one, else the mirror of the user's Maven, else Maven Central. */
    static RemoteRepository of(Optional<String> named, MavenSettings settings) throws IOException {
        String base = named.or(settings::mirror).orElse(central());
        return new RemoteRepository(base.replaceFirst("/+$", ""));
    }

    /** Maven's own, written into the resource by the build, from Maven's super POM. */
    private static String central() throws IOException {
        var properties = new Properties();
        try (InputStream in = RemoteRepository.class.getResourceAsStream("repository.properties")) {
            if (in == null) {
                throw new IOException("repository.properties is missing beside " + RemoteRepository.class.getName());
            }
            properties.load(in);
        }
        return properties.getProperty("central");
    }

    /** The releases that the repository lists. */
    List<Release> releases(Platform platform) throws IOException {
        String metadata = get(platform.folder() + "/maven-metadata.xml", ANSWER, BodyHandlers.ofString());
        return VERSION.matcher(metadata)
                .results()
                .map(match -> match.group(1))
                .filter(Release::isOne)
                .map(Release::new)
                .toList();
    }

    /**
     * Downloads a release's jar and compares it with the repository's own checksum.
     *
     * @param target the file to write
     */
    void download(Platform platform, Release release, Path target) throws IOException {
        String path = platform.folder() + "/" + release + "/" + platform.jar(release);
        get(path, DOWNLOAD, BodyHandlers.ofFile(target));
        String expected =
                get(path + ".sha1", ANSWER, BodyHandlers.ofString()).strip().split("\\s", 2)[0];
        String actual = sha1(target);
        if (!actual.equals(expected.toLowerCase(Locale.ROOT))) {
            throw new IOException(base + "/" + path + " is damaged: its SHA-1 is " + actual
                    + ", but the repository says " + expected);
        }
    }

    private <T> T get(String path, Duration limit, BodyHandler<T> handler) throws IOException {
        URI uri = URI.create(base + "/" + path);
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            HttpResponse<T> response =
                    client.send(HttpRequest.newBuilder(uri).timeout(limit).build(), handler);
            if (response.statusCode() != 200) {
                throw new IOException(uri + " answers with status " + response.statusCode());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + uri + " was read", e);
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).startsWith(uri.toString())
                    ? e
                    : new IOException(uri + " cannot be read: " + e, e);
        }
    }

    private static String sha1(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this JVM knows no SHA-1", e);
        }
    }
}
