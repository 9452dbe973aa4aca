package org.migrationtest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts a script into statements where PostgreSQL and psql would: quotes of every kind, nested comments, parentheses,
 * SQL function bodies ({@code BEGIN ATOMIC … END}), {@code COPY} data and psql's backslash lines are known. A script that
 * is broken (an open quote, say) is cut without complaint: its last statement holds the rest, and the server says why.
 */
public final class SqlSplitter {
    private static final int NONE = -1;

    private final String script;
    private final SqlLexer lexer;
    private final List<SqlStatement> statements = new ArrayList<>();
    private int countedTo;
    private int line = 1;

    private int start = NONE;
    private int end;
    private int parentheses;
    private int atomicDepth;
    private boolean readsStdin;
    private String previous = "";

    private SqlSplitter(String script) {
        this.script = script;
        this.lexer = new SqlLexer(script);
    }

    /**
     * The statements of a script, in order; pieces that are empty or hold comments only are left out.
     *
     * @param script the whole script
     */
    public static List<SqlStatement> split(String script) {
        return new SqlSplitter(script).run();
    }

    private List<SqlStatement> run() {
        while (lexer.advance()) {
            switch (lexer.kind()) {
                case SPACE, COMMENT -> {}
                case WORD -> word(lexer.text().toUpperCase(Locale.ROOT));
                case QUOTED -> token("'");
                case SYMBOL -> symbol(script.charAt(lexer.start()));
            }
        }
        finish();
        return List.copyOf(statements);
    }

    private void token(String text) {
        if (start == NONE) {
            start = lexer.start();
        }
        end = lexer.end();
        previous = text;
    }

    private void symbol(char c) {
        switch (c) {
            case ';' -> {
                if (parentheses == 0 && atomicDepth == 0) {
                    finish();
                    return;
                }
            }
            case '\\' -> {
                metaCommand();
                return;
            }
            case '(' -> parentheses++;
            case ')' -> parentheses = Math.max(0, parentheses - 1);
            default -> {}
        }
        token(String.valueOf(c));
    }

    private void word(String word) {
        if (parentheses == 0) {
            if (word.equals("STDIN") && previous.equals("FROM")) {
                readsStdin = true;
            }
            trackBody(word);
        }
        token(word);
    }

    /** As psql does it ({@code psqlscan.l}), but that a body begins by both its words, and names after AS or a dot pass. */
    private void trackBody(String word) {
        if (atomicDepth == 0) {
            if (word.equals("ATOMIC") && previous.equals("BEGIN") && createsRoutine()) {
                atomicDepth = 1;
            }
        } else if (!previous.equals("AS") && !previous.equals(".")) {
            if (word.equals("CASE")) {
                atomicDepth++;
            } else if (word.equals("END")) {
                atomicDepth--;
            }
        }
    }

    private boolean createsRoutine() {
        List<String> words = SqlKeywords.leading(script.substring(start, lexer.start()), 4);
        int what = words.size() > 1 && words.get(1).equals("OR") ? 3 : 1;
        return words.size() > what
                && words.get(0).equals("CREATE")
                && (words.get(what).equals("FUNCTION") || words.get(what).equals("PROCEDURE"));
    }

    /** Runs to the end of its line. Whatever stands before it on the line is a statement without a semicolon. */
    private void metaCommand() {
        int from = lexer.start();
        finish();
        int to = lineEnd(from);
        add(script.substring(from, to).stripTrailing(), from, Optional.empty());
        lexer.skipTo(to);
    }

    private void finish() {
        if (start != NONE) {
            String text = script.substring(start, end);
            boolean copy = readsStdin && SqlKeywords.leading(text, 1).equals(List.of("COPY"));
            add(text, start, copy ? copyData() : Optional.empty());
        }
        start = NONE;
        parentheses = 0;
        atomicDepth = 0;
        readsStdin = false;
        previous = "";
    }

    private void add(String text, int offset, Optional<String> copyData) {
        for (; countedTo < offset; countedTo++) {
            if (script.charAt(countedTo) == '\n') {
                line++;
            }
        }
        statements.add(new SqlStatement(text, line, offset, copyData));
    }

    /** The data starts on the next line; a further statement on this one would run after it, and is not data. */
    private Optional<String> copyData() {
        int lineEnd = lineEnd(lexer.end());
        String rest = script.substring(lexer.end(), lineEnd).strip();
        if (!rest.isEmpty() && !rest.startsWith("--")) {
            return Optional.empty();
        }
        int dataStart = Math.min(lineEnd + 1, script.length());
        int at = dataStart;
        while (at < script.length()) {
            int to = lineEnd(at);
            if (script.substring(at, to).stripTrailing().equals("\\.")) {
                lexer.skipTo(to);
                return Optional.of(script.substring(dataStart, at));
            }
            at = to + 1;
        }
        lexer.skipTo(script.length());
        return Optional.of(script.substring(dataStart));
    }

    private int lineEnd(int from) {
        int at = script.indexOf('\n', from);
        return at < 0 ? script.length() : at;
    }
}
