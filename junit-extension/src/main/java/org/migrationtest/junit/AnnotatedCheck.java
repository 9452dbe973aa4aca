package org.migrationtest.junit;

import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.migrationtest.CheckSettings;
import org.migrationtest.MigrationCheck;
import org.migrationtest.Selection;
import org.migrationtest.finding.Allowance;
import org.migrationtest.finding.RuleId;
import org.migrationtest.finding.Severity;

/** The check that annotations and properties describe. */
final class AnnotatedCheck {
    private static final RuleId NO_DOWN = new RuleId("no-down");

    private AnnotatedCheck() {}

    static MigrationCheck of(ExtensionContext context) {
        MigrationCheck check = MigrationCheck.of(CheckSettings.defaults());
        for (AnnotatedElement element : elements(context)) {
            check = declared(single(check, element), element);
        }
        return check.properties(Properties.of(context));
    }

    /** The classes around the class, the class, the method: the nearer, the later. */
    private static Deque<AnnotatedElement> elements(ExtensionContext context) {
        Deque<AnnotatedElement> elements = new ArrayDeque<>();
        Optional<ExtensionContext> at = Optional.of(context);
        while (at.isPresent()) {
            at.get().getElement().filter(element -> !elements.contains(element)).ifPresent(elements::addFirst);
            at = at.get().getParent();
        }
        return elements;
    }

    private static MigrationCheck single(MigrationCheck given, AnnotatedElement element) {
        MigrationCheck check = given;
        check = with(check, element, MigrationTest.class, AnnotatedCheck::from);
        check = with(check, element, Databases.class, (so, it) -> so.databases(it.value()));
        check = with(check, element, Seed.class, (so, it) -> so.rows(it.rows()).seed(it.seed()));
        check = with(check, element, TimeLimit.class, (so, it) -> so.timeLimit(duration(it)));
        check = with(check, element, MissingDown.class, (so, it) -> so.severity(NO_DOWN, severity(it)));
        return with(check, element, RollbackRoundTrip.class, (so, it) -> so.select(selection(it))
                .wholeChain(it.wholeChain()));
    }

    private static MigrationCheck declared(MigrationCheck given, AnnotatedElement element) {
        MigrationCheck check = given;
        check = each(
                check,
                element,
                Irreversible.class,
                (so, it) -> so.allow(Allowance.irreversible(it.migration(), it.because())));
        check = each(
                check,
                element,
                IntendedLoss.class,
                (so, it) -> so.allow(Allowance.intendedLoss(it.migration(), it.because())));
        check = each(
                check,
                element,
                Allow.class,
                (so, it) -> so.allow(new Allowance(it.migration(), Set.of(rule(it)), it.because())));
        check = each(check, element, MigrationGroup.class, (so, it) -> so.group(it.value()));
        return each(check, element, ToolOption.class, (so, it) -> so.option(it.name(), it.value()));
    }

    private static <A extends java.lang.annotation.Annotation> MigrationCheck with(
            MigrationCheck check,
            AnnotatedElement element,
            Class<A> type,
            BiFunction<MigrationCheck, A, MigrationCheck> change) {
        return AnnotationSupport.findAnnotation(element, type)
                .map(annotation -> change.apply(check, annotation))
                .orElse(check);
    }

    private static <A extends java.lang.annotation.Annotation> MigrationCheck each(
            MigrationCheck given,
            AnnotatedElement element,
            Class<A> type,
            BiFunction<MigrationCheck, A, MigrationCheck> change) {
        MigrationCheck check = given;
        for (A annotation : AnnotationSupport.findRepeatableAnnotations(element, type)) {
            check = change.apply(check, annotation);
        }
        return check;
    }

    private static MigrationCheck from(MigrationCheck check, MigrationTest annotation) {
        MigrationCheck changed = annotation.source().isEmpty() ? check : check.source(annotation.source());
        return annotation.locations().length == 0 ? changed : changed.locations(annotation.locations());
    }

    private static Selection selection(RollbackRoundTrip annotation) {
        return new Selection(
                given(annotation.from()),
                Set.copyOf(List.of(annotation.only())),
                annotation.latest(),
                given(annotation.since()));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(value -> !value.isEmpty());
    }

    private static Severity severity(MissingDown annotation) {
        return annotation.value() == MissingDown.Means.REPORT ? Severity.WARNING : Severity.ERROR;
    }

    private static RuleId rule(Allow annotation) {
        try {
            return new RuleId(annotation.rule());
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    "@Allow(migration = \"" + annotation.migration() + "\", rule = \"" + annotation.rule()
                            + "\") names no rule; rules are lower-case words joined by hyphens, such as up-fails.",
                    e);
        }
    }

    private static Duration duration(TimeLimit annotation) {
        try {
            Duration duration = Duration.parse("PT" + annotation.value());
            if (duration.toMillis() > 0) {
                return duration;
            }
            throw noTime(annotation, null);
        } catch (DateTimeParseException e) {
            throw noTime(annotation, e);
        }
    }

    private static ExtensionConfigurationException noTime(TimeLimit annotation, @Nullable Throwable cause) {
        return new ExtensionConfigurationException(
                "@TimeLimit(\"" + annotation.value() + "\") is no time; write 90s, 5m or 1h.", cause);
    }
}
