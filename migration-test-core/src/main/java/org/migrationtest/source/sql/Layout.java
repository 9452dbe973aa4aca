package org.migrationtest.source.sql;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.migrationtest.source.MigrationSourceException;

/** The ways in which SQL files make migrations, each that of a tool. */
enum Layout {
    PAIRS("pairs", "golang-migrate", "<version>_<name>.up.sql and <version>_<name>.down.sql"),
    FOLDERS("diesel", "diesel", "<version>_<name>/up.sql, down.sql and metadata.toml"),
    DBMATE("dbmate", "dbmate", "<version>_<name>.sql with '-- migrate:up' and '-- migrate:down'"),
    GOOSE("goose", "Goose", "<version>_<name>.sql with '-- +goose Up' and '-- +goose Down'"),
    SQL_MIGRATE("sql-migrate", "sql-migrate", "<name>.sql with '-- +migrate Up' and '-- +migrate Down'");

    private final String option;
    private final String tool;
    private final String form;

    Layout(String option, String tool, String form) {
        this.option = option;
        this.tool = tool;
        this.form = form;
    }

    static Layout named(String option) {
        return Arrays.stream(values())
                .filter(layout -> layout.option.equals(option))
                .findFirst()
                .orElseThrow(() -> new MigrationSourceException("The option layout is '" + option
                        + "'; known are: "
                        + Arrays.stream(values()).map(Layout::option).collect(Collectors.joining(", "))
                        + ". Without it the layout is told from the files."));
    }

    /** All of them, for messages. */
    static String described() {
        return Arrays.stream(values())
                .map(layout -> "  " + layout.option + ": " + layout.form)
                .collect(Collectors.joining("\n"));
    }

    String option() {
        return option;
    }

    /** The tool whose behaviour is followed. */
    String tool() {
        return tool;
    }

    /** Whether a file shows that this is the layout. */
    boolean speaksFor(ScriptFile file) {
        return switch (this) {
            case PAIRS -> PairFiles.recognises(file);
            case FOLDERS -> FolderFiles.recognises(file);
            case DBMATE -> DbmateFiles.recognises(file);
            case GOOSE -> AnnotatedFiles.isGoose(file);
            case SQL_MIGRATE -> AnnotatedFiles.isSqlMigrate(file);
        };
    }

    /** Whether the tool, once this is the layout, reads the file, or stumbles over it. */
    boolean takes(ScriptFile file) {
        return switch (this) {
            case PAIRS -> PairFiles.recognises(file);
            case FOLDERS -> FolderFiles.recognises(file);
            case DBMATE -> DbmateFiles.named(file);
            case GOOSE -> AnnotatedFiles.gooseNamed(file);
            case SQL_MIGRATE -> AnnotatedFiles.sqlMigrateNamed(file);
        };
    }

    /** The migrations in the tool's order, from files that the layout {@link #takes}. */
    List<SqlMigration> read(List<ScriptFile> files) {
        return switch (this) {
            case PAIRS -> PairFiles.read(files);
            case FOLDERS -> FolderFiles.read(files);
            case DBMATE -> DbmateFiles.read(files);
            case GOOSE -> AnnotatedFiles.readGoose(files);
            case SQL_MIGRATE -> AnnotatedFiles.readSqlMigrate(files);
        };
    }

    /**
     * Whether scripts may hold the data of a {@code COPY}. A tool that sends text to the server as it is cannot: the
     * server takes the data for SQL. Pairs are also run by psql, which can.
     */
    boolean carriesCopyData() {
        return this == PAIRS;
    }

    History history() {
        return switch (this) {
            case PAIRS -> new VersionHistory();
            case FOLDERS -> RowHistory.DIESEL;
            case DBMATE -> RowHistory.DBMATE;
            case GOOSE -> RowHistory.GOOSE;
            case SQL_MIGRATE -> RowHistory.SQL_MIGRATE;
        };
    }
}
