package org.migrationtest.run;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationtest.schema.ObjectChange;
import org.migrationtest.schema.ObjectId;
import org.migrationtest.schema.ObjectKind;
import org.migrationtest.schema.SchemaDifference;
import org.migrationtest.schema.SchemaObject;
import org.migrationtest.schema.SchemaSnapshot;
import org.migrationtest.schema.TableName;

/** Which tables a schema difference is about: those an application would now write differently. */
final class ChangedTables {
    private static final Set<ObjectKind> TYPES =
            Set.of(ObjectKind.ENUM_TYPE, ObjectKind.DOMAIN, ObjectKind.COMPOSITE_TYPE, ObjectKind.RANGE_TYPE);

    private static final Pattern UNIQUE = Pattern.compile("CREATE UNIQUE INDEX .+? ON (ONLY )?(?<table>.+?) USING ");

    private ChangedTables() {}

    static Set<TableName> of(
            SchemaDifference difference, SchemaSnapshot before, SchemaSnapshot after, Set<TableName> tables) {
        Set<String> types = difference.changes().stream()
                .map(ObjectChange::id)
                .filter(id -> TYPES.contains(id.kind()))
                .map(ObjectId::name)
                .collect(Collectors.toSet());
        Set<String> names = difference.changes().stream()
                .map(change -> change.id().name())
                .collect(Collectors.toCollection(HashSet::new));
        if (!types.isEmpty()) {
            after.objects().values().stream()
                    .filter(object -> usesType(object, types))
                    .forEach(column -> names.add(column.id().name()));
        }
        difference.changes().forEach(change -> {
            Stream.ofNullable(before.objects().get(change.id()))
                    .forEach(index -> tableOfUnique(index).ifPresent(names::add));
            Stream.ofNullable(after.objects().get(change.id()))
                    .forEach(index -> tableOfUnique(index).ifPresent(names::add));
        });
        return tables.stream()
                .filter(table -> names.stream().anyMatch(name -> isPartOf(name, table.toString())))
                .collect(Collectors.toSet());
    }

    /** An index has a name beside its table's, and what it allows is a matter of rows only where it is unique. */
    private static Optional<String> tableOfUnique(SchemaObject object) {
        Matcher unique = UNIQUE.matcher(object.properties().getOrDefault("definition", ""));
        return object.id().kind() == ObjectKind.INDEX && unique.lookingAt()
                ? Optional.of(unique.group("table"))
                : Optional.empty();
    }

    private static boolean usesType(SchemaObject object, Set<String> types) {
        String type = object.properties().get("type");
        return object.id().kind() == ObjectKind.COLUMN
                && type != null
                && types.stream().anyMatch(type::contains);
    }

    private static boolean isPartOf(String name, String table) {
        String plain = name.replace("\"", "");
        return plain.equals(table) || plain.startsWith(table + ".") || plain.startsWith(table + " ");
    }
}
