package org.migrationtest.source.liquibase;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import liquibase.changelog.ChangeSet;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor;
import org.migrationtest.migration.ScriptLocation;

/**
 * Finds where a changeset is written. Liquibase forgets it while it parses, so the files are searched for the words that
 * begin a changeset in each format; a file that is written in an unforeseen way costs the line, nothing else.
 */
final class ChangelogLines {
    private static final Pattern BEGIN = Pattern.compile(
            "(?i)^\\s*(?:<(?:\\w+:)?changeSet\\b|-\\s+changeSet\\s*:|.*\"changeSet\"\\s*:|--\\s*changeset\\s)");

    private static final Pattern ROLLBACK = Pattern.compile(
            "(?i)^\\s*(?:<(?:\\w+:)?rollback\\b|-?\\s*rollback\\s*:|.*\"rollback\"\\s*:|--\\s*rollback\\b|/\\*\\s*liquibase\\s+rollback)");

    private final ResourceAccessor resources;
    private final Map<String, Source> sources = new HashMap<>();

    ChangelogLines(ResourceAccessor resources) {
        this.resources = resources;
    }

    /** Whether a changeset begins with that line. */
    static boolean begins(String line) {
        return BEGIN.matcher(line).find();
    }

    /** Where the changeset begins. */
    ScriptLocation of(ChangeSet changeSet) {
        Source source = source(changeSet);
        return source.at(source.block(changeSet).map(Block::line).orElse(1));
    }

    /** Where its rollback begins, or the changeset if that cannot be told. */
    ScriptLocation ofRollback(ChangeSet changeSet) {
        Source source = source(changeSet);
        return source.at(source.block(changeSet).map(Block::rollbackLine).orElse(1));
    }

    private Source source(ChangeSet changeSet) {
        String path = changeSet.getChangeLog().getPhysicalFilePath();
        return sources.computeIfAbsent(path == null ? changeSet.getFilePath() : path, this::read);
    }

    private Source read(String path) {
        try {
            Resource resource = resources.get(path);
            if (resource.exists()) {
                try (InputStream stream = resource.openInputStream()) {
                    String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                    return new Source(path, file(resource.getUri()), blocks(text));
                }
            }
        } catch (IOException unreadable) {
            return new Source(path, Optional.empty(), List.of());
        }
        return new Source(path, Optional.empty(), List.of());
    }

    private static Optional<Path> file(URI uri) {
        return "file".equals(uri.getScheme()) ? Optional.of(Path.of(uri)) : Optional.empty();
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        String[] lines = text.split("\r?\n", -1);
        int begin = -1;
        for (int line = 0; line <= lines.length; line++) {
            if (line == lines.length || begins(lines[line])) {
                if (begin >= 0) {
                    blocks.add(new Block(begin + 1, List.of(lines).subList(begin, line)));
                }
                begin = line;
            }
        }
        return blocks;
    }

    private static final class Source {
        private final String display;
        private final Optional<Path> file;
        private final List<Block> blocks;
        private int next;

        Source(String display, Optional<Path> file, List<Block> blocks) {
            this.display = display;
            this.file = file;
            this.blocks = blocks;
        }

        /** Changesets are asked for in the order of the file, so the search goes on where it ended. */
        Optional<Block> block(ChangeSet changeSet) {
            for (int i = 0; i < blocks.size(); i++) {
                int candidate = (next + i) % blocks.size();
                if (blocks.get(candidate).declares(changeSet.getId(), changeSet.getAuthor())) {
                    next = candidate;
                    return Optional.of(blocks.get(candidate));
                }
            }
            return Optional.empty();
        }

        ScriptLocation at(int line) {
            return new ScriptLocation(display, file, line);
        }
    }

    private record Block(int line, List<String> text) {
        boolean declares(String id, String author) {
            String first = text.get(0).strip();
            if (first.startsWith("--")) {
                return Pattern.compile("(?i)^--\\s*changeset\\s+\"?" + Pattern.quote(author) + "\"?:\"?"
                                + Pattern.quote(id) + "\"?(?:\\s|$)")
                        .matcher(first)
                        .find();
            }
            String whole = String.join("\n", text);
            return attribute("id", id).matcher(whole).find()
                    && attribute("author", author).matcher(whole).find();
        }

        int rollbackLine() {
            for (int offset = 0; offset < text.size(); offset++) {
                if (ROLLBACK.matcher(text.get(offset)).find()) {
                    return line + offset;
                }
            }
            return line;
        }

        private static Pattern attribute(String name, String value) {
            return Pattern.compile(
                    "\\b" + name + "[\"']?\\s*[:=]\\s*[\"']?" + Pattern.quote(value) + "(?:[\"'\\s,>/}]|$)",
                    Pattern.MULTILINE);
        }
    }
}
