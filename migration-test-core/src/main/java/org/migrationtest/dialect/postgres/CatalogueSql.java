package org.migrationtest.dialect.postgres;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The little language of the catalogue queries' resources, on top of SQL.
 *
 * <ul>
 *   <li>A line that ends in {@code --15+} is there from major version 15 on, one in {@code --13-} up to 13, one in
 *       {@code --15-16} for 15 and 16.
 *   <li>{@code @name(a, b)} stands for one of {@link #MACROS}, its arguments put in for {@code $1}, {@code $2}, …
 * </ul>
 */
final class CatalogueSql {
    private static final Pattern VERSIONED = Pattern.compile("(.*?)\\s*--(\\d+)(\\+|-(\\d*))");
    private static final Pattern CALL = Pattern.compile("@(\\w+)\\(([^()]*)\\)");
    private static final Pattern COMMA = Pattern.compile(",\\s*");

    private static final Map<String, String> MACROS = Map.ofEntries(
            // The whole name of a schema's object, quoted where the server would quote it.
            Map.entry("name", "quote_ident($1) || '.' || quote_ident($2)"),
            // Not in the session's own temporary schema, nor in the schema of out-of-line storage.
            Map.entry("visible", "$1.nspname !~ '^pg_(temp|toast)' and $1.nspname <> 'information_schema'"),
            // Not part of an extension, which stands for its members.
            Map.entry("own", """
                    not exists (select from pg_depend own
                        where own.classid = '$1'::regclass and own.objid = $2 and own.objid >= 16384 and own.deptype = 'e')"""),
            Map.entry("comment", """
                    (select said.description from pg_description said
                        where said.objoid = $2 and said.classoid = '$1'::regclass and said.objsubid = 0)"""),
            // The same for many objects at once: a join.
            Map.entry("said", """
                    left join pg_description said on said.objoid = $2 and said.objoid >= 16384
                        and said.classoid = '$1'::regclass and said.objsubid = 0"""),
            Map.entry("list", """
                    case when $1 is not null then
                        (select string_agg(item, ', ' order by item collate "C") from unnest($1) item) end"""),
            // Options whose value may be a secret: enough of it to see a change, not enough to see the value.
            Map.entry("masked", """
                    case when $1 is not null then
                        (select string_agg(case when split_part(item, '=', 1) ~* 'pass|secret|token|credential|key'
                            then split_part(item, '=', 1) || '=sha256:' || left(encode(sha256(convert_to(item, 'UTF8')), 'hex'), 12)
                            else item end, ', ' order by item collate "C") from unnest($1) item) end"""),
            Map.entry("hash", "'sha256:' || left(encode(sha256(convert_to($1, 'UTF8')), 'hex'), 12)"),
            Map.entry("granted", """
                    case when $1 is not null then
                        coalesce((select string_agg(item::text, ', ' order by item::text collate "C")
                            from unnest($1) item), 'none') end"""),
            // Absent where they are what the owner's objects of this type get by themselves, written down or not.
            Map.entry("privileges", """
                    case when $3 is not null then nullif(
                        coalesce((select string_agg(item::text, ', ' order by item::text collate "C")
                            from unnest($3) item), 'none'),
                        (select string_agg(item::text, ', ' order by item::text collate "C")
                            from unnest(acldefault('$1', $2)) item)) end"""));

    private CatalogueSql() {}

    /** The query as a server of this major version understands it. */
    static String render(String resource, int major) {
        String lines = resource.lines().map(line -> versioned(line, major)).collect(Collectors.joining("\n"));
        return CALL.matcher(lines).replaceAll(call -> Matcher.quoteReplacement(expand(call)));
    }

    private static String versioned(String line, int major) {
        Matcher matcher = VERSIONED.matcher(line);
        if (!matcher.matches()) {
            return line;
        }
        int first = Integer.parseInt(matcher.group(2));
        boolean there =
                switch (matcher.group(3)) {
                    case "+" -> major >= first;
                    case "-" -> major <= first;
                    default -> major >= first && major <= Integer.parseInt(matcher.group(4));
                };
        return there ? matcher.group(1) : "";
    }

    private static String expand(MatchResult call) {
        String body = MACROS.get(call.group(1));
        if (body == null) {
            throw new IllegalArgumentException("a catalogue query calls @" + call.group(1) + ", which does not exist");
        }
        List<String> arguments = List.of(COMMA.split(call.group(2)));
        for (int i = 0; i < arguments.size(); i++) {
            body = body.replace("$" + (i + 1), arguments.get(i));
        }
        return body;
    }
}
