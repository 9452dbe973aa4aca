package org.migrationtest.report;

import java.util.List;
import java.util.stream.Collectors;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;

/** A finding as a person reads it: what broke in the first line, then where, the evidence, why it matters, what to do. */
public final class FindingText {
    private static final int MAX_STATEMENT = 600;

    private FindingText() {}

    /** The finding as text of several lines, without a line break at the end. */
    public static String of(Finding finding) {
        StringBuilder text = new StringBuilder(finding.firstLine());
        finding.location().ifPresent(where -> line(text, "  at       ", where.toString()));
        finding.statement().ifPresent(sql -> line(text, "  statement", " " + shorten(sql)));
        for (String evidence : finding.evidence()) {
            line(text, "  -", " " + evidence);
        }
        line(text, "  effect  ", " " + finding.effect());
        if (finding.severity() == Severity.ALLOWED) {
            line(text, "  allowed ", " because " + finding.allowance());
        } else {
            line(text, "  safe way", " " + finding.safeWay());
            line(text, "  rule    ", " " + finding.rule() + howToAllow(finding));
        }
        return text.toString();
    }

    /** Several findings, an empty line between two. */
    public static String of(List<Finding> findings) {
        return findings.stream().map(FindingText::of).collect(Collectors.joining("\n\n"));
    }

    private static String howToAllow(Finding finding) {
        if (finding.severity() == Severity.WARNING) {
            return ", a warning";
        }
        boolean ofOneMigration =
                finding.step().isPresent() && !finding.migration().equals(Finding.WHOLE_CHAIN);
        return ofOneMigration
                ? "; to allow it on purpose: @Allow(migration = \"" + finding.migration() + "\", rule = \""
                        + finding.rule() + "\", because = \"…\")"
                : "; to only report it: migrationtest.severity." + finding.rule() + "=report";
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append('\n').append(label).append(value.replace("\n", "\n    "));
    }

    private static String shorten(String sql) {
        String text = sql.strip();
        return text.length() <= MAX_STATEMENT ? text : text.substring(0, MAX_STATEMENT) + " …";
    }
}
