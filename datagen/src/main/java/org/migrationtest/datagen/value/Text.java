package org.migrationtest.datagen.value;

import java.util.List;
import java.util.Locale;
import org.migrationtest.seed.ColumnForm;

/**
 * Text, different for every row, recognisable by its column's name, short.
 *
 * @param style how it reads
 * @param word what it speaks of, from the names of table and column
 * @param shortest the fewest characters allowed
 * @param most the most characters allowed
 */
public record Text(TextStyle style, String word, int shortest, int most) implements Domain {
    /** How long the longest text of a type without a limit is made. */
    private static final int UNLIMITED = 2000;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int CODE = 6;
    private static final List<String> LABELS = List.of("active", "pending", "closed", "Archived", "in_use");

    /** Text for a column. */
    public static Text named(String table, String column, int most) {
        return new Text(TextStyle.of(column), word(table, 7) + " " + word(column, 8), 0, most);
    }

    /** Text that reads so, whatever its column's name says. */
    Text as(ColumnForm form) {
        return new Text(TextStyle.of(form), word, shortest, most);
    }

    private static String word(String name, int length) {
        String word = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return word.substring(0, Math.min(length, word.length())).strip();
    }

    /** With no fewer characters than these. */
    public Text atLeast(int characters) {
        return new Text(style, word, Math.max(shortest, characters), most);
    }

    /** With no more characters than these. */
    public Text atMost(int characters) {
        return new Text(style, word, shortest, Math.min(most, characters));
    }

    /** For a column whose values need not differ: a few words where its name speaks of a kind, else this. */
    public Domain repeated() {
        List<String> fitting = LABELS.stream()
                .filter(label -> label.length() >= shortest && label.length() <= most)
                .toList();
        return style == TextStyle.LABEL && !fitting.isEmpty() ? new Labels(fitting, extremes()) : this;
    }

    private record Labels(List<String> labels, List<String> extremes) implements Domain {
        @Override
        public long size() {
            return labels.size();
        }

        @Override
        public String at(long index) {
            return labels.get((int) index);
        }
    }

    @Override
    public long size() {
        if (most < shortest) {
            return 0;
        }
        int digits = most <= CODE ? most : most - 2;
        return digits >= 11 ? ENDLESS : Math.max(1, power(digits));
    }

    @Override
    public String at(long index) {
        if (most <= CODE) {
            return index % 8 == 5 ? code(index, most).toUpperCase(Locale.ROOT) : code(index, most);
        }
        String tail = Long.toString(index, 36);
        String styled = style.write(word, index, tail);
        if (styled.length() > most) {
            String head = word.replaceAll("[^a-z]", "") + "x";
            styled = head.substring(0, Math.max(1, Math.min(head.length(), most - tail.length() - 1))) + "-" + tail;
            styled = index % 8 == 5 ? styled.toUpperCase(Locale.ROOT) : styled;
        }
        return styled.length() >= shortest ? styled : "x".repeat(shortest - styled.length()) + styled;
    }

    @Override
    public List<String> extremes() {
        if (most <= CODE || style.hasForm()) {
            return List.of();
        }
        String odd = "\u202Ea\u0301 \uD83D\uDE00 ' \" \\ % $1 \u200B";
        String shortestText = "x".repeat(shortest);
        return most < odd.length() || shortest > odd.length()
                ? List.of(longest(0), shortestText)
                : List.of(longest(0), odd, shortestText);
    }

    @Override
    public String longest(long index) {
        if (most <= CODE || style.hasForm()) {
            return at(index);
        }
        String tail = " \u00FC" + Long.toString(index, 36);
        int length = Math.max(shortest, Math.min(most, UNLIMITED));
        return length <= tail.length() + 1
                ? at(index)
                : (word + " " + "W".repeat(length)).substring(0, length - tail.length()) + tail;
    }

    private static long power(int digits) {
        long size = 1;
        for (int i = 0; i < digits; i++) {
            size *= ALPHABET.length();
        }
        return size;
    }

    private static String code(long index, int length) {
        char[] code = new char[length];
        long rest = index;
        for (int i = length - 1; i >= 0; i--) {
            code[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(code);
    }
}
