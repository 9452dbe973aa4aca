package org.migrationtest.source.flyway.code;

/** Named like a migration, but none. */
public final class V9__Without_flyway {}
