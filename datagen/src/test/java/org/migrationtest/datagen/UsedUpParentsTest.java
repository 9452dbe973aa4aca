package org.migrationtest.datagen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationtest.datagen.Databases.execute;
import static org.migrationtest.datagen.Databases.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationtest.database.TestDatabase;
import org.migrationtest.schema.TableName;

final class UsedUpParentsTest {
    private final TestDatabase database = Databases.create();
    private final Connection connection;

    UsedUpParentsTest() throws SQLException {
        connection = database.connect();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "parent_id uuid not null unique references parent",
                "parent_id uuid primary key references parent, note text",
                "id serial primary key, parent_id uuid unique references parent, note text",
                "parent_id uuid not null references parent, kind text not null check (kind = 'only'),"
                        + " unique (kind, parent_id)",
                "parent_id uuid not null references parent, sure boolean not null check (sure), unique (parent_id, sure)",
                "parent_id uuid not null references parent, number integer not null references other,"
                        + " unique (parent_id), unique (number)",
                "parent_id uuid not null, tenant integer not null, note text,"
                        + " foreign key (parent_id, tenant) references parent (id, tenant), unique (tenant, parent_id)",
                "parent_id uuid not null references parent, extra uuid not null references parent, unique (parent_id)",
                "parent_id uuid not null references parent, ended timestamptz,"
                        + " exclude (parent_id with =) where (ended is null or true)",
            })
    void rows_that_refer_once_use_the_parents_added_with_them(String columns) throws SQLException {
        execute(connection, "create table parent (id uuid primary key, tenant integer not null, unique (id, tenant))");
        execute(connection, "create table other (number integer primary key)");
        execute(connection, "create table child (" + columns + ")");
        Set<TableName> tables = Set.of(table("parent"), table("other"), table("child"));
        assertThat(new PostgresSeeder()
                        .fill(connection, Databases.volume(tables, 100))
                        .rows())
                .containsEntry(table("child"), 100L);
        assertThat(new PostgresSeeder()
                        .fill(connection, Databases.exercise(tables, 3))
                        .rows())
                .containsEntry(table("parent"), 3L)
                .containsEntry(table("child"), 3L);
    }
}
