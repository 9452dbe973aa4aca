package org.migrationtest.run;

import java.util.List;
import java.util.Locale;
import org.migrationtest.evidence.StatementEvidence;
import org.migrationtest.evidence.StepEvidence;
import org.migrationtest.schema.ObjectChange;
import org.migrationtest.schema.ObjectKind;
import org.migrationtest.schema.SchemaDifference;

/**
 * Leaves out of a difference what others did meanwhile. Only roles can be others' work: they belong to the server, which
 * parallel tests share. A role is this migration's if one of its statements names it.
 */
final class OwnChanges {
    private OwnChanges() {}

    static SchemaDifference of(SchemaDifference difference, List<StepEvidence> steps) {
        return new SchemaDifference(difference.changes().stream()
                .filter(change -> change.id().kind() != ObjectKind.ROLE || isNamed(change, steps))
                .toList());
    }

    /** Without everything that belongs to the server. */
    static SchemaDifference ofDatabase(SchemaDifference difference) {
        return new SchemaDifference(difference.changes().stream()
                .filter(change -> change.id().kind() != ObjectKind.ROLE)
                .toList());
    }

    private static boolean isNamed(ObjectChange role, List<StepEvidence> steps) {
        String name = role.id().name().replace("\"", "").toLowerCase(Locale.ROOT);
        return steps.stream()
                .flatMap(step -> step.statements().stream())
                .map(StatementEvidence::sql)
                .anyMatch(sql -> sql.toLowerCase(Locale.ROOT).contains(name));
    }
}
