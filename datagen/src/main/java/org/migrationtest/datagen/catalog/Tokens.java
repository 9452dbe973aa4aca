package org.migrationtest.datagen.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An expression as the engine prints it, cut into tokens. */
public final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("(?<string>E?'(?:[^']|'')*')|(?<quoted>\"(?:[^\"]|\"\")*\")"
            + "|(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|(?<name>[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*)"
            + "|(?<symbol>::|[(),\\[\\].]|[-+*/<>=~!@#%^&|`?]+)|(?<space>\\s+)|(?<other>.)");

    private Tokens() {}

    /** What a token is. */
    public enum Kind {
        STRING,
        NAME,
        KEYWORD,
        NUMBER,
        SYMBOL
    }

    /**
     * A token.
     *
     * @param kind what it is; an unquoted identifier is a {@link Kind#KEYWORD}, whether or not it means something
     * @param text without quotes and escapes
     */
    public record Token(Kind kind, String text) {}

    /** The tokens of an expression. */
    public static List<Token> of(String expression) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            if (matcher.group("space") == null) {
                tokens.add(token(matcher));
            }
        }
        return tokens;
    }

    /** Which of the known columns an expression names, in order of appearance. */
    public static Set<String> columns(String expression, Set<String> known) {
        return of(expression).stream()
                .filter(token -> token.kind() == Kind.NAME || token.kind() == Kind.KEYWORD)
                .map(Token::text)
                .filter(known::contains)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The literals in an expression. */
    public static Set<String> literals(String expression) {
        return of(expression).stream()
                .filter(token -> token.kind() == Kind.STRING || token.kind() == Kind.NUMBER)
                .map(Token::text)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The expression of a domain's CHECK with a column in the place of VALUE. */
    public static String withValue(String expression, String column) {
        StringBuilder text = new StringBuilder();
        Matcher matcher = TOKEN.matcher(expression);
        while (matcher.find()) {
            text.append("VALUE".equals(matcher.group("name")) ? Sql.name(column) : matcher.group());
        }
        return text.toString();
    }

    private static Token token(Matcher matcher) {
        String text = matcher.group();
        if (matcher.group("string") != null) {
            boolean escaped = text.startsWith("E");
            String inner = text.substring(escaped ? 2 : 1, text.length() - 1).replace("''", "'");
            return new Token(Kind.STRING, escaped ? inner.replace("\\\\", "\\") : inner);
        }
        if (matcher.group("quoted") != null) {
            return new Token(Kind.NAME, text.substring(1, text.length() - 1).replace("\"\"", "\""));
        }
        if (matcher.group("number") != null) {
            return new Token(Kind.NUMBER, text);
        }
        return new Token(matcher.group("name") != null ? Kind.KEYWORD : Kind.SYMBOL, text);
    }
}
