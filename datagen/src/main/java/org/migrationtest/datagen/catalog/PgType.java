package org.migrationtest.datagen.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type with all it is made of.
 *
 * @param name its name in the catalogue: {@code int4}, {@code varchar}
 * @param sql its name in SQL, quoted and qualified as far as the session needs it
 * @param kind what it is
 * @param inner the element of an array, the base of a domain, the subtype of a range, the range of a multirange; else null
 * @param innerModifier the modifier a domain puts on its base, -1 for none
 * @param notNull whether a domain refuses NULL
 * @param labels the labels of an enum, in order
 * @param attributes the attributes of a composite type, in order
 * @param checks the CHECKs of a domain, in which the value is called VALUE
 */
public record PgType(
        String name,
        String sql,
        Kind kind,
        @Nullable PgType inner,
        int innerModifier,
        boolean notNull,
        List<String> labels,
        List<Attribute> attributes,
        List<Check> checks) {
    /** Kinds of types. */
    public enum Kind {
        BASE,
        ARRAY,
        DOMAIN,
        ENUM,
        COMPOSITE,
        RANGE,
        MULTIRANGE
    }

    /**
     * An attribute of a composite type.
     *
     * @param modifier the type's modifier, -1 for none
     */
    public record Attribute(String name, PgType type, int modifier) {}

    public PgType {
        labels = List.copyOf(labels);
        attributes = List.copyOf(attributes);
        checks = List.copyOf(checks);
    }

    /** The type below all domains. */
    public PgType base() {
        PgType type = this;
        while (type.kind == Kind.DOMAIN && type.inner != null) {
            type = type.inner;
        }
        return type;
    }
}
