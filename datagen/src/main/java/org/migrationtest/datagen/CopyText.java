package org.migrationtest.datagen;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Sql;
import org.migrationtest.datagen.catalog.Table;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Streams rows by COPY; memory does not grow with the rows. */
final class CopyText {
    private static final int FLUSH = 1 << 16;

    private CopyText() {}

    /** Loads all rows of the plan, or none. Returns how many. */
    static long load(Connection connection, Table table, RowPlan plan) throws SQLException {
        String columns = plan.columns().stream().map(Sql::name).collect(Collectors.joining(", "));
        String sql = "copy " + Sql.name(table.name()) + " (" + columns + ") from stdin (encoding 'UTF8')";
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            StringBuilder text = new StringBuilder(FLUSH + 4096);
            for (long row = 0; row < plan.rows(); row++) {
                append(text, plan.usual(row));
                if (text.length() >= FLUSH) {
                    write(copy, text);
                }
            }
            write(copy, text);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(CopyIn copy, StringBuilder text) throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    private static void append(StringBuilder text, @Nullable String[] row) {
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            String value = row[i];
            if (value == null) {
                text.append("\\N");
            } else {
                escape(text, value);
            }
        }
        text.append('\n');
    }

    private static void escape(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }
}
