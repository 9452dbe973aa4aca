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
import java.util.stream.Collectors;
import org.migrationtest.database.DatabaseSettings;
import org.migrationtest.database.ExternalServer;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;

/** Reads {@code migrationtest.*} properties. {@code docs/reference.md} lists them. */
final class CheckProperties {
    /** How every property's name begins. */
    static final String PREFIX = "migrationtest.";

    private static final Set<String> NAMES = Set.of(
            "source",
            "locations",
            "databases",
            "provider",
            "embedded.cache",
            "embedded.data",
            "embedded.repository",
            "external.url",
            "external.user",
            "external.password",
            "external.allowed",
            "rows",
            "seed",
            "exerciseRows",
            "timeLimit",
            "from",
            "only",
            "latest",
            "since",
            "groups",
            "wholeChain",
            "missingDown",
            "report");
    private static final List<String> FAMILIES = List.of("option.", "severity.", "irreversible.", "intendedLoss.");

    private final Map<String, String> properties = new HashMap<>();

    /**
     * @param properties all properties there are; those of others are ignored
     * @throws IllegalArgumentException if one has our prefix and no meaning; the message lists those that have
     */
    CheckProperties(Map<String, String> properties) {
        properties.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                this.properties.put(known(name.substring(PREFIX.length())), value.strip());
            }
        });
    }

    private static String known(String name) {
        if (!NAMES.contains(name) && FAMILIES.stream().noneMatch(name::startsWith)) {
            throw new IllegalArgumentException("There is no property '" + PREFIX + name + "'. The properties are "
                    + NAMES.stream().sorted().map(PREFIX::concat).collect(Collectors.joining(", "))
                    + ", and those that begin with "
                    + FAMILIES.stream().map(PREFIX::concat).collect(Collectors.joining(", ")) + ".");
        }
        return name;
    }

    /** Every property that is one, not a family. */
    static Set<String> names() {
        return NAMES.stream().map(PREFIX::concat).collect(Collectors.toUnmodifiableSet());
    }

    /** Replaces everything that a property sets. */
    void change(SettingsDraft draft) {
        draft.source = text("source").or(() -> draft.source);
        draft.locations = list("locations", draft.locations);
        draft.options.putAll(family("option."));
        draft.databases = list("databases", draft.databases);
        draft.database = database(draft.database);
        draft.rows = number("rows", draft.rows);
        draft.seed = number("seed", draft.seed);
        draft.exerciseRows = (int) number("exerciseRows", draft.exerciseRows);
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

    private long number(String name, long given) {
        return parsed(name, given, "a whole number", value -> Long.parseLong(value.replace("_", "")));
    }

    private boolean truth(String name, boolean given) {
        return parsed(name, given, "true or false", value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        });
    }

    private Duration duration(String name, Duration given) {
        return parsed(name, given, "a time such as 90s or 5m", value -> Duration.parse("PT" + value));
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
        Optional<ExternalServer> external = text("external.url")
                .map(url -> new ExternalServer(
                        url,
                        text("external.user").orElse(""),
                        properties.getOrDefault("external.password", ""),
                        truth("external.allowed", false)));
        return new DatabaseSettings(
                text("provider").orElse(given.provider()),
                text("embedded.cache").map(Path::of).or(given::cache),
                external.or(given::external));
    }

    private Selection selection(Selection given) {
        Set<String> only = new HashSet<>(list("only", List.copyOf(given.only())));
        return new Selection(
                text("from").or(given::from),
                only,
                (int) number("latest", given.latest()),
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
        family("severity.").keySet().forEach(rule -> severities.put(new RuleId(rule), severity("severity." + rule)));
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
        family("irreversible.")
                .forEach((migration, reason) -> allowances.add(Allowance.irreversible(migration, reason)));
        family("intendedLoss.")
                .forEach((migration, reason) -> allowances.add(Allowance.intendedLoss(migration, reason)));
        return allowances;
    }
}
