package org.migrationtest.sql;

/** What a statement takes the values of a column for. */
public enum ColumnUse {
    JSON,
    INTEGER,
    UUID,
    DATE,
    TIMESTAMP,
    TIMESTAMP_WITH_TIME_ZONE,
    /** A JSON array whose elements are read as JSON. */
    JSON_ARRAY,
    /** A JSON array whose elements are read as text. */
    JSON_ARRAY_OF_TEXTS,
    JSON_OBJECT,
    /** It asks first whether the value has the form that it needs. */
    ASKED_ABOUT
}
