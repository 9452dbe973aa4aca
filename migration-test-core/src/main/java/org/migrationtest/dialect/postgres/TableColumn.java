package org.migrationtest.dialect.postgres;

/**
 * A column and how its values become text without loss.
 *
 * @param name its name
 * @param type its type with modifiers, as {@code format_type} prints it
 * @param storedAsText whether a cast to text is exact where the output function is not; true of xml, whose output drops
 *     the declaration
 */
record TableColumn(String name, String type, boolean storedAsText) {
    String of(String alias) {
        return alias + "." + SqlNames.quoted(name);
    }

    /**
     * NULL or not, by the datum itself: {@code IS NULL} also holds for a row value whose fields are all NULL (manual,
     * chapter 9.2).
     */
    String isNull(String alias) {
        return of(alias) + " IS NOT DISTINCT FROM NULL";
    }

    /**
     * The text of a value that is not NULL. {@code concat} takes the type's output function, which a cast need not: a
     * cast of char(n) drops trailing blanks, and users can define casts of their own.
     */
    String text(String alias) {
        return (storedAsText ? of(alias) + "::text" : "concat(" + of(alias) + ")") + " COLLATE \"C\"";
    }

    /**
     * A hash to 64 bits of a value that is not NULL: of equal values equal, of others different but for chance. The types
     * that have it hash the value itself, which takes a third of the time of its text; equality of numeric, of floating
     * point and of char(n) is not exact enough for that ({@code 1.0 = 1.00}).
     */
    String hash(String alias) {
        return switch (type.replaceFirst("\\(\\d+\\)$", "")) {
            // Each half by itself: hashint8extended folds them into one, and many numbers become equal.
            case "bigint" ->
                "hashint4extended((%1$s >> 32)::integer, hashint4extended(((%1$s & 4294967295) - 2147483648)::integer, 0))"
                        .formatted(of(alias));
            case "integer" -> "hashint4extended(" + of(alias) + ", 0)";
            case "smallint" -> "hashint2extended(" + of(alias) + ", 0)";
            case "uuid" -> "uuid_hash_extended(" + of(alias) + ", 0)";
            case "text", "character varying" -> "hashtextextended(" + of(alias) + " COLLATE \"C\", 0)";
            default -> "hashtextextended(" + text(alias) + ", 0)";
        };
    }

    String textOrNull(String alias) {
        return "CASE WHEN " + isNull(alias) + " THEN NULL ELSE " + text(alias) + " END";
    }
}
