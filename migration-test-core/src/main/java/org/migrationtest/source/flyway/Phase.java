package org.migrationtest.source.flyway;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Event;

/**
 * What the user's callbacks hear while Flyway's {@code migrate} does something else for us. Teams hear undo events when
 * an undo script runs; the free edition, which takes it for a migration, fires migrate events.
 */
enum Phase {
    /** Only schemas and the history table are made. */
    PREPARE {
        @Override
        Optional<String> heard(String event) {
            return ofMigrate(event) ? Optional.empty() : Optional.of(event);
        }

        @Override
        Optional<String> firedFor(String event) {
            return heard(event);
        }
    },

    /** A migration. */
    UP {
        @Override
        Optional<String> heard(String event) {
            return Optional.of(event);
        }

        @Override
        Optional<String> firedFor(String event) {
            return Optional.of(event);
        }
    },

    /** An undo script, run as if it were a migration. */
    DOWN {
        @Override
        Optional<String> heard(String event) {
            return ofMigrate(event)
                    ? Optional.of(event.replace("Migrate", "Undo")).filter(undo -> !ofMigrate(undo) && known(undo))
                    : Optional.of(event);
        }

        @Override
        Optional<String> firedFor(String event) {
            return ofMigrate(event) ? Optional.empty() : Optional.of(event.replace("Undo", "Migrate"));
        }
    };

    /** Under which name a callback is told of an event that Flyway fires; empty if it is not told. */
    abstract Optional<String> heard(String event);

    /** Which event Flyway fires when the named one is due; empty if it never is. */
    abstract Optional<String> firedFor(String event);

    /** The same callback, hearing what belongs to this phase. */
    Callback wrap(Callback callback) {
        // A proxy, since a method of Flyway's Callback compiled against 13 cannot be called on 10.
        return (Callback) Proxy.newProxyInstance(
                Callback.class.getClassLoader(), new Class<?>[] {Callback.class}, (self, method, arguments) -> {
                    Object[] translated = arguments == null ? new Object[0] : arguments.clone();
                    if (translated.length > 0 && translated[0] instanceof Event event) {
                        Optional<String> heard = heard(event.getId());
                        if (heard.isEmpty()) {
                            return false;
                        }
                        translated[0] = Event.fromId(heard.get());
                    }
                    try {
                        return method.invoke(callback, translated);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private static boolean ofMigrate(String event) {
        return event.contains("Migrate") || event.equals("afterVersioned") || event.equals("beforeRepeatables");
    }

    private static boolean known(String event) {
        return Event.fromId(event) != null;
    }
}
