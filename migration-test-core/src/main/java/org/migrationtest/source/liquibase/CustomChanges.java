package org.migrationtest.source.liquibase;

import java.lang.reflect.InvocationTargetException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import liquibase.Scope;
import liquibase.change.Change;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeMetaData;
import liquibase.change.CheckSum;
import liquibase.change.DatabaseChange;
import liquibase.change.custom.CustomChangeWrapper;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.exception.CustomChangeException;
import liquibase.exception.RollbackImpossibleException;
import liquibase.exception.ValidationErrors;
import liquibase.parser.core.ParsedNode;
import liquibase.parser.core.ParsedNodeException;
import liquibase.resource.ResourceAccessor;
import liquibase.serializer.core.string.StringChangeLogSerializer;
import liquibase.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Changes written in Java. Liquibase creates their objects while it parses, and one class that is missing, or that needs
 * the application's runtime, makes the whole changelog unreadable (4.x) or fails with a {@code NullPointerException} when
 * it runs (5.x). Here its changeset runs without it, and the migration says so.
 */
final class CustomChanges {
    /** A value of the scope that is there only while Liquibase works for us. */
    static final String OURS = "org.migrationtest.working";

    private static final Set<ChangeFactory> REGISTERED = Collections.newSetFromMap(new WeakHashMap<>());

    private CustomChanges() {}

    /** Makes the current scope's factory create ours, as long as it works for us. */
    static synchronized void register() {
        ChangeFactory factory = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
        if (REGISTERED.add(factory)) {
            factory.register(new Tolerant());
        }
    }

    /** The changes of a changeset whose object cannot be created here, each with the reason. */
    static List<Unavailable> unavailable(ChangeSet changeSet) {
        return changeSet.getChanges().stream()
                .map(CustomChanges::problem)
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    /** Whether this change's object cannot be created here. */
    static boolean isUnavailable(Change change) {
        return problem(change).isPresent();
    }

    private static java.util.Optional<Unavailable> problem(Change change) {
        if (!(change instanceof Tolerant custom)) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.ofNullable(custom.problem())
                .map(problem -> new Unavailable(String.valueOf(custom.getClassName()), problem));
    }

    /**
     * A Java change that cannot be created here.
     *
     * @param className its class
     * @param problem why, as a clause: {@code it is not on the class path}
     */
    record Unavailable(String className, String problem) {}

    /** Liquibase's adapter of Java changes, which does nothing where its object cannot be had. Outside our scope it is Liquibase's own. */
    @DatabaseChange(
            name = "customChange",
            description = "A change written in Java",
            priority = ChangeMetaData.PRIORITY_DEFAULT + 50)
    public static final class Tolerant extends CustomChangeWrapper {
        private @Nullable String problem;

        @Override
        public boolean supports(Database database) {
            return ours();
        }

        @Override
        public CustomChangeWrapper setClass(String className) throws CustomChangeException {
            try {
                return super.setClass(className);
            } catch (CustomChangeException | LinkageError failed) {
                noteOrThrow(failed);
                return this;
            }
        }

        @Override
        public void customLoadLogic(ParsedNode node, ResourceAccessor resources) throws ParsedNodeException {
            try {
                super.customLoadLogic(node, resources);
            } catch (RuntimeException | LinkageError failed) {
                noteOrThrow(failed);
            }
        }

        @Override
        public @Nullable ValidationErrors validate(Database database) {
            ValidationErrors errors;
            try {
                errors = super.validate(database);
            } catch (RuntimeException | LinkageError failed) {
                noteOrThrow(failed);
                return new ValidationErrors();
            }
            if (errors == null) {
                return null;
            }
            List<String> setUp = errors.getErrorMessages().stream()
                    .filter(message -> message.startsWith("Exception thrown configuring"))
                    .toList();
            if (!ours() || setUp.isEmpty()) {
                return errors;
            }
            note("setting it up failed: " + setUp.get(0).replaceFirst("^[^:]*: *", ""));
            return new ValidationErrors();
        }

        @Override
        public CheckSum generateCheckSum() {
            try {
                return super.generateCheckSum();
            } catch (RuntimeException | LinkageError failed) {
                noteOrThrow(failed);
                return CheckSum.compute(new StringChangeLogSerializer().serialize(this, false));
            }
        }

        @Override
        public String getConfirmationMessage() {
            return ours() && problem() != null ? getClassName() + " left out" : super.getConfirmationMessage();
        }

        @Override
        public boolean supportsRollback(Database database) {
            return (!ours() || problem() == null) && super.supportsRollback(database);
        }

        @Override
        public SqlStatement[] generateStatements(Database database) {
            return leftOut() ? SqlStatement.EMPTY_SQL_STATEMENT : super.generateStatements(database);
        }

        @Override
        public SqlStatement[] generateRollbackStatements(Database database) throws RollbackImpossibleException {
            return leftOut() ? SqlStatement.EMPTY_SQL_STATEMENT : super.generateRollbackStatements(database);
        }

        /** Why its object cannot be used here, null if it can. */
        @Nullable
        String problem() {
            if (problem == null && getCustomChange() == null) {
                try {
                    Class.forName(getClassName(), true, Scope.getCurrentScope().getClassLoader())
                            .getConstructor()
                            .newInstance();
                } catch (ReflectiveOperationException | LinkageError failed) {
                    note(describe(failed));
                }
            }
            return problem;
        }

        private boolean leftOut() {
            return ours() && problem() != null;
        }

        private void noteOrThrow(Throwable failed) {
            if (ours()) {
                note(describe(failed));
            } else {
                Tolerant.<RuntimeException>rethrow(failed);
            }
        }

        private void note(String reason) {
            if (problem == null) {
                problem = reason;
            }
        }

        private String describe(Throwable failed) {
            boolean constructing = false;
            Throwable deepest = failed;
            while (deepest.getCause() != null) {
                constructing |= deepest instanceof InvocationTargetException;
                deepest = deepest.getCause();
            }
            String what = String.valueOf(deepest.getMessage()).replace('/', '.');
            if (deepest instanceof ClassNotFoundException || deepest instanceof NoClassDefFoundError) {
                return what.equals(getClassName())
                        ? "it is not on the class path"
                        : "it needs the class " + what + ", which is not on the class path";
            }
            return (constructing ? "its constructor failed: " : "setting it up failed: ") + deepest;
        }

        private static boolean ours() {
            return Scope.getCurrentScope().has(OURS);
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        private static <T extends Throwable> void rethrow(Throwable failed) throws T {
            throw (T) failed;
        }
    }
}
