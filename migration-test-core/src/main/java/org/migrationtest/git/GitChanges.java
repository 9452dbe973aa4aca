package org.migrationtest.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a working tree that differ from where it left a reference.
 *
 * @param added files that the reference does not have, committed or not, as absolute paths
 * @param modified files that it has with another content, or under another name
 */
public record GitChanges(Set<Path> added, Set<Path> modified) {
    public GitChanges {
        added = Set.copyOf(added);
        modified = Set.copyOf(modified);
    }

    /**
     * Asks {@code git}.
     *
     * @param file a file of the working tree
     * @param reference a branch, tag or commit: {@code origin/main}
     * @throws IllegalArgumentException if git is missing, the file is in no working tree, or the reference is unknown;
     *     the message says which
     */
    public static GitChanges since(Path file, String reference) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Path top = Path.of(git(folder, "rev-parse", "--show-toplevel").get(0));
        String base = git(folder, "merge-base", reference, "HEAD").get(0);
        Set<Path> added = new HashSet<>();
        Set<Path> modified = new HashSet<>();
        for (String line : git(folder, "diff", "--name-status", "--no-renames", base)) {
            String[] parts = line.split("\t", 2);
            (parts[0].startsWith("A") ? added : modified).add(top.resolve(parts[1]));
        }
        for (String untracked : git(top, "ls-files", "--others", "--exclude-standard")) {
            added.add(top.resolve(untracked));
        }
        return new GitChanges(added, modified);
    }

    private static List<String> git(Path folder, String... arguments) {
        List<String> command =
                new java.util.ArrayList<>(List.of("git", "-C", folder.toString(), "-c", "core.quotepath=off"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalArgumentException("The setting 'since' needs git, and '" + String.join(" ", command)
                        + "' failed: " + output.strip()
                        + ". Name a reference that this clone has (in CI: fetch it first), or leave 'since' out.");
            }
            return output.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The setting 'since' needs git, which cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("interrupted while git was running", e);
        }
    }
}
