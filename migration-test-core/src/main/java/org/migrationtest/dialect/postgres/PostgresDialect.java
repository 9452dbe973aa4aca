package org.migrationtest.dialect.postgres;

import java.sql.SQLException;
import java.util.Optional;
import org.migrationtest.database.DataReader;
import org.migrationtest.database.Dialect;
import org.migrationtest.database.SchemaReader;
import org.migrationtest.database.SessionReader;
import org.migrationtest.database.SupportedVersions;
import org.migrationtest.database.TransactionRules;

/** PostgreSQL. */
public final class PostgresDialect implements Dialect {
    @Override
    public String engine() {
        return "postgres";
    }

    /** From the one that brought regcollation, which the catalogue is read by, to the newest that was there to be tested. */
    @Override
    public SupportedVersions supportedVersions() {
        return new SupportedVersions(13, 18);
    }

    @Override
    public SchemaReader schemaReader() {
        return new PostgresSchemaReader();
    }

    @Override
    public DataReader dataReader() {
        return new PostgresDataReader();
    }

    @Override
    public SessionReader sessionReader() {
        return new PostgresSessionReader();
    }

    @Override
    public TransactionRules transactionRules() {
        return new PostgresTransactionRules();
    }

    @Override
    public Optional<String> whyTooOld(SQLException error, String statement, int major) {
        return NewerFeature.refused(error, statement, major);
    }
}
