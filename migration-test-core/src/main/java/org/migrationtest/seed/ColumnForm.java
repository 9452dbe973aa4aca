package org.migrationtest.seed;

/** How the values of a column read, where its type alone allows more. */
public enum ColumnForm {
    /** Texts that are JSON. */
    JSON,
    /** JSON arrays of objects, in a column of JSON or of text. */
    JSON_ARRAY,
    /** JSON arrays of texts, in a column of JSON or of text. */
    JSON_ARRAY_OF_TEXTS,
    /** Texts that are whole numbers. */
    INTEGER,
    /** Texts that are UUIDs. */
    UUID,
    /** Texts that are days. */
    DATE,
    /** Texts that are a day and a time. */
    TIMESTAMP,
    /** Texts that are a day and a time with an offset. */
    TIMESTAMP_WITH_TIME_ZONE
}
