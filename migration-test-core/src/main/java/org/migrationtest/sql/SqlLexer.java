package org.migrationtest.sql;

/**
 * Cuts SQL into tokens as far as finding statement ends needs it, by the rules of PostgreSQL's own scanner with
 * {@code standard_conforming_strings} on. Source: PostgreSQL manual, chapter 4.1, and {@code scan.l}.
 */
final class SqlLexer {
    enum Kind {
        SPACE,
        COMMENT,
        WORD,
        QUOTED,
        SYMBOL
    }

    private final String sql;
    private Kind kind = Kind.SPACE;
    private int start;
    private int end;

    SqlLexer(String sql) {
        this.sql = sql;
    }

    /** Moves to the next token. */
    boolean advance() {
        start = end;
        if (start >= sql.length()) {
            return false;
        }
        char c = sql.charAt(start);
        if (isSpace(c)) {
            kind = Kind.SPACE;
            end = start + 1;
        } else if (sql.startsWith("--", start)) {
            kind = Kind.COMMENT;
            end = lineEnd(start);
        } else if (sql.startsWith("/*", start)) {
            kind = Kind.COMMENT;
            end = blockCommentEnd();
        } else if (c == '\'' || c == '"') {
            kind = Kind.QUOTED;
            end = quoteEnd(start, c, false);
        } else if ((c == 'e' || c == 'E') && charAt(start + 1) == '\'') {
            kind = Kind.QUOTED;
            end = escapeStringEnd();
        } else if (isWordStart(c)) {
            kind = Kind.WORD;
            end = wordEnd(start, true);
        } else {
            int dollarQuoteEnd = c == '$' ? dollarQuoteEnd() : -1;
            kind = dollarQuoteEnd < 0 ? Kind.SYMBOL : Kind.QUOTED;
            end = dollarQuoteEnd < 0 ? start + 1 : dollarQuoteEnd;
        }
        return true;
    }

    Kind kind() {
        return kind;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String text() {
        return sql.substring(start, end);
    }

    /** Continues behind something that is no SQL. */
    void skipTo(int offset) {
        end = offset;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isWordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
    }

    private int wordEnd(int from, boolean dollarBelongs) {
        int at = from;
        while (at < sql.length() && isWordPart(sql.charAt(at), dollarBelongs)) {
            at++;
        }
        return at;
    }

    private static boolean isWordPart(char c, boolean dollarBelongs) {
        return isWordStart(c) || (c >= '0' && c <= '9') || (dollarBelongs && c == '$');
    }

    private char charAt(int index) {
        return index < sql.length() ? sql.charAt(index) : '\0';
    }

    private int lineEnd(int from) {
        int at = from;
        while (at < sql.length() && sql.charAt(at) != '\n' && sql.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private int blockCommentEnd() {
        int depth = 0;
        int at = start;
        while (at < sql.length()) {
            if (sql.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (sql.startsWith("*/", at)) {
                depth--;
                at += 2;
                if (depth == 0) {
                    return at;
                }
            } else {
                at++;
            }
        }
        return at;
    }

    private int quoteEnd(int opening, char quote, boolean backslashEscapes) {
        int at = opening + 1;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (backslashEscapes && c == '\\') {
                at += 2;
            } else if (c != quote) {
                at++;
            } else if (charAt(at + 1) == quote) {
                at += 2;
            } else {
                return at + 1;
            }
        }
        return sql.length();
    }

    /** An escape string that goes on after a line break is still one, though the {@code E} is not repeated. */
    private int escapeStringEnd() {
        int closed = quoteEnd(start + 1, '\'', true);
        for (int next = continuation(closed); next >= 0; next = continuation(closed)) {
            closed = quoteEnd(next, '\'', true);
        }
        return closed;
    }

    private int continuation(int from) {
        boolean lineBreak = false;
        int at = from;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (isSpace(c)) {
                lineBreak |= c == '\n' || c == '\r';
                at++;
            } else if (sql.startsWith("--", at)) {
                at = lineEnd(at);
            } else {
                return lineBreak && c == '\'' ? at : -1;
            }
        }
        return -1;
    }

    private int dollarQuoteEnd() {
        int tagEnd = isWordStart(charAt(start + 1)) ? wordEnd(start + 1, false) : start + 1;
        if (charAt(tagEnd) != '$') {
            return -1;
        }
        String delimiter = sql.substring(start, tagEnd + 1);
        int closing = sql.indexOf(delimiter, tagEnd + 1);
        return closing < 0 ? sql.length() : closing + delimiter.length();
    }
}
