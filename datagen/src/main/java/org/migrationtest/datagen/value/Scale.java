package org.migrationtest.datagen.value;

import java.util.OptionalLong;

/** How an ordered type is laid on whole numbers: cents, days, microseconds. */
public interface Scale {
    /** The value as the engine reads it. */
    String format(long number);

    /** The number of a literal; empty if it is not one of this scale. */
    OptionalLong parse(String literal);

    /** How far apart the starts of two ranges are. */
    long stride();
}
