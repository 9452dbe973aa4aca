package org.migrationtest.dialect.postgres;

import java.sql.SQLException;

/** On the oldest major version that is supported. */
final class SchemaMutationsOnOldestPostgresTest extends SchemaMutationsContract {
    SchemaMutationsOnOldestPostgresTest() throws SQLException {
        super(TestServers.OLDEST);
    }
}
