package org.migrationtest.report;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists, texts, numbers and truth values as JSON (RFC 8259), indented. */
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    /**
     * The value as JSON text.
     *
     * @param value maps with text keys, iterables, texts, numbers, booleans and null, nested at will; an empty
     *     {@link Optional} is null
     * @throws IllegalArgumentException if something else is in it
     */
    static String write(@Nullable Object value) {
        Json json = new Json();
        json.value(value, 0);
        return json.out.append('\n').toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Optional<?> optional) {
            value(optional.orElse(null), depth);
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof Iterable<?> items) {
            array(items, depth);
        } else if (value instanceof CharSequence || value instanceof Enum<?>) {
            text(value.toString());
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("JSON has no " + value.getClass().getName());
        }
    }

    private void object(Map<?, ?> map, int depth) {
        if (map.isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            line(depth + 1);
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), depth + 1);
            if (entries.hasNext()) {
                out.append(',');
            }
        }
        line(depth);
        out.append('}');
    }

    private void array(Iterable<?> items, int depth) {
        Iterator<?> remaining = items.iterator();
        if (!remaining.hasNext()) {
            out.append("[]");
            return;
        }
        out.append('[');
        while (remaining.hasNext()) {
            line(depth + 1);
            value(remaining.next(), depth + 1);
            if (remaining.hasNext()) {
                out.append(',');
            }
        }
        line(depth);
        out.append(']');
    }

    private void line(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }

    private void text(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || (Character.isSurrogate(c) && !isPaired(text, at))) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isPaired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
