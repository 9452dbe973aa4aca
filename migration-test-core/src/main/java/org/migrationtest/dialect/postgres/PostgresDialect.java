package org.migrationtest.dialect.postgres;

import java.sql.SQLException;
import java.util.Optional;
import org.migrationtest.database.DataReader;
import org.migrationtest.database.Dialect;
import org.migrationtest.database.SchemaReader;
import org.migrationtest.database.SessionReader;
import org.migrationtest.database.TransactionRules;

/** PostgreSQL, 13 and newer. */
public final class PostgresDialect implements Dialect {
    @Override
    public String engine() {
        return "postgres";
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
