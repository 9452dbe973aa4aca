package org.migrationtest.dialect.postgres;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a function in SQL or PL/pgSQL without what means nothing: comments, and how much white space stands between
 * two tokens. Tokens are cut as the server's scanner cuts them
 * (<a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>); literals and quoted
 * names stay as they are, and so does the case of words. A text that cannot be cut to its end stays untouched.
 */
final class FunctionBody {
    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r\\f\\x0B]+");
    private static final Pattern LINE_COMMENT = Pattern.compile("--[^\\n\\r]*");
    private static final Pattern STRING_START = Pattern.compile("(?:[bBeEnNxX]|[uU]&)?'");
    private static final Pattern NAME_START = Pattern.compile("(?:[uU]&)?\"");
    private static final Pattern DOLLAR_TAG = Pattern.compile("\\$(?:[\\p{L}_\\P{ASCII}][\\p{L}\\d_\\P{ASCII}]*)?\\$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_\\P{ASCII}][\\p{L}\\d_$\\P{ASCII}]*");
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d\\w*(?:\\.(?!\\.)\\d*)?|\\.\\d+)(?:(?<=[eE])[+-]\\d+|[eE][+-]?\\d+)?\\w*");
    private static final Pattern PARAMETER = Pattern.compile("\\$\\d+");
    private static final Pattern OPERATOR = Pattern.compile("(?:(?!--|/\\*)[-+*/<>=~!@#%^&|`?])+");
    private static final Pattern COMPOUND = Pattern.compile(":=|::|\\.\\.");
    /** An operator keeps a sign at its end only where one of these is in it; else {@code a=-1} is {@code a = -1}. */
    private static final Pattern MAY_END_IN_SIGN = Pattern.compile("[~!@#%^&|`?]");

    private static final List<Pattern> PLAIN = List.of(WORD, NUMBER, PARAMETER, COMPOUND);

    private static final int UNTERMINATED = Integer.MAX_VALUE;

    private final String text;
    private final StringBuilder tokens = new StringBuilder();
    private int at;
    private boolean afterString;
    private boolean newLine;

    private FunctionBody(String text) {
        this.text = text;
    }

    static String normalise(String text) {
        FunctionBody body = new FunctionBody(text);
        while (body.at < text.length()) {
            if (!body.skipGap() && !body.readToken()) {
                return text;
            }
        }
        return body.tokens.toString();
    }

    private boolean skipGap() {
        int end = end(SPACE);
        if (end < 0) {
            end = end(LINE_COMMENT);
        }
        if (end < 0) {
            end = endOfBlockComment();
        }
        if (end < 0) {
            return false;
        }
        newLine |= text.substring(at, end).indexOf('\n') >= 0;
        at = end;
        return true;
    }

    /** The end of the comment that begins here, comments inside it included; -1 where none begins or it never ends. */
    private int endOfBlockComment() {
        int depth = 0;
        for (int i = at; i + 1 < text.length(); i++) {
            if (text.startsWith("/*", i)) {
                depth++;
                i++;
            } else if (depth > 0 && text.startsWith("*/", i)) {
                depth--;
                i++;
            }
            if (depth == 0) {
                return i == at ? -1 : i + 1;
            }
        }
        return -1;
    }

    private boolean readToken() {
        if (text.startsWith("/*", at)) {
            return false;
        }
        int end = endOfString();
        boolean string = end >= 0;
        if (!string) {
            end = endOfOther();
        }
        if (end < 0 || end == UNTERMINATED) {
            return false;
        }
        if (!tokens.isEmpty()) {
            // Two strings on two lines are one string to the server, on one line they are a mistake.
            tokens.append(string && afterString && newLine ? '\n' : ' ');
        }
        tokens.append(text, at, end);
        at = end;
        afterString = string;
        newLine = false;
        return true;
    }

    private int endOfString() {
        int start = end(STRING_START);
        if (start >= 0) {
            return endOfQuoted(start, '\'', "eE".indexOf(text.charAt(at)) >= 0);
        }
        int tag = end(DOLLAR_TAG);
        if (tag < 0) {
            return -1;
        }
        int close = text.indexOf(text.substring(at, tag), tag);
        return close < 0 ? UNTERMINATED : close + tag - at;
    }

    /** The end of what was opened just before {@code start}; a quote written twice is part of it. */
    private int endOfQuoted(int start, char quote, boolean escapes) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escapes && c == '\\') {
                i++;
            } else if (c == quote) {
                if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return UNTERMINATED;
    }

    private int endOfOther() {
        int name = end(NAME_START);
        if (name >= 0) {
            return endOfQuoted(name, '"', false);
        }
        for (Pattern pattern : PLAIN) {
            int end = end(pattern);
            if (end >= 0) {
                return end;
            }
        }
        int operator = end(OPERATOR);
        if (operator >= 0) {
            return withoutSigns(operator);
        }
        return "'$".indexOf(text.charAt(at)) >= 0 ? -1 : at + 1;
    }

    private int withoutSigns(int end) {
        int shorter = end;
        if (!MAY_END_IN_SIGN.matcher(text.substring(at, end)).find()) {
            while (shorter > at + 1 && "+-".indexOf(text.charAt(shorter - 1)) >= 0) {
                shorter--;
            }
        }
        return shorter;
    }

    private int end(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() : -1;
    }
}
