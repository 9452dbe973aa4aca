package org.migrationtest.database.embedded;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A version of the published binaries: {@code 17.11.0}, {@code 10.5.0-1}. Ordered by its numbers.
 *
 * @param text the version as published
 */
record Release(String text) implements Comparable<Release> {
    private static final Pattern FORM = Pattern.compile("\\d+(\\.\\d+)*(-\\d+)?");

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** Whether it is what was asked for: {@code 17} and {@code 17.11} ask for {@code 17.11.0}, {@code 1} does not. */
    boolean answers(String wanted) {
        return text.equals(wanted) || text.startsWith(wanted + ".") || text.startsWith(wanted + "-");
    }

    static Optional<Release> newest(Collection<Release> releases, String wanted) {
        return releases.stream().filter(release -> release.answers(wanted)).max(Release::compareTo);
    }

    @Override
    public int compareTo(Release other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    /** What compatible versions share: {@code 17} of {@code 17.11.0}, and {@code 9.6} of {@code 9.6.24}. */
    String major() {
        int[] numbers = numbers();
        return numbers[0] < 10 ? numbers[0] + "." + numbers[1] : "" + numbers[0];
    }

    private int[] numbers() {
        return Arrays.stream(text.split("[.-]")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public String toString() {
        return text;
    }
}
