package org.migrationtest.benchmark;

/**
 * A chain of migrations to measure.
 *
 * @param name for the heading of its figures
 * @param source {@code flyway}, {@code liquibase} or {@code sql}
 * @param location where its migrations are
 * @param rows generated rows a table, in the bare runs as in the framework's
 */
record MeasuredChain(String name, String source, String location, long rows) {}
