package org.migrationtest.sql;

/** How a piece of a script can be run. */
public enum StatementKind {
    /** Plain SQL. */
    SQL,
    /** {@code COPY … FROM STDIN} with its data in the script. */
    COPY_DATA,
    /** A backslash line, which psql itself carries out and no server understands. */
    META_COMMAND
}
