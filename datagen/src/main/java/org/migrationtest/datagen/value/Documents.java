package org.migrationtest.datagen.value;

import java.util.List;
import org.migrationtest.seed.ColumnForm;

/** Types with an inner structure of their own: json, xml, text search, hstore, ltree, vectors, geometry. */
final class Documents {
    private Documents() {}

    static Domain json(boolean array) {
        return array ? Domain.of(Domain.ENDLESS, index -> "[" + index + ", " + (index + 1) + "]") : new Objects();
    }

    static Domain json(ColumnForm form) {
        return switch (form) {
            case JSON_ARRAY -> new Arrays();
            case JSON_ARRAY_OF_TEXTS ->
                Domain.of(Domain.ENDLESS, index -> "[\"" + Long.toString(index, 36) + "\", \"O'Brien\"]");
            default -> new Objects();
        };
    }

    static Domain xml() {
        return Domain.of(Domain.ENDLESS, index -> "<item id=\"" + index + "\">O'Brien &amp; Zo\u00EB</item>");
    }

    static Domain textSearchVector() {
        return Domain.of(Domain.ENDLESS, index -> "'term':1 'w" + Long.toString(index, 36) + "':2");
    }

    static Domain textSearchQuery() {
        return Domain.of(Domain.ENDLESS, index -> "'term' & 'w" + Long.toString(index, 36) + "'");
    }

    static Domain labelTree() {
        return Domain.of(Domain.ENDLESS, index -> "top.n" + Long.toString(index, 36));
    }

    static Domain pairs() {
        return Domain.of(Domain.ENDLESS, index -> "\"key\"=>\"" + index + "\", \"none\"=>NULL");
    }

    static Domain vector(int dimensions) {
        return Domain.of(1L << 20, index -> "[" + index + ",1".repeat(Math.max(0, dimensions - 1)) + "]");
    }

    /** Geometry: the type's own notation with the index in the place of the first coordinate. */
    static Domain geometry(String pattern) {
        return Domain.of(1L << 30, index -> pattern.replace("#", Long.toString(index)));
    }

    private static final class Objects implements Domain {
        @Override
        public long size() {
            return ENDLESS;
        }

        @Override
        public String at(long index) {
            String name = index % 8 == 3 ? "O'Brien \\\\ Zo\u00EB" : "name " + Long.toString(index, 36);
            String note = index % 2 == 0 ? "null" : "\"seen\"";
            return "{\"id\": " + index + ", \"name\": \"" + name
                    + "\", \"tags\": [\"a\", \"b\"], \"ratio\": 0.5, \"note\": " + note + "}";
        }

        @Override
        public List<String> extremes() {
            return List.of("{}", "{\"nested\": {\"deep\": [1e300, -1, \"\\u202e\\ud83d\\ude00\", {}]}, \"\": null}");
        }
    }

    /** One to three objects; the first tells rows apart. */
    private static final class Arrays implements Domain {
        private final Objects elements = new Objects();

        @Override
        public long size() {
            return elements.size();
        }

        @Override
        public String at(long index) {
            StringBuilder text = new StringBuilder("[").append(elements.at(index));
            for (int more = 1; more <= index % 3; more++) {
                text.append(", ").append(elements.at(Hash.below(Hash.at(index, more), 1000)));
            }
            return text.append(']').toString();
        }

        @Override
        public List<String> extremes() {
            return List.of("[]", "[" + String.join(", ", elements.extremes()) + "]");
        }
    }
}
