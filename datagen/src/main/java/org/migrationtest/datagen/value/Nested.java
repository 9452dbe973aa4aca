package org.migrationtest.datagen.value;

import java.util.List;
import java.util.stream.Collectors;

/** Types made of others: arrays, composite types, ranges. */
final class Nested {
    private Nested() {}

    /** One to three elements; the first tells rows apart. */
    static Domain array(Domain element) {
        return new Domain() {
            @Override
            public long size() {
                return element.size();
            }

            @Override
            public String at(long index) {
                StringBuilder text = new StringBuilder("{").append(quoted(element.at(index)));
                for (int more = 0; more < index % 3; more++) {
                    text.append(',').append(quoted(element.at(Hash.below(Hash.at(index, more), element.size()))));
                }
                return text.append('}').toString();
            }

            @Override
            public List<String> extremes() {
                return List.of(
                        "{}",
                        element.extremes().stream()
                                .map(Nested::quoted)
                                .collect(Collectors.joining(",", "{NULL,", "}"))
                                .replace(",}", "}"));
            }
        };
    }

    /** All attributes by the same index. */
    static Domain composite(List<Domain> attributes) {
        long size = attributes.stream().mapToLong(Domain::size).max().orElse(1);
        return Domain.of(size, index -> attributes.stream()
                .map(attribute -> quoted(attribute.at(index % attribute.size())))
                .collect(Collectors.joining(",", "(", ")")));
    }

    /** Ranges that do not overlap, so that an exclusion constraint holds. */
    static Domain range(Linear bound) {
        long stride = bound.scale().stride();
        return new Domain() {
            @Override
            public long size() {
                return Math.min(ENDLESS, bound.most() / stride - bound.low() / stride - 1);
            }

            @Override
            public String at(long index) {
                long from = bound.low() + index * stride;
                return "[\"" + bound.scale().format(from) + "\",\""
                        + bound.scale().format(from + stride) + "\")";
            }

            @Override
            public List<String> extremes() {
                return List.of("(,)", "empty");
            }
        };
    }

    static Domain multirange(Domain range) {
        return Domain.of(range.size(), index -> "{" + range.at(index) + "}");
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
