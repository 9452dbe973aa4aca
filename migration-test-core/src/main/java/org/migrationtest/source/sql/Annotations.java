package org.migrationtest.source.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationtest.source.MigrationSourceException;

/**
 * Reads a file whose sections and statements are set apart by annotation lines, as Goose and sql-migrate have it. Both
 * cut where a line ends in a semicolon and know no quotes, so a function body outside {@code StatementBegin} and
 * {@code StatementEnd} breaks; it is cut here as they cut it. Source: Goose {@code internal/sqlparser/parser.go},
 * sql-migrate {@code sqlparse/sqlparse.go}.
 */
final class Annotations {
    /** What the two tools disagree on. */
    enum Tool {
        GOOSE("+goose"),
        SQL_MIGRATE("+migrate");

        private final String mark;
        private final Pattern up;

        Tool(String mark) {
            this.mark = mark;
            this.up = Pattern.compile("^--\\s*\\Q" + mark + "\\E\\s+(?i:up|down)\\b", Pattern.MULTILINE);
        }

        boolean marks(ScriptFile file) {
            return up.matcher(file.content()).find();
        }
    }

    private static final List<String> GOOSE_COMMANDS =
            List.of("Up", "Down", "StatementBegin", "StatementEnd", "NO TRANSACTION", "ENVSUB ON", "ENVSUB OFF");
    private static final Pattern LINE = Pattern.compile("[^\\n]*(?:\\n|$)");
    private static final Pattern WORD_BEFORE_COMMENT = Pattern.compile("(?:^|\\s)--.*");

    private final Tool tool;
    private final ScriptFile file;
    private final Section up = new Section();
    private final Section down = new Section();
    private Optional<Section> current = Optional.empty();
    private boolean inBlock;
    private boolean fileInTransaction = true;
    private int line;

    private Annotations(Tool tool, ScriptFile file) {
        this.tool = tool;
        this.file = file;
    }

    static SqlMigration read(Tool tool, ScriptFile file, String id, String label) {
        return new Annotations(tool, file).migration(id, label);
    }

    private SqlMigration migration(String id, String label) {
        Matcher lines = LINE.matcher(file.content());
        while (lines.find() && !lines.group().isEmpty()) {
            line++;
            if (!annotation(lines.group(), lines.start())) {
                text(lines.group(), lines.start());
            }
        }
        if (inBlock) {
            throw refused("StatementBegin has no StatementEnd");
        }
        requireTerminated();
        if (up.start < 0) {
            throw refused("there is no line '-- " + tool.mark + " Up'");
        }
        return SqlMigration.of(
                id,
                label,
                up.script(file, fileInTransaction),
                down.start < 0 ? Optional.empty() : Optional.of(down.script(file, fileInTransaction)),
                "no section '-- " + tool.mark + " Down' in " + file.display());
    }

    private boolean annotation(String text, int offset) {
        boolean marked = tool == Tool.GOOSE
                ? text.strip().startsWith("--") && text.contains(tool.mark)
                : text.startsWith("-- " + tool.mark + " ");
        if (!marked) {
            return false;
        }
        if (!text.startsWith("--")) {
            throw refused("an annotation must begin in the first column");
        }
        String command =
                text.substring(text.indexOf(tool.mark) + tool.mark.length()).strip();
        List<String> words = List.of(command.split("\\s+"));
        switch (tool == Tool.GOOSE ? gooseSpelling(command) : words.get(0)) {
            case "Up" -> begin(up, words, offset);
            case "Down" -> begin(down, words, offset);
            case "StatementBegin" -> inBlock = true;
            case "StatementEnd" -> endBlock();
            case "NO TRANSACTION" -> fileInTransaction = false;
            case "ENVSUB ON", "ENVSUB OFF" ->
                throw refused("ENVSUB puts in values of the environment it runs in, and there is none here");
            default -> throw refused("'" + command + "' is no annotation of the tool");
        }
        return true;
    }

    /** Goose does not mind upper and lower case, sql-migrate does. */
    private static String gooseSpelling(String command) {
        return GOOSE_COMMANDS.stream()
                .filter(command::equalsIgnoreCase)
                .findFirst()
                .orElse(command);
    }

    private void begin(Section section, List<String> options, int offset) {
        if (inBlock) {
            throw refused("StatementBegin has no StatementEnd");
        }
        requireTerminated();
        if (tool == Tool.GOOSE && (section.start >= 0 || (section == down && up.start < 0))) {
            throw refused("Goose wants one Up and after it at most one Down");
        }
        section.start = section.start < 0 ? offset : section.start;
        section.inTransaction &= !options.contains("notransaction");
        current = Optional.of(section);
    }

    private void endBlock() {
        if (!inBlock) {
            throw refused("StatementEnd has no StatementBegin");
        }
        inBlock = false;
        current.ifPresent(Section::endStatement);
    }

    private void text(String text, int offset) {
        boolean comment = tool == Tool.GOOSE ? text.strip().startsWith("--") : text.startsWith("-- ");
        if (current.isEmpty()) {
            if (tool == Tool.GOOSE && !comment && !text.isBlank()) {
                throw refused("there is a statement before '-- +goose Up'");
            }
            return;
        }
        Section section = current.get();
        if (!section.inStatement() && (comment || text.isBlank())) {
            return;
        }
        section.add(comment && tool == Tool.SQL_MIGRATE ? " ".repeat(text.length() - 1) + "\n" : text, offset);
        if (!inBlock
                && WORD_BEFORE_COMMENT
                        .matcher(text)
                        .replaceFirst("")
                        .stripTrailing()
                        .endsWith(";")) {
            section.endStatement();
        }
    }

    private void requireTerminated() {
        if (current.isPresent() && current.get().inStatement()) {
            throw refused("the last statement of the section does not end in ';'");
        }
    }

    private MigrationSourceException refused(String why) {
        return new MigrationSourceException(file.display() + ":" + line + ": " + why + ". The tool refuses this file;"
                + " see its rules for '-- " + tool.mark + "' lines.");
    }

    /** A section while it is being read. */
    private static final class Section {
        private final List<SqlScript.Batch> batches = new ArrayList<>();
        private final StringBuilder statement = new StringBuilder();
        private int start = -1;
        private int statementStart;
        private boolean inTransaction = true;

        boolean inStatement() {
            return !statement.isEmpty();
        }

        void add(String text, int offset) {
            if (!inStatement()) {
                statementStart = offset;
            }
            statement.append(text);
        }

        void endStatement() {
            if (inStatement()) {
                batches.add(new SqlScript.Batch(statement.toString(), statementStart));
                statement.setLength(0);
            }
        }

        SqlScript script(ScriptFile file, boolean fileInTransaction) {
            return new SqlScript(file, file.locationAt(start), batches, inTransaction && fileInTransaction);
        }
    }
}
