package org.migrationtest.datagen;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.migrationtest.datagen.catalog.Column;
import org.migrationtest.datagen.catalog.Sql;
import org.migrationtest.datagen.catalog.Table;

/** Moves sequences past the data, so that the application's next row does not meet ours. Never moves one back. */
final class Sequences {
    private Sequences() {}

    static void advance(Connection connection, List<Table> tables) throws SQLException {
        List<String> moves = new ArrayList<>();
        for (Table table : tables) {
            for (Column column : Existing.numbered(table)) {
                String sequence = column.sequence();
                if (sequence != null) {
                    moves.add("select setval(" + Sql.literal(sequence) + "::regclass, filled.highest) from"
                            + " (select max(" + Sql.name(column.name()) + ")::int8 as highest from "
                            + Sql.name(table.root()) + ") filled, " + sequence + " counter where filled.highest > 0"
                            + " and (filled.highest > counter.last_value"
                            + " or (filled.highest = counter.last_value and not counter.is_called))");
                }
            }
        }
        if (!moves.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(String.join(" union all ", moves));
            }
        }
    }
}
