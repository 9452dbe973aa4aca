package org.migrationtest.source.liquibase;

import java.util.logging.Level;
import liquibase.AbstractExtensibleObject;
import liquibase.Scope;
import liquibase.logging.LogService;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import liquibase.ui.InputHandler;
import liquibase.ui.UIService;
import org.jspecify.annotations.Nullable;

/** What Liquibase writes to while it works for us. */
final class Silence {
    private Silence() {}

    /** A user interface that shows nothing and never asks. */
    static final class Ui extends AbstractExtensibleObject implements UIService {
        @Override
        public int getPriority() {
            return PRIORITY_NOT_APPLICABLE;
        }

        @Override
        public void sendMessage(String message) {}

        @Override
        public void sendErrorMessage(String message) {}

        @Override
        public void sendErrorMessage(String message, @Nullable Throwable exception) {}

        @Override
        public <T> @Nullable T prompt(
                String prompt, @Nullable T valueIfNoEntry, @Nullable InputHandler<T> handler, Class<T> type) {
            return valueIfNoEntry;
        }

        @Override
        public void setAllowPrompt(boolean allowPrompt) {}

        @Override
        public boolean getAllowPrompt() {
            return false;
        }
    }

    /** A log that goes nowhere. */
    static final class Log extends AbstractLogService {
        @Override
        public int getPriority() {
            return PRIORITY_NOT_APPLICABLE;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public Logger getLog(Class type) {
            return new Line(type);
        }
    }

    /**
     * Liquibase's classes keep loggers in static fields, and some of those are first loaded by us: outside our scope such a
     * logger must be the user's, or we would have silenced his own use of Liquibase.
     */
    private static final class Line extends AbstractLogger {
        private final Class<?> type;

        Line(Class<?> type) {
            this.type = type;
        }

        @Override
        public void close() {}

        @Override
        public void log(Level level, String message, @Nullable Throwable error) {
            LogService current = Scope.getCurrentScope().get(Scope.Attr.logService, LogService.class);
            if (!(current instanceof Log)) {
                current.getLog(type).log(level, message, error);
            }
        }
    }
}
