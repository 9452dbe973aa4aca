package org.migrationtest.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationtest.sql.SqlToken.Kind;

/** The tokens of a statement, and what some of them are together. */
final class TokenList {
    private static final SqlToken END = new SqlToken(Kind.SYMBOL, "", false);
    /** What may follow a literal and makes it part of a larger expression. */
    private static final Set<String> GOES_ON = Set.of("||", "+", "-", "*", "/", "%", "->", "->>");

    private final List<SqlToken> tokens;

    /**
     * A name, with those in front of it, that is no function.
     *
     * @param name the last of its parts
     * @param end the index behind it
     */
    record Column(String name, int end) {}

    /**
     * A value that is written out.
     *
     * @param end the index behind it and its casts
     */
    record Literal(String value, int end) {}

    TokenList(String sql) {
        this.tokens = SqlToken.of(sql);
    }

    int size() {
        return tokens.size();
    }

    /** An empty symbol in front of the first and behind the last. */
    SqlToken at(int index) {
        return index < 0 || index >= tokens.size() ? END : tokens.get(index);
    }

    boolean has(String word) {
        return tokens.stream().anyMatch(token -> token.is(word));
    }

    /** The column whose name begins here; most keywords pass for columns that no table has. */
    Optional<Column> column(int index) {
        boolean part = at(index - 1).is(".") || at(index - 1).is("::");
        if (at(index).kind() != Kind.NAME || part || at(index).is("not")) {
            return Optional.empty();
        }
        int last = lastPart(index);
        return at(last + 1).is("(") ? Optional.empty() : Optional.of(new Column(at(last).text(), last + 1));
    }

    /** The index of the last of the names that dots join. */
    int lastPart(int index) {
        int last = index;
        while (at(last + 1).is(".") && at(last + 2).kind() == Kind.NAME) {
            last += 2;
        }
        return last;
    }

    Optional<Literal> literal(int index) {
        SqlToken first = at(index);
        SqlToken second = at(index + 1);
        Literal plain;
        if (first.kind() == Kind.STRING || first.kind() == Kind.NUMBER || first.is("true") || first.is("false")) {
            plain = new Literal(first.text(), index + 1);
        } else if (first.is("-") && second.kind() == Kind.NUMBER) {
            plain = new Literal("-" + second.text(), index + 2);
        } else if (first.kind() == Kind.NAME && second.kind() == Kind.STRING) {
            plain = new Literal(second.text(), index + 2);
        } else {
            return Optional.empty();
        }
        int end = afterCasts(plain.end());
        return GOES_ON.contains(at(end).text()) ? Optional.empty() : Optional.of(new Literal(plain.value(), end));
    }

    /** The index behind any {@code ::type}. */
    int afterCasts(int index) {
        int end = index;
        while (at(end).is("::")) {
            end = afterCast(end);
        }
        return end;
    }

    /** The index behind the one {@code ::type} here. */
    int afterCast(int index) {
        int end = lastPart(index + 1) + 1;
        if (at(end).is("precision") || at(end).is("varying")) {
            end++;
        }
        if (at(end).is("(")) {
            end = closing(end) + 1;
        }
        if (at(end).is("with") || at(end).is("without")) {
            end += 3;
        }
        while (at(end).is("[")) {
            end += at(end + 1).is("]") ? 2 : 3;
        }
        return end;
    }

    /** The index of the bracket that closes the one here; behind the last token if none does. */
    int closing(int opening) {
        int depth = 0;
        for (int i = opening; i < size(); i++) {
            depth += at(i).is("(") ? 1 : at(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return size();
    }
}
