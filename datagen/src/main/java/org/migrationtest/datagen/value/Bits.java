package org.migrationtest.datagen.value;

import java.util.UUID;

/** Types that are bits under a notation: uuid, bit strings, network addresses. */
final class Bits {
    private Bits() {}

    static Domain uuid(long key) {
        return Domain.of(Domain.ENDLESS, index -> new UUID(
                        (Hash.mix(index ^ key) & ~0xF000L) | 0x4000L,
                        (Hash.mix(index + key) & ~(3L << 62)) | (1L << 63))
                .toString());
    }

    static Domain bits(int length) {
        int used = Math.min(length, 40);
        return Domain.of(1L << used, index -> {
            String digits = Long.toBinaryString(index);
            return "0".repeat(length - digits.length()) + digits;
        });
    }

    static Domain address(String suffix) {
        return Domain.of(
                1L << 24, index -> "10." + (index >> 16) + "." + ((index >> 8) & 255) + "." + (index & 255) + suffix);
    }

    static Domain hardwareAddress(String middle) {
        return Domain.of(
                1L << 24,
                index -> String.format(
                        "08:00:2b:%s%02x:%02x:%02x", middle, index >> 16, (index >> 8) & 255, index & 255));
    }
}
