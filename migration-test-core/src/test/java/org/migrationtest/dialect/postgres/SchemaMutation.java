package org.migrationtest.dialect.postgres;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One change of the schema of {@code base.sql}, and what a snapshot must tell of it.
 *
 * @param title what is changed
 * @param since the first major version that knows it
 * @param expected what must be told, as {@link ChangeText} writes it, or {@link #NOTHING}, or {@link #ORDER_ONLY}
 */
record SchemaMutation(String title, int since, List<String> expected, String sql) {
    static final List<String> NOTHING = List.of("nothing");
    static final List<String> ORDER_ONLY = List.of("order only");
    private static final Pattern START = Pattern.compile("(?m)^# ");
    private static final Pattern TITLE = Pattern.compile("(.*?)(?: (\\d+)\\+)?");

    /** Reads {@code # title}, {@code # title 15+} where a version is needed, lines {@code = expected}, then SQL. */
    static List<SchemaMutation> parse(String text) {
        return START.splitAsStream(text)
                .filter(section -> !section.isBlank())
                .map(SchemaMutation::section)
                .toList();
    }

    private static SchemaMutation section(String section) {
        List<String> lines = section.lines().toList();
        Matcher title = TITLE.matcher(lines.get(0));
        if (!title.matches()) {
            throw new IllegalArgumentException("not a title: " + lines.get(0));
        }
        List<String> expected = lines.stream()
                .filter(line -> line.startsWith("= "))
                .map(line -> line.substring(2))
                .toList();
        String sql = String.join("\n", lines.subList(1 + expected.size(), lines.size()));
        int since = title.group(2) == null ? 0 : Integer.parseInt(title.group(2));
        return new SchemaMutation(title.group(1), since, expected, sql);
    }
}
