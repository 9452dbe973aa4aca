package org.migrationtest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words by which a statement says what it does. */
public final class SqlKeywords {
    private SqlKeywords() {}

    /**
     * The words a statement begins with, comments left out, up to the first token that is no unquoted word.
     *
     * @param limit how many at most
     * @return in upper case: {@code [CREATE, INDEX, CONCURRENTLY]}; empty for {@code (SELECT 1)} and for blank text
     */
    public static List<String> leading(String sql, int limit) {
        List<String> words = new ArrayList<>();
        SqlLexer lexer = new SqlLexer(sql);
        while (words.size() < limit && lexer.advance()) {
            switch (lexer.kind()) {
                case SPACE, COMMENT -> {}
                case WORD -> words.add(lexer.text().toUpperCase(Locale.ROOT));
                case QUOTED, SYMBOL -> {
                    return words;
                }
            }
        }
        return words;
    }
}
