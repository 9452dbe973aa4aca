package org.migrationtest.schema;

import java.util.Locale;

/** The kind of a schema object, as the field's engines name them. */
public enum ObjectKind {
    SCHEMA,
    EXTENSION,
    TABLE,
    COLUMN,
    CONSTRAINT,
    INDEX,
    SEQUENCE,
    VIEW,
    MATERIALIZED_VIEW,
    FUNCTION,
    PROCEDURE,
    AGGREGATE,
    TRIGGER,
    EVENT_TRIGGER,
    RULE,
    POLICY,
    ENUM_TYPE,
    DOMAIN,
    COMPOSITE_TYPE,
    RANGE_TYPE,
    BASE_TYPE,
    COLLATION,
    CONVERSION,
    OPERATOR,
    OPERATOR_CLASS,
    OPERATOR_FAMILY,
    CAST,
    TRANSFORM,
    ACCESS_METHOD,
    LANGUAGE,
    STATISTICS,
    TEXT_SEARCH_CONFIGURATION,
    TEXT_SEARCH_DICTIONARY,
    TEXT_SEARCH_PARSER,
    TEXT_SEARCH_TEMPLATE,
    FOREIGN_DATA_WRAPPER,
    FOREIGN_SERVER,
    USER_MAPPING,
    PUBLICATION,
    SUBSCRIPTION,
    DEFAULT_PRIVILEGES,
    LARGE_OBJECT,
    DATABASE,
    /** Lives outside the database, on the server; a clone of the database does not isolate it. */
    ROLE;

    /** The kind in words, lower case: {@code materialized view}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
