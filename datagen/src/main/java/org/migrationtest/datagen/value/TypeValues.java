package org.migrationtest.datagen.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationtest.datagen.catalog.Column;
import org.migrationtest.datagen.catalog.PgType;
import org.migrationtest.seed.ColumnForm;

/** The values of a type, before any constraint. */
public final class TypeValues {
    private static final int NO_LIMIT = 1_000_000;
    /** A modifier counts its own header. */
    private static final int HEADER = 4;

    private final String table;
    private final String column;
    private final @Nullable String defaultExpression;
    private final @Nullable ColumnForm form;
    private final long key;

    private TypeValues(
            String table, String column, @Nullable String defaultExpression, @Nullable ColumnForm form, long key) {
        this.table = table;
        this.column = column;
        this.defaultExpression = defaultExpression;
        this.form = form;
        this.key = key;
    }

    /**
     * The values; empty for a type nothing is known of.
     *
     * @param table the table's name, so that texts of two tables do not meet by chance
     * @param column the column, whose name says how text reads, and whose default tells a json array from an object
     * @param form how text and json read, if that is known
     * @param key what values without an order are derived from
     */
    public static Optional<Domain> of(String table, Column column, @Nullable ColumnForm form, long key) {
        return new TypeValues(table, column.name(), column.defaultExpression(), form, key)
                .of(column.type(), column.modifier());
    }

    private Optional<Domain> of(PgType type, int modifier) {
        PgType inner = type.inner();
        return switch (type.kind()) {
            case BASE -> base(type.name(), modifier);
            case ENUM -> type.labels().isEmpty() ? Optional.empty() : Optional.of(new Choice(type.labels()));
            case DOMAIN ->
                inner == null
                        ? Optional.empty()
                        : of(inner, type.innerModifier() >= 0 ? type.innerModifier() : modifier);
            case ARRAY -> inner == null ? Optional.empty() : of(inner, modifier).map(Nested::array);
            case RANGE ->
                inner == null
                        ? Optional.empty()
                        : of(inner, -1).filter(Linear.class::isInstance).map(bound -> Nested.range((Linear) bound));
            case MULTIRANGE -> inner == null ? Optional.empty() : of(inner, -1).map(Nested::multirange);
            case COMPOSITE -> composite(type);
        };
    }

    private Optional<Domain> composite(PgType type) {
        List<Domain> attributes = new ArrayList<>();
        for (PgType.Attribute attribute : type.attributes()) {
            Optional<Domain> values =
                    new TypeValues(table, attribute.name(), null, null, key).of(attribute.type(), attribute.modifier());
            if (values.isEmpty()) {
                return Optional.empty();
            }
            attributes.add(values.get());
        }
        return Optional.of(Nested.composite(attributes));
    }

    private Text text(int most) {
        Text text = Text.named(table, column, most);
        return form == null ? text : text.as(form);
    }

    private Optional<Domain> base(String type, int modifier) {
        Domain values =
                switch (type) {
                    case "int2" -> Numbers.integer(column, Short.MIN_VALUE, Short.MAX_VALUE);
                    case "int4" -> Numbers.integer(column, Integer.MIN_VALUE, Integer.MAX_VALUE);
                    case "int8" -> Numbers.integer(column, Long.MIN_VALUE, Long.MAX_VALUE);
                    case "oid" -> Numbers.integer(column, 1, Integer.MAX_VALUE);
                    case "numeric" ->
                        modifier < HEADER
                                ? Numbers.decimal(0, 4)
                                : Numbers.decimal((modifier - HEADER) >> 16, digits(modifier - HEADER));
                    case "float4", "float8" -> Numbers.decimal(6, 2);
                    case "money" -> Numbers.decimal(12, 2);
                    case "bool" -> new Choice(List.of("true", "false"));
                    case "text", "citext" -> text(NO_LIMIT);
                    case "varchar" -> text(modifier < HEADER ? NO_LIMIT : modifier - HEADER);
                    case "bpchar" -> text(modifier < HEADER ? 1 : modifier - HEADER);
                    case "name" -> text(63);
                    case "char" -> new Choice(List.of("a", "b", "c", "d"));
                    case "uuid" -> Bits.uuid(key);
                    case "bytea" -> new Bytes(0, NO_LIMIT, key);
                    case "bit" -> Bits.bits(modifier < 1 ? 1 : modifier);
                    case "varbit" -> Bits.bits(modifier < 1 ? 16 : modifier);
                    default -> null;
                };
        return Optional.ofNullable(values).or(() -> timely(type)).or(() -> structured(type, modifier));
    }

    private static Optional<Domain> timely(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "date" -> Numbers.date();
                    case "timestamp" -> Numbers.timestamp(TimeScale.TIMESTAMP);
                    case "timestamptz" -> Numbers.timestamp(TimeScale.TIMESTAMPTZ);
                    case "time" -> Numbers.timeOfDay(TimeScale.TIME);
                    case "timetz" -> Numbers.timeOfDay(TimeScale.TIMETZ);
                    case "interval" -> Numbers.interval();
                    default -> null;
                });
    }

    private Optional<Domain> structured(String type, int modifier) {
        return Optional.ofNullable(
                switch (type) {
                    case "json", "jsonb" ->
                        form != null
                                ? Documents.json(form)
                                : Documents.json(defaultExpression != null && defaultExpression.startsWith("'["));
                    case "xml" -> Documents.xml();
                    case "tsvector" -> Documents.textSearchVector();
                    case "tsquery" -> Documents.textSearchQuery();
                    case "ltree" -> Documents.labelTree();
                    case "hstore" -> Documents.pairs();
                    case "vector" -> Documents.vector(Math.max(1, modifier));
                    case "inet" -> Bits.address("");
                    case "cidr" -> Bits.address("/32");
                    case "macaddr" -> Bits.hardwareAddress("");
                    case "macaddr8" -> Bits.hardwareAddress("00:00:");
                    case "point" -> Documents.geometry("(#,0.5)");
                    case "line" -> Documents.geometry("{1,-1,#}");
                    case "lseg", "box" -> Documents.geometry("((#,0),(-1,1))");
                    case "path", "polygon" -> Documents.geometry("((#,0),(0,1),(1,1))");
                    case "circle" -> Documents.geometry("<(#,0),1.5>");
                    case "pg_lsn" -> Domain.of(1L << 30, index -> "0/" + Long.toHexString(index));
                    default -> null;
                });
    }

    /** The scale, which since PostgreSQL 15 may be negative, in eleven bits with a sign. */
    private static int digits(int modifier) {
        return ((modifier & 0x7FF) ^ 1024) - 1024;
    }
}
