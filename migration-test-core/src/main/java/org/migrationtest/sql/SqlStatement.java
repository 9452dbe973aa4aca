package org.migrationtest.sql;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param text from its first to its last token: without its semicolon and without comments around it, with those inside
 * @param line the line of its first token in the script, from 1
 * @param offset the index of its first character in the script, in {@code char}s from 0
 * @param copyData the lines after {@code COPY … FROM STDIN;} up to {@code \.}, which is not among them
 */
public record SqlStatement(String text, int line, int offset, Optional<String> copyData) {
    public SqlStatement {
        requireNonNull(text, "text is null");
        requireNonNull(copyData, "copyData is null");
        if (line < 1 || offset < 0) {
            throw new IllegalArgumentException("line " + line + ", offset " + offset);
        }
    }

    /** How it can be run. SQL has no token that begins with a backslash, so that tells psql's own commands apart. */
    public StatementKind kind() {
        if (text.startsWith("\\")) {
            return StatementKind.META_COMMAND;
        }
        return copyData.isPresent() ? StatementKind.COPY_DATA : StatementKind.SQL;
    }

    /** Its first words, as {@link SqlKeywords#leading} tells them. */
    public List<String> keywords(int limit) {
        return SqlKeywords.leading(text, limit);
    }
}
