package org.migrationtest.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Predicate;
import org.migrationtest.schema.ObjectChange;
import org.migrationtest.schema.ObjectId;
import org.migrationtest.schema.ObjectKind;
import org.migrationtest.schema.SchemaSnapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Roles that a chain made. They live on the server, outlive the chain's databases, and the next chain on the same server
 * would meet them.
 *
 * @param names as the server quotes them
 */
record LeftRoles(List<String> names) {
    private static final Logger LOG = LoggerFactory.getLogger(LeftRoles.class);

    /**
     * @param made tells the roles this chain made from those that somebody else made on the same server meanwhile, which
     *     must not be touched
     */
    static LeftRoles between(SchemaSnapshot before, SchemaSnapshot after, Predicate<String> made) {
        return new LeftRoles(before.differenceTo(after).changes().stream()
                .filter(ObjectChange.Added.class::isInstance)
                .map(ObjectChange::id)
                .filter(id -> id.kind() == ObjectKind.ROLE)
                .map(ObjectId::name)
                .filter(made)
                .toList());
    }

    /** Drops them, once no database holds anything of theirs; one that another database still needs stays. */
    void drop(Connection connection) {
        for (String name : names) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP ROLE IF EXISTS " + name);
            } catch (SQLException needed) {
                LOG.debug("role {} stays on the server", name, needed);
            }
        }
    }
}
