package org.migrationtest.datagen.value;

/** Randomness by number: the same key and row give the same bits, whatever was asked before. SplitMix64's finaliser. */
public final class Hash {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Hash() {}

    /** A bijection of 64-bit numbers that leaves no pattern. */
    public static long mix(long number) {
        long z = number;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A key for one decision. Two decisions never share a key, or they would be correlated. */
    public static long key(long seed, String... path) {
        long hash = mix(seed + GOLDEN);
        for (String part : path) {
            for (int i = 0; i < part.length(); i++) {
                hash = mix(hash * 31 + part.charAt(i) + GOLDEN);
            }
            hash = mix(hash + GOLDEN);
        }
        return hash;
    }

    /** The bits of a row. */
    public static long at(long key, long row) {
        return mix(key + row * GOLDEN);
    }

    /** A number from 0 to {@code bound} - 1. */
    public static long below(long bits, long bound) {
        return Long.remainderUnsigned(bits, bound);
    }
}
