package org.migrationtest.dialect.postgres;

import java.sql.SQLException;

/** On the newest major version that is supported. */
final class SchemaMutationsOnNewestPostgresTest extends SchemaMutationsContract {
    SchemaMutationsOnNewestPostgresTest() throws SQLException {
        super(TestServers.NEWEST);
    }
}
