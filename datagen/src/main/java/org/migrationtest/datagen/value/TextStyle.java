package org.migrationtest.datagen.value;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.migrationtest.seed.ColumnForm;

/**
 * How a text reads, guessed from its column's name. Each ends in, or holds, a part that differs for every row, and still
 * does when all is made lower case: some are written in mixed case, so that what normalises them has something to do.
 */
enum TextStyle {
    EMAIL("email", "e_mail", "mail") {
        @Override
        String write(String word, long index, String tail) {
            return switch ((int) (index % 16)) {
                case 3 -> "o'brien+" + tail + "@example.com";
                case 5 -> "User_X." + upper(tail) + "@example.com";
                default -> "user." + tail + "@example.com";
            };
        }
    },
    URL("url", "uri", "link", "homepage", "website") {
        @Override
        String write(String word, long index, String tail) {
            return "https://example.com/" + tail;
        }
    },
    JSON("json", "metadata", "payload") {
        @Override
        String write(String word, long index, String tail) {
            return "{\"key\": \"" + tail + "\"}";
        }
    },
    HEX("hash", "sha", "sha1", "sha256", "checksum", "digest", "token", "secret") {
        @Override
        String write(String word, long index, String tail) {
            return String.format("%016x", Hash.mix(index + 1));
        }
    },
    UUID_TEXT("uuid", "guid") {
        @Override
        String write(String word, long index, String tail) {
            return new java.util.UUID(Hash.mix(index + 1), Hash.mix(~index)).toString();
        }
    },
    VERSION("version", "num") {
        @Override
        String write(String word, long index, String tail) {
            return "1." + index / 10 + "." + index % 10;
        }
    },
    DIGITS("id", "number", "count", "port", "zip", "year", "amount", "size") {
        @Override
        String write(String word, long index, String tail) {
            return Long.toString(index + 1);
        }
    },
    SLUG("slug", "key", "code", "login", "username", "path", "identifier", "handle") {
        @Override
        String write(String word, long index, String tail) {
            String plain = word.replaceAll("[^a-z0-9]", "");
            return switch ((int) (index % 8)) {
                case 5 -> capital(plain) + "_X-" + tail;
                case 7 -> upper(plain + "-" + tail);
                default -> plain + "-" + tail;
            };
        }
    },
    LABEL("kind", "type", "status", "state", "category", "level") {
        @Override
        String write(String word, long index, String tail) {
            return WORDS.write(word, index, tail);
        }

        @Override
        boolean hasForm() {
            return false;
        }
    },
    JSON_ARRAY() {
        @Override
        String write(String word, long index, String tail) {
            return "[{\"id\": " + index + ", \"name\": \"" + tail + "\"}]";
        }
    },
    JSON_ARRAY_OF_TEXTS() {
        @Override
        String write(String word, long index, String tail) {
            return "[\"" + tail + "\", \"other\"]";
        }
    },
    DAY() {
        @Override
        String write(String word, long index, String tail) {
            return FIRST_DAY.plusDays(index % DAYS).toLocalDate().toString();
        }
    },
    DAY_AND_TIME() {
        @Override
        String write(String word, long index, String tail) {
            return FIRST_DAY.plusHours(index % DAYS).format(SECONDS);
        }
    },
    DAY_AND_TIME_WITH_OFFSET() {
        @Override
        String write(String word, long index, String tail) {
            return DAY_AND_TIME.write(word, index, tail) + "+00";
        }
    },
    WORDS() {
        @Override
        String write(String word, long index, String tail) {
            int flavour = (int) (index % 16);
            String head =
                    switch (flavour) {
                        case 3 -> "O'Brien";
                        case 5 -> capital(word).replace(' ', '_') + "-2";
                        case 7 -> "Zo\u00EB \u6771\u4EAC";
                        case 9 -> upper(word);
                        case 11 -> "C:\\a\\b";
                        case 13 -> "50% \"off\"";
                        default -> word;
                    };
            return head + " " + (flavour == 5 || flavour == 9 ? upper(tail) : tail);
        }

        @Override
        boolean hasForm() {
            return false;
        }
    };

    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2021, 1, 1, 0, 0);
    private static final long DAYS = 2_000_000;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Words between spaces. */
    private final String names;

    TextStyle(String... names) {
        this.names = " " + String.join(" ", names) + " ";
    }

    abstract String write(String word, long index, String tail);

    /** Whether a text of another form would surprise the application, so that extremes are no use. */
    boolean hasForm() {
        return true;
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : upper(word.substring(0, 1)) + word.substring(1);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    static TextStyle of(ColumnForm form) {
        return switch (form) {
            case JSON -> JSON;
            case JSON_ARRAY -> JSON_ARRAY;
            case JSON_ARRAY_OF_TEXTS -> JSON_ARRAY_OF_TEXTS;
            case INTEGER -> DIGITS;
            case UUID -> UUID_TEXT;
            case DATE -> DAY;
            case TIMESTAMP -> DAY_AND_TIME;
            case TIMESTAMP_WITH_TIME_ZONE -> DAY_AND_TIME_WITH_OFFSET;
        };
    }

    static TextStyle of(String column) {
        List<String> parts = Arrays.asList(column.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"));
        String last = parts.isEmpty() ? "" : parts.get(parts.size() - 1);
        for (TextStyle style : values()) {
            if (!last.isEmpty() && style.names.contains(" " + last + " ")) {
                return style;
            }
        }
        return parts.contains("email") ? EMAIL : WORDS;
    }
}
