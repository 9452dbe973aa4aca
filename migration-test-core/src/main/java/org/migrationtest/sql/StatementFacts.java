package org.migrationtest.sql;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationtest.sql.SqlToken.Kind;

/**
 * What a statement says of columns, as far as its words alone tell: which of its names are tables, and of which of them a
 * column is, only a schema knows. Code in dollar quotes is read with it.
 *
 * @param names every name and keyword in it, as the engine folds them
 * @param compared by column the values it is compared with; an empty one stands for NULL
 * @param written strings and numbers it uses otherwise, as those that it writes, and data of a COPY as a whole
 * @param assigned the columns to which it assigns a value
 * @param changesRows whether it inserts, updates or deletes rows
 * @param inserts whether it inserts rows
 * @param minds whether it minds that rows may be there already: {@code ON CONFLICT}, {@code NOT EXISTS}
 * @param uses by column what its values are taken for
 * @param references the foreign keys it adds
 */
public record StatementFacts(
        Set<String> names,
        Map<String, List<Optional<String>>> compared,
        Set<String> written,
        Set<String> assigned,
        boolean changesRows,
        boolean inserts,
        boolean minds,
        Map<String, Set<ColumnUse>> uses,
        List<AddedReference> references) {
    /** A number and a uuid that no generated key has. */
    public static final List<String> NO_KEYS = List.of("2000000011", "00000000-0000-4000-8000-000000000011");

    private static final Set<String> CHANGES = Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "COPY");
    private static final Set<String> MAY_CHANGE = Set.of("WITH", "DO");

    public StatementFacts {
        names = Set.copyOf(names);
        compared = unmodifiable(compared);
        written = Set.copyOf(written);
        assigned = Set.copyOf(assigned);
        uses = Map.copyOf(uses);
        references = List.copyOf(references);
    }

    /**
     * A foreign key of one column that is added to a table.
     *
     * @param table the table's name without its schema
     * @param column the column that refers
     * @param parent the name of the table referred to, without its schema
     */
    public record AddedReference(String table, String column, String parent) {}

    /** Whether rows that it inserts are there only through it. */
    public boolean bringsRows() {
        return inserts && !minds;
    }

    /**
     * Whether it speaks of this value of the column. A number that is compared with nothing may be a number of anything;
     * a text is rarely.
     */
    public boolean names(String column, String value) {
        boolean number = value.matches("-?[0-9.]+");
        return compared.getOrDefault(column, List.of()).contains(Optional.of(value))
                || (!number && written.contains(value));
    }

    /** What each statement of a script says. */
    public static List<StatementFacts> of(String script) {
        return SqlSplitter.split(script).stream().map(StatementFacts::of).toList();
    }

    private static StatementFacts of(SqlStatement statement) {
        TokenList tokens = new TokenList(statement.text());
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.at(i).kind() == Kind.NAME) {
                names.add(tokens.at(i).text());
            }
        }
        ComparedValues values = new ComparedValues(tokens);
        Set<String> written = values.others();
        statement.copyData().ifPresent(written::add);
        return new StatementFacts(
                names,
                raises(tokens) ? Map.of() : values.compared(),
                written,
                values.assigned(),
                changesRows(statement, names),
                names.contains("insert") || names.contains("copy"),
                names.contains("conflict") || names.contains("exists"),
                new ColumnUses(tokens).uses(),
                references(tokens));
    }

    private static boolean changesRows(SqlStatement statement, Set<String> names) {
        List<String> first = statement.keywords(1);
        return first.stream().anyMatch(CHANGES::contains)
                || (first.stream().anyMatch(MAY_CHANGE::contains)
                        && CHANGES.stream().anyMatch(word -> names.contains(word.toLowerCase(Locale.ROOT))));
    }

    /** Code that ends with an error where it finds rows of a kind says that there are none. */
    private static boolean raises(TokenList tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken next = tokens.at(i + 1);
            if (tokens.at(i).is("raise") && (next.is("exception") || next.kind() == Kind.STRING)) {
                return true;
            }
        }
        return false;
    }

    private static List<AddedReference> references(TokenList tokens) {
        String table = "";
        Set<AddedReference> added = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.at(i).is("alter") && tokens.at(i + 1).is("table")) {
                int name = i + 2;
                while (Set.of("if", "exists", "only").contains(tokens.at(name).text())) {
                    name++;
                }
                table = tokens.at(tokens.lastPart(name)).text();
            }
            boolean single = tokens.at(i).is("foreign")
                    && tokens.at(i + 1).is("key")
                    && tokens.at(i + 4).is(")")
                    && tokens.at(i + 5).is("references");
            if (single && !table.isEmpty()) {
                String parent = tokens.at(tokens.lastPart(i + 6)).text();
                added.add(new AddedReference(table, tokens.at(i + 3).text(), parent));
            }
        }
        return List.copyOf(added);
    }

    /** Keeps the order, by which values are put together. */
    private static Map<String, List<Optional<String>>> unmodifiable(Map<String, List<Optional<String>>> lists) {
        Map<String, List<Optional<String>>> copy = new LinkedHashMap<>();
        lists.forEach((column, values) -> copy.put(column, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }
}
