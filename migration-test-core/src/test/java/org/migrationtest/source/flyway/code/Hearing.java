package org.migrationtest.source.flyway.code;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** A Java callback that remembers what it was told. */
public final class Hearing implements Callback {
    public static final List<String> HEARD = new CopyOnWriteArrayList<>();

    @Override
    public boolean supports(Event event, Context context) {
        return true;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        HEARD.add(event.getId());
    }

    @Override
    public String getCallbackName() {
        return "hearing";
    }
}
