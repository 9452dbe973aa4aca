package org.migrationtest.source.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.migrationtest.migration.Migration;
import org.migrationtest.migration.MigrationId;
import org.migrationtest.migration.WayBack;
import org.migrationtest.source.ScriptText;

/** A migration with what is run in either direction. */
record SqlMigration(Migration migration, SqlScript up, Optional<SqlScript> down) {
    /**
     * @param noWayBack what was looked for and not found, where there is no down
     */
    static SqlMigration of(String id, String label, SqlScript up, Optional<SqlScript> down, String noWayBack) {
        WayBack wayBack = down.<WayBack>map(script -> new WayBack.Written(script.location()))
                .orElseGet(() -> new WayBack.None(noWayBack));
        return new SqlMigration(
                new Migration(
                        new MigrationId(id), label, up.location(), wayBack, false, Optional.empty(), checksum(up)),
                up,
                down);
    }

    String id() {
        return migration.id().value();
    }

    ScriptText text() {
        return new ScriptText(up.text(), down.map(SqlScript::text).orElse(""));
    }

    private static String checksum(SqlScript script) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(script.transactional() ? (byte) 1 : (byte) 0);
            script.batches().forEach(batch -> digest.update(batch.text().getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
