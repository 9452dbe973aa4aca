package org.migrationtest.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the user's Maven is told of repositories; see Maven's <a
 * href="https://maven.apache.org/guides/mini/guide-mirror-settings.html">guide to mirrors</a>.
 *
 * @param localRepository where the jars are that Maven has downloaded
 * @param mirror the URL that stands in for Maven Central, if one does
 */
record MavenSettings(Path localRepository, Optional<String> mirror) {
    /** Reads the system properties that Maven and its test runner pass on, then the user's settings. */
    static MavenSettings current() throws IOException {
        return of(
                Path.of(System.getProperty("user.home", "")),
                Optional.ofNullable(System.getProperty("maven.repo.local"))
                        .or(() -> Optional.ofNullable(System.getProperty("localRepository"))));
    }

    static MavenSettings of(Path home, Optional<String> given) throws IOException {
        Path maven = home.resolve(".m2");
        Path file = maven.resolve("settings.xml");
        Optional<Element> settings =
                Files.isReadable(file) ? Optional.of(parse(file).getDocumentElement()) : Optional.empty();
        Path local = given.or(() -> settings.flatMap(root -> text(root, "localRepository")))
                .map(Path::of)
                .orElse(maven.resolve("repository"));
        return new MavenSettings(local, settings.flatMap(MavenSettings::mirrorOfCentral));
    }

    private static Optional<String> mirrorOfCentral(Element settings) {
        return elements(settings, "mirror").stream()
                .filter(mirror -> text(mirror, "mirrorOf")
                        .filter(MavenSettings::coversCentral)
                        .isPresent())
                .findFirst()
                .flatMap(mirror -> text(mirror, "url"));
    }

    private static boolean coversCentral(String mirrorOf) {
        List<String> patterns =
                Arrays.stream(mirrorOf.split(",", -1)).map(String::strip).toList();
        return !patterns.contains("!central")
                && patterns.stream().anyMatch(List.of("central", "*", "external:*")::contains);
    }

    private static Optional<String> text(Element parent, String name) {
        return elements(parent, name).stream()
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .filter(text -> !text.isEmpty());
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }

    private static Document parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Maven's settings " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
