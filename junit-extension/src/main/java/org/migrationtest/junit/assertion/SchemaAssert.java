package org.migrationtest.junit.assertion;

import java.util.List;
import org.assertj.core.api.AbstractAssert;
import org.migrationtest.schema.ObjectId;
import org.migrationtest.schema.ObjectKind;
import org.migrationtest.schema.SchemaSnapshot;

/** What a test can demand of a schema. Names may leave out the schema: {@code customers}, {@code shop.customers}. */
public final class SchemaAssert extends AbstractAssert<SchemaAssert, SchemaSnapshot> {
    SchemaAssert(SchemaSnapshot schema) {
        super(schema, SchemaAssert.class);
    }

    /** It has that table. */
    public SchemaAssert hasTable(String table) {
        return has(ObjectKind.TABLE, table);
    }

    /** It does not have that table. */
    public SchemaAssert hasNoTable(String table) {
        return hasNo(ObjectKind.TABLE, table);
    }

    /** The table has that column. */
    public SchemaAssert hasColumn(String table, String column) {
        return has(ObjectKind.COLUMN, table + "." + column);
    }

    /** The table does not have that column. */
    public SchemaAssert hasNoColumn(String table, String column) {
        return hasNo(ObjectKind.COLUMN, table + "." + column);
    }

    /** It has that index. */
    public SchemaAssert hasIndex(String index) {
        return has(ObjectKind.INDEX, index);
    }

    /** It does not have that index. */
    public SchemaAssert hasNoIndex(String index) {
        return hasNo(ObjectKind.INDEX, index);
    }

    /**
     * It has an object of that kind and name.
     *
     * @param name as the engine prints it; what belongs to a table is named with it, {@code orders.orders_check}
     */
    public SchemaAssert has(ObjectKind kind, String name) {
        isNotNull();
        if (of(kind).stream().noneMatch(object -> isCalled(object, name))) {
            failWithMessage("%nExpected the schema to have %s %s, and it has %s.", kind.label(), name, of(kind));
        }
        return this;
    }

    /**
     * It has no object of that kind and name.
     *
     * @param name as for {@link #has}
     */
    public SchemaAssert hasNo(ObjectKind kind, String name) {
        isNotNull();
        of(kind).stream()
                .filter(object -> isCalled(object, name))
                .findFirst()
                .ifPresent(object -> failWithMessage("%nExpected the schema not to have %s.", object));
        return this;
    }

    private List<ObjectId> of(ObjectKind kind) {
        return actual.objects().keySet().stream()
                .filter(object -> object.kind() == kind)
                .toList();
    }

    private static boolean isCalled(ObjectId object, String name) {
        return object.name().equals(name) || object.name().endsWith("." + name);
    }
}
