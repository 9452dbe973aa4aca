package org.migrationtest.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.schema.ObjectChange;
import org.migrationtest.schema.PropertyChange;
import org.migrationtest.schema.SchemaDifference;
import org.migrationtest.schema.SchemaObject;

/** Tells a schema difference to a person, object by object. */
enum SchemaText {
    /** From before a migration to after its roll back. */
    ROLLED_BACK("is missing", "is left behind"),
    /** From one run of a migration to the next. */
    RUN_AGAIN("is there only the first time", "is there only the second time");

    private static final int MAX_LINES = 40;
    private static final int MAX_VALUE = 200;
    private static final int MAX_SHORT = 40;

    private final String removed;
    private final String added;

    SchemaText(String removed, String added) {
        this.removed = removed;
        this.added = added;
    }

    /** The first difference in a few words, and how many there are beside it. */
    String summary(SchemaDifference difference) {
        List<ObjectChange> told = told(difference);
        ObjectChange first = told.get(0);
        return first.id() + " " + summary(first)
                + switch (told.size()) {
                    case 1 -> "";
                    case 2 -> ", and 1 more difference";
                    default -> ", and " + (told.size() - 1) + " more differences";
                };
    }

    /** A line or two a difference. */
    List<String> lines(SchemaDifference difference) {
        List<String> lines = new ArrayList<>();
        for (ObjectChange change : told(difference)) {
            if (change instanceof ObjectChange.Removed gone) {
                lines.add(gone.id() + " " + removed + definition(gone.object(), ", it was: "));
            } else if (change instanceof ObjectChange.Added left) {
                lines.add(left.id() + " " + added + definition(left.object(), ": "));
            } else if (change instanceof ObjectChange.Changed changed) {
                changed.changes().forEach(property -> lines.add(changed.id() + ": " + text(property)));
            }
        }
        if (lines.size() <= MAX_LINES) {
            return lines;
        }
        List<String> shortened = new ArrayList<>(lines.subList(0, MAX_LINES));
        shortened.add("and " + (lines.size() - MAX_LINES) + " more");
        return shortened;
    }

    private String summary(ObjectChange change) {
        if (!(change instanceof ObjectChange.Changed changed)) {
            return change instanceof ObjectChange.Removed ? removed : added;
        }
        List<PropertyChange> properties = changed.changes();
        boolean lost = properties.stream().allMatch(property -> property.after() == null);
        return (lost ? "has lost its " : "differs in ")
                + properties.stream().map(PropertyChange::property).collect(Collectors.joining(", "));
    }

    private static List<ObjectChange> told(SchemaDifference difference) {
        return difference.changes().stream()
                .filter(change -> !SaidAlready.by(difference, change))
                .toList();
    }

    private static String definition(SchemaObject object, String introduction) {
        Map<String, String> properties = object.properties();
        String text = properties.get("definition");
        if (text == null) {
            text = properties.get("type");
        }
        return text == null ? "" : introduction + shorten(text);
    }

    private static String text(PropertyChange change) {
        int same = sameBeginning(change.before(), change.after());
        String before = value(change.property(), from(same, change.before()));
        String after = value(change.property(), from(same, change.after()));
        return isShort(before) && isShort(after)
                ? change.property() + " was " + before + ", is " + after
                : change.property() + "\nwas " + before + "\nis  " + after;
    }

    /** How much of two long texts can be left out without leaving out where they begin to differ. */
    private static int sameBeginning(@Nullable String before, @Nullable String after) {
        if (before == null || after == null || Math.max(before.length(), after.length()) <= MAX_VALUE) {
            return 0;
        }
        int same = 0;
        while (same < Math.min(before.length(), after.length()) && before.charAt(same) == after.charAt(same)) {
            same++;
        }
        return Math.max(0, same - MAX_SHORT);
    }

    private static @Nullable String from(int start, @Nullable String text) {
        return text == null || start == 0 ? text : "… " + text.substring(start);
    }

    private static boolean isShort(String value) {
        return value.length() <= MAX_SHORT && !value.contains(", ");
    }

    private static String value(String property, @Nullable String value) {
        if (value == null) {
            return "absent";
        }
        return property.equals("comment") ? "'" + shorten(value) + "'" : shorten(value.isEmpty() ? "empty" : value);
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= MAX_VALUE ? line : line.substring(0, MAX_VALUE) + " …";
    }
}
