package org.migrationtest.datagen.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.migrationtest.datagen.value.Domain;

/**
 * The texts a simple regular expression matches, numbered: literals, classes, groups, alternatives and counts. Look-around,
 * back references, word boundaries and classes by name other than {@code d w s} are not read.
 */
final class PatternLanguage {
    private static final int MORE = 8;
    private static final String WORD = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final String pattern;
    private int next;

    private PatternLanguage(String pattern) {
        this.pattern = pattern;
    }

    /** The texts; empty if the pattern is not a simple one. */
    static Optional<Domain> of(String pattern) {
        PatternLanguage reader = new PatternLanguage(pattern);
        try {
            Domain texts = reader.alternatives();
            return reader.next == pattern.length() ? Optional.of(texts) : Optional.empty();
        } catch (StringIndexOutOfBoundsException | UnsupportedOperationException | NumberFormatException notSimple) {
            return Optional.empty();
        }
    }

    private Domain alternatives() {
        List<Domain> branches = new ArrayList<>(List.of(sequence()));
        while (accept('|')) {
            branches.add(sequence());
        }
        return branches.size() == 1 ? branches.get(0) : union(branches);
    }

    private Domain sequence() {
        Domain whole = constant("");
        while (next < pattern.length() && peek() != '|' && peek() != ')') {
            if (!accept('^') && !accept('$')) {
                Domain atom = atom();
                whole = product(whole, counted(atom));
            }
        }
        return whole;
    }

    private Domain atom() {
        char c = take();
        return switch (c) {
            case '(' -> group();
            case '[' -> characters(bracket());
            case '.' -> characters(WORD);
            case '\\' -> escape(take());
            case '*', '+', '?', '{' -> throw new UnsupportedOperationException();
            default -> constant(String.valueOf(c));
        };
    }

    private Domain group() {
        if (accept('?') && !accept(':')) {
            throw new UnsupportedOperationException();
        }
        Domain inner = alternatives();
        if (take() != ')') {
            throw new UnsupportedOperationException();
        }
        return inner;
    }

    private static Domain escape(char c) {
        return switch (c) {
            case 'd' -> characters("0123456789");
            case 'w' -> characters(WORD);
            case 's' -> constant(" ");
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new UnsupportedOperationException();
                }
                yield constant(String.valueOf(c));
            }
        };
    }

    private String bracket() {
        boolean except = accept('^');
        StringBuilder members = new StringBuilder();
        do {
            char from = take();
            if (from == '[' && peek() == ':') {
                members.append(named());
            } else if (from == '\\') {
                char escaped = take();
                members.append(
                        switch (escaped) {
                            case 'd' -> "0123456789";
                            case 'w' -> WORD;
                            case 's' -> " ";
                            default -> String.valueOf(escaped);
                        });
            } else if (peek() == '-' && pattern.charAt(next + 1) != ']') {
                take();
                char to = take();
                for (char c = from; c <= to && members.length() < 200; c++) {
                    members.append(c);
                }
            } else {
                members.append(from);
            }
        } while (peek() != ']');
        take();
        if (!except) {
            return members.toString();
        }
        String rest = WORD.chars()
                .filter(c -> members.indexOf(String.valueOf((char) c)) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return rest.isEmpty() ? "_" : rest;
    }

    private String named() {
        int end = pattern.indexOf(":]", next);
        String name = pattern.substring(next + 1, end);
        next = end + 2;
        return switch (name) {
            case "alpha", "lower" -> "abcdefghijklmnopqrstuvwxyz";
            case "upper" -> "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            case "digit" -> "0123456789";
            case "alnum", "xdigit" -> "abcdef0123456789";
            case "space" -> " ";
            default -> throw new UnsupportedOperationException();
        };
    }

    private Domain counted(Domain atom) {
        if (next == pattern.length()) {
            return atom;
        }
        int least = 1;
        int most = 1;
        if (accept('*')) {
            least = 0;
            most = MORE;
        } else if (accept('+')) {
            most = MORE;
        } else if (accept('?')) {
            least = 0;
        } else if (accept('{')) {
            String[] bounds =
                    pattern.substring(next, pattern.indexOf('}', next)).split(",", -1);
            next = pattern.indexOf('}', next) + 1;
            least = Integer.parseInt(bounds[0]);
            most = bounds.length == 1 ? least : bounds[1].isEmpty() ? least + MORE : Integer.parseInt(bounds[1]);
        }
        accept('?');
        return repeated(atom, least, Math.min(most, least + 2 * MORE));
    }

    private static Domain repeated(Domain atom, int least, int most) {
        if (least == 1 && most == 1) {
            return atom;
        }
        List<Domain> lengths = new ArrayList<>();
        Domain power = constant("");
        for (int count = 0; count <= most; count++) {
            if (count >= least) {
                lengths.add(power);
            }
            power = product(power, atom);
        }
        // The longest first: it has room for the most rows.
        java.util.Collections.reverse(lengths);
        return union(lengths);
    }

    private boolean accept(char c) {
        boolean is = next < pattern.length() && peek() == c;
        next += is ? 1 : 0;
        return is;
    }

    private char peek() {
        return pattern.charAt(next);
    }

    private char take() {
        return pattern.charAt(next++);
    }

    private static Domain constant(String text) {
        return Domain.of(1, index -> text);
    }

    private static Domain characters(String members) {
        List<String> distinct =
                members.chars().distinct().mapToObj(Character::toString).toList();
        return Domain.of(distinct.size(), index -> distinct.get((int) index));
    }

    private static Domain product(Domain left, Domain right) {
        long size = left.size() > Domain.ENDLESS / right.size() ? Domain.ENDLESS : left.size() * right.size();
        LongFunction<String> at = index -> left.at(index / right.size()) + right.at(index % right.size());
        return Domain.of(size, at);
    }

    private static Domain union(List<Domain> parts) {
        long size = parts.stream().mapToLong(Domain::size).reduce(0, (a, b) -> Math.min(Domain.ENDLESS, a + b));
        return Domain.of(size, index -> {
            long rest = index;
            for (Domain part : parts) {
                if (rest < part.size()) {
                    return part.at(rest);
                }
                rest -= part.size();
            }
            throw new IllegalArgumentException(index + " is not below " + size);
        });
    }
}
