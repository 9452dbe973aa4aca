package org.migrationtest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.ExternalServer;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;

/** Reads {@code migrationtest.*} properties. {@code docs/reference.md} lists them. */
final class CheckProperties {
    private static final String PREFIX = PropertyNames.PREFIX;

    private final Map<String, String> properties = new HashMap<>();

    /**
     * @param properties all properties there are; those of others are ignored
     * @throws IllegalArgumentException if one has our prefix and no meaning; the message names the one that was meant, or
     *     lists all
     */
    CheckProperties(Map<String, String> properties) {
        properties.forEach((name, value) -> {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                this.properties.put(PropertyNames.known(name), value.strip());
            }
        });
    }

    /** Replaces everything that a property sets. */
    void change(SettingsDraft draft) {
        draft.source = text("source").or(() -> draft.source);
        draft.locations = list("locations", draft.locations);
        draft.options.putAll(family("option."));
        draft.databases = list("databases", draft.databases);
        draft.database = database(draft.database);
        draft.rows = count("rows", draft.rows, Long.MAX_VALUE);
        draft.seed = parsed("seed", draft.seed, "a whole number", CheckProperties::number);
        draft.exerciseRows = (int) count("exerciseRows", draft.exerciseRows, Integer.MAX_VALUE);
        draft.timeLimit = duration("timeLimit", draft.timeLimit);
        draft.selection = selection(draft.selection);
        draft.groups = groups(draft.groups);
        draft.wholeChain = truth("wholeChain", draft.wholeChain);
        draft.severities.putAll(severities());
        draft.allowances.addAll(allowances());
        draft.report = text("report").map(Path::of).orElse(draft.report);
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(properties.get(name)).filter(value -> !value.isEmpty());
    }

    private <T> T parsed(String name, T given, String form, Function<String, T> parser) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return given;
        }
        try {
            return parser.apply(value.get());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "Property " + PREFIX + name + " is '" + value.get() + "', expected " + form + ".", e);
        }
    }

    private long count(String name, long given, long most) {
        return parsed(name, given, "a whole number from 0 to " + most, value -> {
            long number = number(value);
            if (number < 0 || number > most) {
                throw new IllegalArgumentException(value);
            }
            return number;
        });
    }

    private static long number(String value) {
        return Long.parseLong(value.replace("_", ""));
    }

    private boolean truth(String name, boolean given) {
        return parsed(name, given, "true or false", value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        });
    }

    private Duration duration(String name, Duration given) {
        return parsed(name, given, "a time such as 90s or 5m", value -> {
            Duration duration = Duration.parse("PT" + value);
            if (duration.toMillis() <= 0) {
                throw new IllegalArgumentException(value);
            }
            return duration;
        });
    }

    private List<String> list(String name, List<String> given) {
        return text(name).map(CheckProperties::split).orElse(given);
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private Map<String, String> family(String prefix) {
        Map<String, String> members = new HashMap<>();
        properties.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                members.put(name.substring(prefix.length()), value);
            }
        });
        return members;
    }

    private DatabaseSettings database(DatabaseSettings given) {
        boolean allowed = truth("external.allowed", false);
        Optional<ExternalServer> external = text("external.url")
                .map(url -> new ExternalServer(
                        url,
                        text("external.user").orElse(""),
                        properties.getOrDefault("external.password", ""),
                        allowed));
        return new DatabaseSettings(
                text("provider").orElse(given.provider()),
                text("embedded.cache").map(Path::of).or(given::cache),
                text("embedded.data").map(Path::of).or(given::data),
                text("embedded.repository").or(given::repository),
                external.or(given::external));
    }

    private Selection selection(Selection given) {
        Set<String> only = new HashSet<>(list("only", List.copyOf(given.only())));
        return new Selection(
                text("from").or(given::from),
                only,
                (int) count("latest", given.latest(), Integer.MAX_VALUE),
                text("since").or(given::since));
    }

    private List<List<String>> groups(List<List<String>> given) {
        return text("groups")
                .map(value -> Arrays.stream(value.split(";"))
                        .map(CheckProperties::split)
                        .filter(group -> !group.isEmpty())
                        .toList())
                .orElse(given);
    }

    private Map<RuleId, Severity> severities() {
        Map<RuleId, Severity> severities = new HashMap<>();
        text("missingDown").ifPresent(ignored -> severities.put(new RuleId("no-down"), severity("missingDown")));
        family("severity.").keySet().forEach(rule -> {
            String name = "severity." + rule;
            severities.put(KnownRules.named(rule, "the property " + PREFIX + name), severity(name));
        });
        return severities;
    }

    private Severity severity(String name) {
        return parsed(name, Severity.ERROR, "fail or report", value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "fail" -> Severity.ERROR;
            case "report" -> Severity.WARNING;
            default -> throw new IllegalArgumentException(value);
        });
    }

    private List<Allowance> allowances() {
        List<Allowance> allowances = new ArrayList<>();
        reasons("irreversible.")
                .forEach((migration, reason) -> allowances.add(Allowance.irreversible(migration, reason)));
        reasons("intendedLoss.")
                .forEach((migration, reason) -> allowances.add(Allowance.intendedLoss(migration, reason)));
        return allowances;
    }

    private Map<String, String> reasons(String prefix) {
        Map<String, String> reasons = family(prefix);
        reasons.forEach((migration, reason) -> {
            if (reason.isEmpty()) {
                throw new IllegalArgumentException("Property " + PREFIX + prefix + migration
                        + " is empty, expected the reason why it is intended; the report shows it.");
            }
        });
        return reasons;
    }
}
