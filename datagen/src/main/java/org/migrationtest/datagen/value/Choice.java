package org.migrationtest.datagen.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A few values, all named: labels of an enum, the list of an IN.
 *
 * @param values the values, each once
 */
public record Choice(List<String> values) implements Domain {
    public Choice {
        values = values.stream().distinct().toList();
    }

    @Override
    public long size() {
        return values.size();
    }

    @Override
    public String at(long index) {
        return values.get((int) index);
    }

    /** The last first: it is the newest, which an older schema does not know. */
    @Override
    public List<String> extremes() {
        List<String> newestFirst = new ArrayList<>(values);
        Collections.reverse(newestFirst);
        return newestFirst;
    }
}
