package org.migrationtest.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.schema.SchemaDifference;
import org.migrationtest.schema.SchemaSnapshot;

/** Every kind of change that a down script can forget is told, and what is no change is not told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SchemaMutationsContract {
    private final PostgresSchemaReader reader = new PostgresSchemaReader();
    private final String version;
    private final TestDatabase database;
    private final Connection connection;
    private final SchemaSnapshot before;
    private final Savepoint start;

    SchemaMutationsContract(String version) throws SQLException {
        this.version = version;
        database = TestServers.get(version).create("mutations");
        connection = database.connect();
        connection.setAutoCommit(false);
        execute(TestResource.text("base.sql"));
        before = reader.read(connection, Set.of());
        start = connection.setSavepoint();
    }

    @AfterAll
    void ends_where_it_began() throws SQLException {
        connection.rollback(start);
        SchemaSnapshot after = reader.read(connection, Set.of());
        connection.rollback();
        connection.close();
        database.close();
        assertThat(before.differenceTo(after).changes())
                .as("after every mutation was rolled back")
                .isEmpty();
    }

    @BeforeAll
    void is_repeatable() throws SQLException {
        assertThat(reader.read(connection, Set.of())).isEqualTo(before);
    }

    @Test
    void there_are_many_mutations() {
        assertThat(mutations()).hasSizeGreaterThan(220);
    }

    @TestFactory
    Stream<DynamicTest> tells_of() {
        return mutations().stream()
                .map(mutation -> DynamicTest.dynamicTest(mutation.title(), () -> assertTold(mutation)));
    }

    private List<SchemaMutation> mutations() {
        int major = Integer.parseInt(version.substring(version.indexOf(':') + 1));
        return SchemaMutation.parse(TestResource.text("mutations.sql").replace("{user}", database.user())).stream()
                .filter(mutation -> mutation.since() <= major)
                .toList();
    }

    private void assertTold(SchemaMutation mutation) throws SQLException {
        connection.rollback(start);
        execute(mutation.sql());
        SchemaDifference difference = before.differenceTo(reader.read(connection, Set.of()));
        if (mutation.expected().equals(SchemaMutation.NOTHING)) {
            assertThat(difference.changes()).isEmpty();
        } else if (mutation.expected().equals(SchemaMutation.ORDER_ONLY)) {
            assertThat(difference.isOrderOnly()).as("%s", difference).isTrue();
        } else {
            assertThat(ChangeText.lines(difference)).containsAll(mutation.expected());
            assertThat(mutation.expected()).isNotEmpty();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
