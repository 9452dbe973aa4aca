package org.migrationtest.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationtest.sql.SqlSplitter;
import org.migrationtest.sql.SqlStatement;

/** Every way in which the shop's ways back are broken. */
final class Faults {
    /** What a way back can break that is written by hand and lacks a statement. */
    private static final Set<String> INCOMPLETE =
            Set.of("schema-not-restored", "rows-not-restored", "down-fails", "down-fails-after-use");

    private static final Set<String> NOTHING = Set.of("down-does-nothing");
    private static final Set<String> SCHEMA = Set.of("schema-not-restored");
    private static final Set<String> ROWS = Set.of("rows-not-restored");

    private final Map<Integer, String> downs;
    private final List<Fault> faults = new ArrayList<>();

    private Faults(Map<Integer, String> downs) {
        this.downs = downs;
    }

    /** @param downs the correct ways back by version */
    static List<Fault> of(Map<Integer, String> downs) {
        Faults faults = new Faults(downs);
        downs.forEach(faults::lessAndLess);
        faults.byHand();
        return faults.faults;
    }

    /** Each statement left out in turn, and all of them. */
    private void lessAndLess(int version, String down) {
        List<SqlStatement> statements = SqlSplitter.split(down);
        faults.add(new Fault(version, "all forgotten", "-- nothing to do\n", NOTHING));
        faults.add(new Fault(version, "only the version moves", "SELECT 1;\n", NOTHING));
        if (statements.size() == 1) {
            return;
        }
        for (int left = 0; left < statements.size(); left++) {
            int out = left;
            String rest = IntStream.range(0, statements.size())
                    .filter(at -> at != out)
                    .mapToObj(at -> statements.get(at).text() + ";\n")
                    .collect(Collectors.joining());
            faults.add(new Fault(version, "forgotten: " + statements.get(out).text(), rest, INCOMPLETE));
        }
    }

    private void byHand() {
        replace(23, "index without its predicate", "(coupon) WHERE coupon IS NOT NULL", "(coupon)", SCHEMA);
        replace(23, "index on another column", "(coupon) WHERE", "(customer_id) WHERE", SCHEMA);
        replace(23, "trigger after instead of before", "BEFORE UPDATE", "AFTER UPDATE", SCHEMA);
        replace(22, "other comment", "'What the warehouse works on'", "'Work'", SCHEMA);
        replace(22, "grant to everybody", "TO shop_reporting", "TO PUBLIC", SCHEMA);
        replace(22, "view of more orders", "('new', 'paid')", "('new', 'paid', 'shipped')", SCHEMA);
        replace(9, "default forgotten", ",\n    ALTER COLUMN status SET DEFAULT 'new'", "", SCHEMA);
        replace(9, "other default", "SET DEFAULT 'new'", "SET DEFAULT 'paid'", SCHEMA);
        replace(9, "other order of enum values", "'paid', 'shipped')", "'shipped', 'paid')", SCHEMA);
        replace(8, "NOT NULL not given up", ",\n    ALTER COLUMN last_name DROP NOT NULL", "", SCHEMA);
        replace(11, "other type", "TYPE numeric(10, 2)", "TYPE numeric(12, 2)", SCHEMA);
        replace(11, "other amount", "price / 100.0", "price / 10.0", Set.of("rows-not-restored", "down-fails"));
        replace(11, "other check", "CHECK (price >= 0)", "CHECK (price > -1)", SCHEMA);
        replace(17, "validated at once", " NOT VALID", "", NOTHING);
        replace(21, "other collation", "varchar(40)", "varchar(40) COLLATE \"C\"", SCHEMA);
        append(5, "one row deleted", "DELETE FROM addresses WHERE id = (SELECT min(id) FROM addresses)", ROWS);
        append(
                7,
                "one value changed",
                "UPDATE customers SET phone = 'unknown' WHERE id = (SELECT min(id) FROM customers)",
                ROWS);
        append(
                18,
                "one value changed to NULL",
                "UPDATE products SET description = NULL WHERE id ="
                        + " (SELECT min(id) FROM products WHERE description IS NOT NULL)",
                ROWS);
        append(
                10,
                "one row too many",
                "INSERT INTO addresses (customer_id, street, city, postcode)"
                        + " SELECT min(id), '', '', '' FROM customers",
                ROWS);
        append(
                15,
                "an orphan left",
                "ALTER TABLE order_items DROP CONSTRAINT order_items_product_id_fkey;\n"
                        + "DELETE FROM products WHERE id = (SELECT min(product_id) FROM order_items);\n"
                        + "ALTER TABLE order_items ADD CONSTRAINT order_items_product_id_fkey"
                        + " FOREIGN KEY (product_id) REFERENCES products (id) NOT VALID",
                Set.of("rows-orphaned"));
        append(13, "a table left", "CREATE TABLE forgotten (id integer)", SCHEMA);
        append(16, "a role left", "CREATE ROLE shop_forgotten", SCHEMA);
    }

    private void replace(int version, String mistake, String right, String wrong, Set<String> rules) {
        String down = correct(version);
        if (!down.contains(right)) {
            throw new IllegalArgumentException("U" + version + " does not say " + right);
        }
        faults.add(new Fault(version, mistake, down.replace(right, wrong), rules));
    }

    private void append(int version, String mistake, String statements, Set<String> rules) {
        faults.add(new Fault(version, mistake, correct(version) + statements + ";\n", rules));
    }

    private String correct(int version) {
        String down = downs.get(version);
        if (down == null) {
            throw new IllegalArgumentException("there is no U" + version);
        }
        return down;
    }
}
