package org.migrationtest.datagen.value;

import java.util.List;
import java.util.stream.Stream;

/**
 * Binary strings.
 *
 * @param shortest the fewest bytes allowed
 * @param most the most bytes allowed
 * @param key what they are derived from
 */
public record Bytes(int shortest, int most, long key) implements Domain {
    private static final int USUAL = 8;
    private static final int LONGEST = 2000;

    @Override
    public long size() {
        return most < shortest ? 0 : most >= USUAL ? ENDLESS : 1L << (8 * most);
    }

    @Override
    public String at(long index) {
        if (most < USUAL) {
            return "\\x" + (most == 0 ? "" : String.format("%0" + 2 * most + "x", index));
        }
        return "\\x" + String.format("%016x", Hash.mix(index + key)) + "00".repeat(Math.max(0, shortest - USUAL));
    }

    @Override
    public List<String> extremes() {
        return Stream.of("\\x" + "ff".repeat(Math.min(most, LONGEST)), "\\x" + "00".repeat(shortest))
                .distinct()
                .toList();
    }

    /** With no fewer bytes than these. */
    public Bytes atLeast(int bytes) {
        return new Bytes(Math.max(shortest, bytes), most, key);
    }

    /** With no more bytes than these. */
    public Bytes atMost(int bytes) {
        return new Bytes(shortest, Math.min(most, bytes), key);
    }
}
