package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.Locale;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Gives every product a readable name for its web address, by rules that SQL does not have. */
public final class V20__Slugs extends BaseJavaMigration {
    private static final int BATCH = 500;

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE products ADD COLUMN slug text");
            fill(connection, statement);
            statement.execute("ALTER TABLE products ALTER COLUMN slug SET NOT NULL,"
                    + " ADD CONSTRAINT products_slug_key UNIQUE (slug)");
        }
    }

    private static void fill(Connection connection, Statement statement) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE products SET slug = ? WHERE id = ?");
                ResultSet products = statement.executeQuery("SELECT id, title FROM products ORDER BY id")) {
            int waiting = 0;
            while (products.next()) {
                long id = products.getLong("id");
                update.setString(1, slug(products.getString("title"), id));
                update.setLong(2, id);
                update.addBatch();
                waiting++;
                if (waiting == BATCH) {
                    update.executeBatch();
                    waiting = 0;
                }
            }
            update.executeBatch();
        }
    }

    private static String slug(String title, long id) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        String words = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-");
        return words + "-" + id;
    }
}
