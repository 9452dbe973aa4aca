package org.migrationtest.dialect.postgres;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationtest.schema.TableName;

/** Names as the server prints them, {@code shop."Order lines"}, read back. */
final class PrintedName {
    private static final String PART = "(\"(?:[^\"]|\"\")+\"|[^\".]+)";
    private static final Pattern TABLE = Pattern.compile(PART + "\\." + PART, Pattern.DOTALL);

    private PrintedName() {}

    static TableName table(String printed) {
        Matcher matcher = TABLE.matcher(printed);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a table's name as the server prints it: " + printed);
        }
        return new TableName(unquoted(matcher.group(1)), unquoted(matcher.group(2)));
    }

    private static String unquoted(String part) {
        return part.startsWith("\"") ? part.substring(1, part.length() - 1).replace("\"\"", "\"") : part;
    }
}
