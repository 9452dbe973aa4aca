package org.migrationtest.report;

import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.Severity;
import org.migrationtest.rule.Verdict;

/**
 * Results in the XML that build servers read. There is one besides the build tool's own because Surefire cuts the names
 * of migrations down to a number.
 */
public final class JUnitXml {
    private JUnitXml() {}

    /** One test case: a migration on a database. */
    private record Case(String name, Duration time, String failure, String skipped) {}

    /**
     * The report as an XML document: a {@code testsuite} a run, a {@code testcase} a chosen migration.
     *
     * @param suite what the suites' names begin with; usually the test class
     */
    public static String of(String suite, CheckReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (RunResult run : report.runs()) {
                suite(xml, suite, " [" + run.database().requested() + "]", cases(run));
            }
            if (!report.problems().isEmpty()) {
                suite(xml, suite, " [problems]", problems(report));
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text cannot be written to", e);
        }
        return text.toString();
    }

    private static List<Case> cases(RunResult run) {
        String engine = run.database().requested() + " › ";
        List<Case> cases = new ArrayList<>();
        for (MigrationResult result : run.migrations()) {
            if (result.verdict() != Verdict.NOT_CHOSEN) {
                boolean skipped = result.verdict() == Verdict.NOT_RUN;
                cases.add(new Case(
                        engine + result.group().label(),
                        duration(result),
                        failing(result.findings()),
                        skipped ? result.note() : ""));
            }
        }
        run.chain()
                .map(chain -> new Case(
                        engine + Finding.WHOLE_CHAIN, chain.evidence().duration(), failing(chain.findings()), ""))
                .ifPresent(cases::add);
        String left = run.untested().orElse("");
        String failing = failing(run.findings());
        String failure = left.isEmpty() || failing.isEmpty() ? left + failing : left + "\n\n" + failing;
        cases.add(new Case(engine + RunResult.EVERYTHING_TESTED, Duration.ZERO, failure, ""));
        return cases;
    }

    private static List<Case> problems(CheckReport report) {
        List<Case> cases = new ArrayList<>();
        for (String problem : report.problems()) {
            cases.add(new Case("problem " + (cases.size() + 1), Duration.ZERO, problem, ""));
        }
        return cases;
    }

    private static String failing(List<Finding> findings) {
        return FindingText.of(findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList());
    }

    private static Duration duration(MigrationResult result) {
        return result.evidence().stream()
                .flatMap(evidence -> evidence.steps().stream())
                .map(StepEvidence::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void suite(XMLStreamWriter xml, String className, String suffix, List<Case> cases)
            throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", legal(className + suffix));
        xml.writeAttribute("tests", Integer.toString(cases.size()));
        xml.writeAttribute("failures", count(cases, each -> !each.failure().isEmpty()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", count(cases, each -> !each.skipped().isEmpty()));
        xml.writeAttribute("time", seconds(cases.stream().map(Case::time).reduce(Duration.ZERO, Duration::plus)));
        for (Case each : cases) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", legal(className));
            xml.writeAttribute("name", legal(each.name()));
            xml.writeAttribute("time", seconds(each.time()));
            outcome(xml, each);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void outcome(XMLStreamWriter xml, Case each) throws XMLStreamException {
        if (!each.failure().isEmpty()) {
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message", legal(each.failure().lines().findFirst().orElse("")));
            xml.writeCharacters(legal(each.failure()));
            xml.writeEndElement();
        } else if (!each.skipped().isEmpty()) {
            xml.writeEmptyElement("skipped");
            xml.writeAttribute("message", legal(each.skipped()));
        }
    }

    private static String count(List<Case> cases, Predicate<Case> which) {
        return Long.toString(cases.stream().filter(which).count());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    /** XML 1.0 has no way to write most control characters, and rows may hold any; section 2.2 of its specification. */
    private static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
