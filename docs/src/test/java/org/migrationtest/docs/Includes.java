package org.migrationtest.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document with each marked code block as the tested file now has it. A block is marked by the line before it:
 * {@code <!-- include: path/of/the.file#region -->}.
 */
final class Includes {
    private static final Pattern INCLUDE = Pattern.compile("\\s*<!-- include: (\\S+) -->\\s*");
    private static final String FENCE = "```";

    /** A reader copies these, so they must be code that a test has run. */
    private static final Set<String> TESTED_LANGUAGES = Set.of("java", "sql");

    private Includes() {}

    /**
     * @param text the document; lines end with {@code \n}
     * @return the same document where all its blocks are up to date
     * @throws IncludeException if an include leads nowhere or is followed by no code block, or if a block in a language
     *     that readers copy is not included
     */
    static String refreshed(Path repository, String text) throws IOException {
        List<String> lines = List.of(text.split("\n", -1));
        List<String> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            result.add(line);
            Matcher include = INCLUDE.matcher(line);
            if (include.matches()) {
                int open = i + 1;
                if (open >= lines.size() || !lines.get(open).startsWith(FENCE)) {
                    throw new IncludeException(include.group(1) + ": no code block follows the include");
                }
                result.add(lines.get(open));
                result.addAll(Region.lines(repository, include.group(1)));
                i = closing(lines, open);
                result.add(lines.get(i));
            } else if (line.startsWith(FENCE)) {
                if (TESTED_LANGUAGES.contains(line.substring(FENCE.length()).strip())) {
                    throw new IncludeException(
                            "line " + (i + 1) + ": this " + line.substring(FENCE.length())
                                    + " block comes from no tested file; put <!-- include: FILE#REGION --> on the line before it");
                }
                int close = closing(lines, i);
                result.addAll(lines.subList(i + 1, close + 1));
                i = close;
            }
        }
        return String.join("\n", result);
    }

    private static int closing(List<String> lines, int open) {
        for (int i = open + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(FENCE)) {
                return i;
            }
        }
        throw new IncludeException("line " + (open + 1) + ": the code block never ends");
    }
}
