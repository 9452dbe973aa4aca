package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.schema.ObjectChange;
import org.migrationtest.schema.ObjectKind;
import org.migrationtest.schema.SchemaDifference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Roles that a chain made. They live on the server, outlive the chain's databases, and the next chain on the same server
 * would meet them.
 */
final class LeftRoles {
    private static final Logger LOG = LoggerFactory.getLogger(LeftRoles.class);
    private static final Pattern ABOUT_ROLES = Pattern.compile("(?i)\\b(create|drop|alter)\\s+(role|user|group)\\b");

    private final List<StepEvidence> aboutRoles = new ArrayList<>();

    /** Remembers what the chain did. */
    void heard(List<StepEvidence> steps) {
        steps.stream()
                .filter(step -> step.statements().stream()
                        .anyMatch(statement ->
                                ABOUT_ROLES.matcher(statement.sql()).find()))
                .forEach(aboutRoles::add);
    }

    /** Whether the chain works on roles; then a copy of its database keeps its own way back from dropping them. */
    boolean any() {
        return !aboutRoles.isEmpty();
    }

    /**
     * Drops those that the chain made itself, once no database holds anything of theirs; one that another database still
     * needs stays.
     *
     * @param difference from the server before the chain to the server as it is
     */
    void drop(SchemaDifference difference, Connection connection) {
        for (ObjectChange change : OwnChanges.of(difference, aboutRoles).changes()) {
            if (!(change instanceof ObjectChange.Added) || change.id().kind() != ObjectKind.ROLE) {
                continue;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP ROLE IF EXISTS " + change.id().name());
            } catch (SQLException needed) {
                LOG.debug("{} stays on the server", change.id(), needed);
            }
        }
    }
}
