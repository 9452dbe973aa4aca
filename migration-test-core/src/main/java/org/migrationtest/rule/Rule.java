package org.migrationtest.rule;

import java.util.stream.Stream;
import org.migrationtest.evidence.RoundTripEvidence;
import org.migrationtest.finding.Finding;
import org.migrationtest.finding.RuleId;

/**
 * A rule about round trips: its words and a pure function. Found by {@link java.util.ServiceLoader}; implementations have
 * a public constructor without arguments and no state.
 */
public interface Rule {
    /** Its name, unique. */
    RuleId id();

    /** Why breaking it matters in production, in a sentence or two. */
    String effect();

    /** What to write instead, in a sentence or two. */
    String safeWay();

    /** Where the evidence breaks it. */
    Stream<Finding> judge(RoundTripEvidence evidence);
}
