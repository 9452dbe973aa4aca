package org.migrationtest.source;

/**
 * What a tool's history table says at one moment.
 *
 * @param applied how many migrations it holds as applied, in all
 * @param contains whether the one that was asked for is among them
 */
public record HistoryEntry(long applied, boolean contains) {}
