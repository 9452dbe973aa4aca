package org.migrationtest.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A piece of a tested file, as a document includes it: the lines between {@code tag::NAME[]} and {@code end::NAME[]},
 * each in a comment of the file's language, or the whole file. The common indent goes, and so do other tags' lines.
 */
final class Region {
    private static final Pattern ANY_TAG = Pattern.compile("\\b(tag|end)::[\\w-]+\\[]");

    private Region() {}

    /**
     * @param reference {@code path/of/the.file} or {@code path/of/the.file#region}, from the repository's root
     * @throws IncludeException if there is no such file, or no such region in it, or nothing in the region
     */
    static List<String> lines(Path repository, String reference) throws IOException {
        int hash = reference.indexOf('#');
        Path file = repository.resolve(hash < 0 ? reference : reference.substring(0, hash));
        if (!Files.isRegularFile(file)) {
            throw new IncludeException(reference + ": there is no such file");
        }
        List<String> all = Files.readAllLines(file);
        List<String> wanted = hash < 0 ? all : tagged(all, reference, reference.substring(hash + 1));
        List<String> lines = new ArrayList<>(wanted);
        lines.removeIf(line -> ANY_TAG.matcher(line).find());
        if (lines.stream().allMatch(String::isBlank)) {
            throw new IncludeException(reference + ": there is nothing in it");
        }
        return withoutIndent(lines);
    }

    private static List<String> tagged(List<String> lines, String reference, String region) {
        int start = only(lines, "tag::" + region + "[]", reference);
        int end = only(lines, "end::" + region + "[]", reference);
        if (end < start) {
            throw new IncludeException(reference + ": the region ends before it begins");
        }
        return lines.subList(start + 1, end);
    }

    private static int only(List<String> lines, String tag, String reference) {
        int found = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(tag)) {
                if (found >= 0) {
                    throw new IncludeException(reference + ": " + tag + " is there twice");
                }
                found = i;
            }
        }
        if (found < 0) {
            throw new IncludeException(reference + ": the file has no " + tag);
        }
        return found;
    }

    private static List<String> withoutIndent(List<String> lines) {
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .toList();
    }
}
