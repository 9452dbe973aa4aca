package org.migrationtest.source.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.migrationtest.migration.Migration;
import org.migrationtest.source.MigrationSourceException;
import org.migrationtest.source.SourceProvider;
import org.migrationtest.source.SourceSettings;

class LiquibaseProviderTest {
    private static final ClassLoader CLASSES = LiquibaseProviderTest.class.getClassLoader();

    @TempDir
    private Path folder;

    private static SourceSettings settings(List<String> locations, Map<String, String> options) {
        return new SourceSettings(locations, options, CLASSES);
    }

    private void assertThatDiscoveryOf(String location, String message) {
        assertThatThrownBy(() -> new LiquibaseProvider()
                        .open(settings(List.of(location), Map.of()))
                        .discover())
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage(message.replace("FOLDER", folder.toString()));
    }

    private String write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return "filesystem:" + file;
    }

    private static String xml(String body) {
        return "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                + " xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog"
                + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd\">\n" + body
                + "\n</databaseChangeLog>";
    }

    @Test
    void is_found_by_its_name() {
        assertThat(ServiceLoader.load(SourceProvider.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(LiquibaseProvider.class::isInstance)
                        .map(SourceProvider::name))
                .containsExactly("liquibase");
    }

    @Test
    void names_the_tool_with_its_version() throws Exception {
        String location = write("root.xml", xml("<changeSet id='1' author='a'/>"));
        assertThat(new LiquibaseProvider()
                        .open(settings(List.of(location), Map.of()))
                        .tool())
                .matches("Liquibase [45]\\.\\d+\\.\\d+");
    }

    @Test
    void finds_the_conventional_changelog_on_the_class_path() throws Exception {
        write("db/changelog/db.changelog-master.yaml", "databaseChangeLog:\n- changeSet: {id: 1, author: a}\n");
        try (URLClassLoader withIt =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, CLASSES)) {
            LiquibaseProvider provider = new LiquibaseProvider();
            assertThat(provider.foundAtConventionalPlace(withIt)).isTrue();
            assertThat(provider.foundAtConventionalPlace(CLASSES)).isFalse();
            assertThat(provider.open(new SourceSettings(List.of(), Map.of(), withIt))
                            .discover()
                            .migrations())
                    .extracting(Migration::id)
                    .hasToString("[db/changelog/db.changelog-master.yaml::1::a]");
        }
    }

    @Test
    void says_where_it_looked_when_no_changelog_was_named() {
        assertThatThrownBy(() -> new LiquibaseProvider().open(settings(List.of(), Map.of())))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage(
                        "No Liquibase changelog was found: the setting 'locations' is empty, and on the class path there is"
                                + " neither db/changelog/db.changelog-master.yaml nor db/changelog/db.changelog-master.yml"
                                + " nor db/changelog/db.changelog-master.xml nor db/changelog/db.changelog-master.json"
                                + " nor db/changelog/db.changelog-master.sql nor db/changeLog.yaml nor db/changeLog.yml"
                                + " nor db/changeLog.xml nor db/changeLog.json nor db/changeLog.sql. Set locations to the root"
                                + " changelog, for example classpath:db/changelog/root.xml"
                                + " or filesystem:src/main/resources/db/changelog/root.xml.");
    }

    @Test
    void wants_one_root_changelog() {
        assertThatThrownBy(() -> new LiquibaseProvider().open(settings(List.of("a.xml", "b.xml"), Map.of())))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage(
                        "Liquibase starts from one root changelog, but the setting 'locations' names 2: a.xml, b.xml."
                                + " Name the one that includes the others.");
    }

    @Test
    void a_changelog_that_does_not_exist() {
        assertThatDiscoveryOf(
                "classpath:db/none.xml",
                "There is no changelog db/none.xml: it was looked for on the class path. The setting 'locations' names it as"
                        + " classpath:db/none.xml. Name the root changelog file there.");
        assertThatDiscoveryOf(
                "filesystem:" + folder + "/none.xml",
                "There is no changelog FOLDER/none.xml: the file does not exist. The setting 'locations' names it as"
                        + " filesystem:FOLDER/none.xml. Name the root changelog file there.");
        assertThatDiscoveryOf(
                "filesystem:" + folder,
                "There is no changelog FOLDER: it is a folder. The setting 'locations' names it as filesystem:FOLDER."
                        + " Name the root changelog file there.");
    }

    @Test
    void a_changelog_without_changesets() throws Exception {
        assertThatDiscoveryOf(
                write("root.xml", xml("")),
                "The changelog filesystem:FOLDER/root.xml (setting 'locations') holds no changeset, so there is nothing to"
                        + " test. Name the root changelog, or add changesets to it.");
    }

    @Test
    void a_changelog_of_which_nothing_runs() throws Exception {
        String location = write(
                "root.xml",
                xml("<changeSet id='1' author='a' contextFilter='test'/><changeSet id='2' author='a' dbms='oracle'/>"));
        assertThatThrownBy(() -> new LiquibaseProvider()
                        .open(settings(List.of(location), Map.of("contexts", "prod")))
                        .discover())
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("None of the 2 changesets of " + location
                        + " (setting 'locations') runs here: 1 because Context"
                        + " does not match 'prod', 1 because dbms names other databases. The options contexts ('prod') and"
                        + " labels ('') decide what runs.");
    }

    @Test
    void changesets_of_one_identity() throws Exception {
        assertThatDiscoveryOf(
                write("root.xml", xml("<changeSet id='1' author='a'/>\n<changeSet id='1' author='a'/>")),
                "The changelog filesystem:FOLDER/root.xml (setting 'locations') holds changesets with the same file, id and"
                        + " author, of which Liquibase refuses to run any: root.xml::1::a. Give each changeset an id of its"
                        + " own, and include each file once.");
    }

    @Test
    void xml_that_cannot_be_parsed() throws Exception {
        write("bad.xml", xml("<changeSet id='1' author='a'>\n<nonsense/>\n</changeSet>"));
        assertThatDiscoveryOf(
                write("root.xml", xml("<include file='bad.xml'/>")),
                "Liquibase cannot read the changelog filesystem:FOLDER/root.xml (setting 'locations'): Error parsing line 3 column 12 of"
                        + " bad.xml: cvc-complex-type.2.4.a: Invalid content was found starting with element"
                        + " '{nonsense}'.");
    }

    @Test
    void yaml_that_cannot_be_parsed() throws Exception {
        assertThatDiscoveryOf(
                write("root.yaml", "databaseChangeLog:\n- changeSet: {id: 1, author: a\n- oops"),
                "Liquibase cannot read the changelog filesystem:FOLDER/root.yaml (setting 'locations'): Syntax error in file root.yaml:"
                        + " while parsing a flow mapping\n in 'reader', line 2, column 14:\n"
                        + "    - changeSet: {id: 1, author: a\n                 ^\n"
                        + "expected ',' or '}', but got <stream end>\n in 'reader', line 3, column 7:\n"
                        + "    - oops\n          ^");
    }

    @Test
    void sql_that_cannot_be_parsed() throws Exception {
        assertThatDiscoveryOf(
                write("root.sql", "--liquibase formatted sql\n--changeset no-colon\nselect 1;\n"),
                "Liquibase cannot read the changelog filesystem:FOLDER/root.sql (setting 'locations'): Unexpected formatting in formatted"
                        + " changelog 'root.sql' at line 2.\nFormatted SQL changelogs require known formats, such as"
                        + " '--changeset <authorname>:<changesetId>' and others to be recognized and run.\nLearn all the"
                        + " options at https://docs.liquibase.com/concepts/changelogs/sql-format.html");
    }

    @Test
    void a_file_that_is_included_and_missing() throws Exception {
        assertThatDiscoveryOf(
                write("root.xml", xml("<include file='db/none.xml'/>")),
                "Liquibase cannot read the changelog filesystem:FOLDER/root.xml (setting 'locations'): The file db/none.xml was not found"
                        + " in the configured search path:\n    - FOLDER\n    - the folders above FOLDER\nMore locations can be added with the 'searchPath'"
                        + " parameter.\nIf the path is relative to another folder, set the Liquibase option searchPath to that"
                        + " folder.");
    }

    @Test
    void a_file_that_is_included_by_its_path_in_the_jar_is_found_where_the_jar_was_unpacked() throws Exception {
        write("unpacked/META-INF/changes/first.xml", xml("<changeSet id='1' author='a'><empty/></changeSet>"));
        write("unpacked/META-INF/more/second.xml", xml("<changeSet id='2' author='a'><empty/></changeSet>"));
        String root = write(
                "unpacked/META-INF/root.xml",
                xml("<include file='META-INF/changes/first.xml'/><includeAll path='META-INF/more'/>"));

        assertThat(new LiquibaseProvider()
                        .open(settings(List.of(root), Map.of()))
                        .discover()
                        .migrations())
                .extracting(migration -> migration.id().value())
                .containsExactly("META-INF/changes/first.xml::1::a", "META-INF/more/second.xml::2::a");
    }

    @Test
    void a_change_that_lacks_what_it_needs() throws Exception {
        assertThatDiscoveryOf(write("root.yaml", """
                        databaseChangeLog:
                        - changeSet:
                            id: 1
                            author: a
                            changes:
                            - dropTable: {}
                        """), """
                Liquibase cannot read the changelog filesystem:FOLDER/root.yaml (setting 'locations'): Validation Failed:
                     1 changes have validation failures
                          tableName is required for dropTable on postgresql, root.yaml::1::a""");
    }

    @Test
    void options_that_make_no_sense() {
        assertThatThrownBy(() -> new LiquibaseProvider().open(settings(List.of("a.xml"), Map.of("contxts", "prod"))))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("The Liquibase source has no option 'contxts'. It has contextFilter, contexts,"
                        + " databaseChangeLogLockTableName, databaseChangeLogTableName, defaultSchemaName, labelFilter, labels,"
                        + " liquibaseSchemaName, parameters.NAME, searchPath.");
        assertThatThrownBy(() -> new LiquibaseProvider()
                        .open(settings(List.of("a.xml"), Map.of("contexts", "prod", "contextFilter", "test"))))
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage(
                        "The Liquibase options contexts and contextFilter mean the same, and both are set: 'prod' and"
                                + " 'test'. Keep one.");
    }

    @Test
    void a_search_path_that_makes_no_sense() throws Exception {
        String location = write("project/root.xml", xml("<changeSet id='1' author='a'/>"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        assertThatThrownBy(() -> new LiquibaseProvider()
                        .open(settings(List.of(location), Map.of("searchPath", folder + "/none," + folder)))
                        .discover())
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage(
                        "The Liquibase option searchPath names the folder " + folder + "/none, which does not exist.");
        assertThatThrownBy(() -> new LiquibaseProvider()
                        .open(settings(List.of(location), Map.of("searchPath", elsewhere.toString())))
                        .discover())
                .isInstanceOf(MigrationSourceException.class)
                .hasMessage("The changelog " + folder
                        + "/project/root.xml lies in none of the folders of the Liquibase option" + " searchPath: ["
                        + elsewhere + "]. Add its folder there, or leave the option away.");
    }

    @Test
    void names_the_library_to_add_where_it_is_missing() throws Exception {
        String room = LiquibaseProvider.class.getPackageName();
        ClassLoader withoutLiquibase = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                if (name.startsWith("liquibase.") || name.startsWith(room)) {
                    throw new ClassNotFoundException(name);
                }
                return CLASSES.loadClass(name);
            }
        };
        URL ours = LiquibaseProvider.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {ours}, withoutLiquibase)) {
            SourceProvider provider = (SourceProvider) loader.loadClass(LiquibaseProvider.class.getName())
                    .getConstructor()
                    .newInstance();
            assertThat(provider.name()).isEqualTo("liquibase");
            assertThat(provider.foundAtConventionalPlace(CLASSES)).isFalse();
            assertThatThrownBy(() -> provider.open(settings(List.of("classpath:db/root.xml"), Map.of())))
                    .isInstanceOf(MigrationSourceException.class)
                    .hasMessage("Liquibase is not on the class path, but the source 'liquibase' was asked for"
                            + " classpath:db/root.xml. Add the dependency org.liquibase:liquibase-core, with test scope at"
                            + " least.");
        }
    }
}
