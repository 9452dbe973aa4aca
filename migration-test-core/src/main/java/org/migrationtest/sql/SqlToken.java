package org.migrationtest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A piece of SQL that means something.
 *
 * @param kind what it is
 * @param text a name as the engine folds it, a string without quotes, anything else as it stands
 * @param quoted whether it is a quoted name, which is never a keyword
 */
record SqlToken(Kind kind, String text, boolean quoted) {
    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";
    /** An operator that ends in a sign has one of these, or the sign belongs to what follows (manual, 4.1.3). */
    private static final String BEFORE_A_SIGN = "~!@#%^&|`?";

    enum Kind {
        NAME,
        STRING,
        NUMBER,
        SYMBOL
    }

    /** Whether it is this keyword, operator or bracket. */
    boolean is(String word) {
        return text.equals(word) && !quoted && kind != Kind.STRING;
    }

    /** The tokens of a text, without comments; the text in a dollar quote, being code more often than not, between semicolons. */
    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(sql);
        while (lexer.advance()) {
            String text = lexer.text();
            switch (lexer.kind()) {
                case SPACE, COMMENT -> {}
                case WORD -> tokens.add(new SqlToken(Kind.NAME, text.toLowerCase(Locale.ROOT), false));
                case QUOTED -> quoted(text, tokens);
                case SYMBOL -> lexer.skipTo(symbol(sql, lexer.start(), tokens));
            }
        }
        return tokens;
    }

    private static void quoted(String text, List<SqlToken> tokens) {
        char first = text.charAt(0);
        if (first == '$') {
            int opening = text.indexOf('$', 1) + 1;
            int closing = Math.max(opening, text.length() - opening);
            tokens.add(new SqlToken(Kind.SYMBOL, ";", false));
            tokens.addAll(of(text.substring(opening, closing)));
            tokens.add(new SqlToken(Kind.SYMBOL, ";", false));
        } else if (first == '"') {
            tokens.add(new SqlToken(Kind.NAME, inside(text, 1).replace("\"\"", "\""), true));
        } else if (first == '\'') {
            tokens.add(new SqlToken(Kind.STRING, inside(text, 1).replace("''", "'"), false));
        } else {
            String escaped = inside(text, 2).replace("''", "'");
            tokens.add(new SqlToken(Kind.STRING, escaped.replaceAll("\\\\(.)", "$1"), false));
        }
    }

    private static String inside(String text, int opening) {
        return text.substring(opening, Math.max(opening, text.length() - 1));
    }

    /** Adds a number, an operator or a single character, and tells where it ends. */
    private static int symbol(String sql, int start, List<SqlToken> tokens) {
        char first = sql.charAt(start);
        int end = start + 1;
        Kind kind = Kind.SYMBOL;
        if (isDigit(first)) {
            kind = Kind.NUMBER;
            while (end < sql.length() && (isDigit(sql.charAt(end)) || sql.charAt(end) == '.')) {
                end++;
            }
        } else if (OPERATOR.indexOf(first) >= 0) {
            end = operatorEnd(sql, start);
        } else if (sql.startsWith("::", start) || sql.startsWith(":=", start)) {
            end = start + 2;
        }
        tokens.add(new SqlToken(kind, sql.substring(start, end), false));
        return end;
    }

    private static int operatorEnd(String sql, int start) {
        int end = start + 1;
        while (end < sql.length()
                && OPERATOR.indexOf(sql.charAt(end)) >= 0
                && !sql.startsWith("--", end)
                && !sql.startsWith("/*", end)) {
            end++;
        }
        boolean mayEndInSign =
                sql.substring(start, end).chars().anyMatch(character -> BEFORE_A_SIGN.indexOf(character) >= 0);
        while (end > start + 1 && !mayEndInSign && "+-".indexOf(sql.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
