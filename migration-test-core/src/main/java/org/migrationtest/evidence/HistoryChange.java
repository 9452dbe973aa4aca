package org.migrationtest.evidence;

/**
 * What a step did to the tool's history table, read over JDBC.
 *
 * @param appliedBefore how many migrations it held before the step
 * @param appliedAfter how many after
 * @param containsAfter whether it then held the step's migration
 */
public record HistoryChange(long appliedBefore, long appliedAfter, boolean containsAfter) {}
