package org.migrationtest.lock;

import static java.util.Objects.requireNonNull;

/**
 * A lock that a session was seen to hold.
 *
 * @param kind the engine's word for what is locked: {@code relation}, {@code advisory}, {@code object}
 * @param object the locked object for a person, {@code table shop.orders}; named also when it has been dropped meanwhile
 * @param mode the engine's word for the mode: {@code AccessExclusiveLock}
 */
public record HeldLock(String kind, String object, String mode) {
    public HeldLock {
        requireNonNull(kind, "kind is null");
        requireNonNull(object, "object is null");
        requireNonNull(mode, "mode is null");
    }
}
