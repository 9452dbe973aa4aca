package org.migrationtest.datagen.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.migrationtest.datagen.catalog.Tokens;
import org.migrationtest.datagen.catalog.Tokens.Kind;
import org.migrationtest.datagen.catalog.Tokens.Token;
import org.migrationtest.datagen.check.Condition.All;
import org.migrationtest.datagen.check.Condition.Any;
import org.migrationtest.datagen.check.Condition.Unknown;
import org.migrationtest.datagen.check.Node.Call;
import org.migrationtest.datagen.check.Node.ColumnNode;
import org.migrationtest.datagen.check.Node.ListNode;
import org.migrationtest.datagen.check.Node.Literal;
import org.migrationtest.datagen.check.Node.Opaque;
import org.migrationtest.datagen.check.Node.Truth;

/** Reads the small, fully parenthesised language in which the engine prints expressions. */
public final class ConditionParser {
    private static final Set<String> COMPARISONS =
            Set.of("=", "<>", "<", ">", "<=", ">=", "~", "~*", "!~", "!~*", "~~", "~~*", "!~~", "!~~*");
    private static final Set<String> TYPE_WORDS = Set.of(
            "varying", "precision", "with", "without", "time", "zone", "character", "double", "timestamp", "bit");

    private final List<Token> tokens;
    private final Set<String> columns;
    private int next;

    private ConditionParser(String expression, Set<String> columns) {
        this.tokens = Tokens.of(expression);
        this.columns = columns;
    }

    /**
     * What the expression says; {@link Unknown}, or a condition with it inside, where that cannot be read.
     *
     * @param columns the names that are columns
     */
    public static Condition parse(String expression, Set<String> columns) {
        ConditionParser parser = new ConditionParser(expression, columns);
        try {
            Node node = parser.either();
            return parser.next < parser.tokens.size() ? new Unknown() : Meaning.condition(node);
        } catch (IndexOutOfBoundsException endedEarly) {
            return new Unknown();
        }
    }

    private Node either() {
        List<Condition> parts = new ArrayList<>();
        Node first = both();
        while (acceptWord("OR")) {
            parts.add(Meaning.condition(both()));
        }
        if (parts.isEmpty()) {
            return first;
        }
        parts.add(0, Meaning.condition(first));
        return new Truth(Meaning.simplified(new Any(parts)));
    }

    private Node both() {
        List<Condition> parts = new ArrayList<>();
        Node first = not();
        while (acceptWord("AND")) {
            parts.add(Meaning.condition(not()));
        }
        if (parts.isEmpty()) {
            return first;
        }
        parts.add(0, Meaning.condition(first));
        return new Truth(new All(parts));
    }

    private Node not() {
        return acceptWord("NOT") ? new Truth(Meaning.negated(not())) : comparison();
    }

    private Node comparison() {
        Node left = operand();
        while (true) {
            if (acceptWord("IS")) {
                boolean negative = acceptWord("NOT");
                left = new Truth(Meaning.is(left, negative, take().text()));
            } else if (peekSymbol() && COMPARISONS.contains(peek())) {
                String operator = take().text();
                boolean any = acceptWord("ANY");
                boolean all = !any && acceptWord("ALL");
                Node right = operand();
                left = new Truth(Meaning.compared(left, operator, right, any, all));
            } else {
                return left;
            }
        }
    }

    private Node operand() {
        Node node = cast();
        while (peekSymbol()
                && !COMPARISONS.contains(peek())
                && !Set.of(")", ",", "]").contains(peek())) {
            take();
            cast();
            node = new Opaque();
        }
        return node;
    }

    private Node cast() {
        Node node = primary();
        while (acceptSymbol("::")) {
            type();
        }
        return node;
    }

    private void type() {
        take();
        while (acceptSymbol(".")) {
            take();
        }
        while (next < tokens.size() && TYPE_WORDS.contains(peek())) {
            take();
        }
        if (acceptSymbol("(")) {
            arguments(")");
            while (next < tokens.size() && TYPE_WORDS.contains(peek())) {
                take();
            }
        }
        while (acceptSymbol("[")) {
            acceptSymbol("]");
        }
    }

    private Node primary() {
        Token token = take();
        return switch (token.kind()) {
            case STRING, NUMBER -> new Literal(token.text());
            case NAME -> named(token.text());
            case KEYWORD -> keyword(token.text());
            case SYMBOL -> symbol(token.text());
        };
    }

    private Node symbol(String symbol) {
        if (symbol.equals("(")) {
            Node inner = either();
            if (acceptSymbol(",")) {
                arguments(")");
                return new Opaque();
            }
            return acceptSymbol(")") ? inner : new Opaque();
        }
        Node operand = cast();
        return symbol.equals("-") && operand instanceof Literal literal
                ? new Literal("-" + literal.text())
                : new Opaque();
    }

    private Node keyword(String word) {
        if (word.equals("ARRAY") && acceptSymbol("[")) {
            return new ListNode(arguments("]"));
        }
        if (word.equals("true") || word.equals("false")) {
            return new Literal(word);
        }
        return named(word);
    }

    private Node named(String name) {
        String function = name;
        while (acceptSymbol(".")) {
            function = take().text();
        }
        if (acceptSymbol("(")) {
            return new Call(function, arguments(")"));
        }
        return columns.contains(name) ? new ColumnNode(name) : new Opaque();
    }

    private List<Node> arguments(String end) {
        List<Node> arguments = new ArrayList<>();
        while (!acceptSymbol(end)) {
            arguments.add(either());
            if (!acceptSymbol(",") && !peek().equals(end)) {
                take();
            }
        }
        return arguments;
    }

    private String peek() {
        return tokens.get(next).text();
    }

    private boolean peekSymbol() {
        return next < tokens.size() && tokens.get(next).kind() == Kind.SYMBOL;
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean acceptWord(String word) {
        return accept(Kind.KEYWORD, word);
    }

    private boolean acceptSymbol(String symbol) {
        return accept(Kind.SYMBOL, symbol);
    }

    private boolean accept(Kind kind, String text) {
        boolean is = next < tokens.size()
                && tokens.get(next).kind() == kind
                && tokens.get(next).text().equals(text);
        next += is ? 1 : 0;
        return is;
    }
}
