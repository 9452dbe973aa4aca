package org.migrationtest.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a document that stay inside the repository. */
final class Links {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)(?:\\s+\"[^\"]*\")?\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("^[a-z][a-z+.-]*:.*");
    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```.*?^```\\s*$");
    private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+?)\\s*$");

    private Links() {}

    /** One line for each link whose file, or whose heading in that file, does not exist. */
    static List<String> broken(Path repository, Path document) throws IOException {
        List<String> broken = new ArrayList<>();
        Matcher link = LINK.matcher(CODE.matcher(prose(document)).replaceAll(""));
        while (link.find()) {
            String target = link.group(1);
            if (!ELSEWHERE.matcher(target).matches() && !leadsSomewhere(repository, document, target)) {
                broken.add(repository.relativize(document) + " links to " + target + ", which does not exist");
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Path repository, Path document, String target) throws IOException {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        return file.startsWith(repository)
                && Files.exists(file)
                && (parts.length == 1 || anchors(file).contains(parts[1]));
    }

    /** As GitHub makes them: lower case, without punctuation, hyphens for spaces. */
    private static List<String> anchors(Path file) throws IOException {
        return HEADING.matcher(prose(file))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}\\s_-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static String prose(Path file) throws IOException {
        return CODE_BLOCK.matcher(Files.readString(file)).replaceAll("");
    }
}
