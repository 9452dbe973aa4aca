package org.migrationtest.junit.assertion;

import org.migrationtest.TableRows;
import org.migrationtest.schema.SchemaSnapshot;

/** Where AssertJ's assertions on databases begin; a static import of it goes with that of AssertJ's own. */
public final class DatabaseAssertions {
    private DatabaseAssertions() {}

    /** Begins an assertion on a table: {@code assertThat(run.table("customers"))}. */
    public static TableAssert assertThat(TableRows table) {
        return new TableAssert(table);
    }

    /** Begins an assertion on the schema: {@code assertThat(run.schema())}. */
    public static SchemaAssert assertThat(SchemaSnapshot schema) {
        return new SchemaAssert(schema);
    }
}
