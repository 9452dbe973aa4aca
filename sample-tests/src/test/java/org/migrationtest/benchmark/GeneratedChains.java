package org.migrationtest.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes Flyway chains, each migration with its undo script, of any length or over any number of rows. */
final class GeneratedChains {
    private GeneratedChains() {}

    /** A schema that grows as an application's does: tables with keys and references, columns, indexes, views. */
    static MeasuredChain growing(Path folder, int length, long rows) throws IOException {
        Files.createDirectories(folder);
        for (int at = 0; at < length; at++) {
            int table = at / 5;
            switch (at % 5) {
                case 0 -> write(folder, at, table(table), "DROP TABLE t%d".formatted(table));
                case 1 ->
                    write(
                            folder,
                            at,
                            "ALTER TABLE t%d ADD COLUMN note text".formatted(table),
                            "ALTER TABLE t%d DROP COLUMN note".formatted(table));
                case 2 ->
                    write(
                            folder,
                            at,
                            "CREATE INDEX t%1$d_by_name ON t%1$d (name)".formatted(table),
                            "DROP INDEX t%d_by_name".formatted(table));
                case 3 ->
                    write(
                            folder,
                            at,
                            "CREATE VIEW v%1$d AS SELECT id, name FROM t%1$d WHERE amount > 0".formatted(table),
                            "DROP VIEW v%d".formatted(table));
                default ->
                    write(
                            folder,
                            at,
                            "ALTER TABLE t%1$d ADD COLUMN label text; UPDATE t%1$d SET label = upper(name)"
                                    .formatted(table),
                            "ALTER TABLE t%d DROP COLUMN label".formatted(table));
            }
        }
        return new MeasuredChain("growing schema", "flyway", "filesystem:" + folder, rows);
    }

    private static String table(int number) {
        String parent = number == 0 ? "" : ", parent_id bigint REFERENCES t%d (id)".formatted(number - 1);
        return "CREATE TABLE t%d (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL,"
                        .formatted(number)
                + " code varchar(20) UNIQUE, amount numeric(10, 2) NOT NULL DEFAULT 0,"
                + " created timestamptz NOT NULL DEFAULT now()" + parent + ")";
    }

    /** One table whose every row is written again by each migration, on its way up and on half of the ways down. */
    static MeasuredChain overManyRows(Path folder, int length, long rows) throws IOException {
        Files.createDirectories(folder);
        write(
                folder,
                0,
                "CREATE TABLE items (id bigint PRIMARY KEY, name text NOT NULL, price bigint NOT NULL);"
                        + " INSERT INTO items SELECT n, 'item ' || n, n %% 1000 FROM generate_series(1, %d) n"
                                .formatted(rows),
                "DROP TABLE items");
        for (int at = 1; at < length; at++) {
            if (at % 2 == 1) {
                write(
                        folder,
                        at,
                        "ALTER TABLE items ADD COLUMN c%1$d text; UPDATE items SET c%1$d = upper(name)".formatted(at),
                        "ALTER TABLE items DROP COLUMN c%d".formatted(at));
            } else {
                write(folder, at, "UPDATE items SET price = price # 1", "UPDATE items SET price = price # 1");
            }
        }
        return new MeasuredChain("%,d rows written by each".formatted(rows), "flyway", "filesystem:" + folder, 0);
    }

    private static void write(Path folder, int at, String up, String down) throws IOException {
        Files.writeString(folder.resolve("V%d__step.sql".formatted(at + 1)), up + ";\n");
        Files.writeString(folder.resolve("U%d__step.sql".formatted(at + 1)), down + ";\n");
    }
}
