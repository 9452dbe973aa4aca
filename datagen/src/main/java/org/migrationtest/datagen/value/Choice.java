package org.migrationtest.datagen.value;

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

    @Override
    public List<String> extremes() {
        return values;
    }
}
