package org.migrationtest.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationtest.database.DatabaseUnavailableException;

/**
 * Whom the server runs as. PostgreSQL refuses to run as root, so root needs a way around.
 *
 * @param prefix the words before a command that make it run as somebody else; empty where that is not needed
 * @param other the user that the server's files must belong to, if not the one who runs this JVM
 */
record Account(List<String> prefix, Optional<String> other) {
    /** Words after {@code --} are the user, the command and its arguments, for util-linux and busybox alike. */
    private static final List<String> SU = List.of("su", "-s", "/bin/sh", "-c", "exec \"$0\" \"$@\"", "--");

    static Account current() {
        Command number = Command.run(List.of("id", "-u"));
        boolean root = number.output().equals("0");
        if (!root && Command.run(List.of("id", "-un")).succeeded()) {
            return new Account(List.of(), Optional.empty());
        }
        // A user namespace without mapping: the server sees the id of nobody, and the files remain the user's own.
        List<String> namespace = List.of("unshare", "-U");
        if (works(namespace)) {
            return new Account(namespace, Optional.empty());
        }
        if (root) {
            return ofAnother();
        }
        throw new DatabaseUnavailableException("the user " + number.output() + " has no name on this machine, and"
                + " PostgreSQL refuses to make a data directory for a user without one. Run the tests as a user with a"
                + " line in /etc/passwd, or use the provider container.");
    }

    private static Account ofAnother() {
        for (String user : List.of("postgres", "nobody")) {
            Command group = Command.run(List.of("id", "-g", user));
            List<String> setpriv = List.of("setpriv", "--reuid=" + user, "--regid=" + group.output(), "--clear-groups");
            if (group.succeeded() && works(setpriv)) {
                return new Account(setpriv, Optional.of(user));
            }
            List<String> su = joined(SU, List.of(user));
            if (group.succeeded() && works(su)) {
                return new Account(su, Optional.of(user));
            }
        }
        throw new DatabaseUnavailableException("this JVM runs as root, and PostgreSQL refuses to run as root. To run"
                + " the server as somebody else was tried and failed: unshare -U (user namespaces are"
                + " forbidden here, or the program is missing), and setpriv and su to the users postgres and nobody."
                + " Run the tests as an ordinary user, install util-linux, or use the provider container.");
    }

    List<String> as(List<String> command) {
        return joined(prefix, command);
    }

    /** Gives a folder with all that is in it to whom the server runs as. */
    void own(Path folder) {
        other.ifPresent(user -> {
            Command change = Command.run(List.of("chown", "-R", user, folder.toString()));
            if (!change.succeeded()) {
                throw new DatabaseUnavailableException(
                        "The folder " + folder + " could not be given to the user " + user + ": " + change.output());
            }
        });
    }

    /** Lets whom the server runs as into a folder of ours. */
    void admit(Path folder) throws IOException {
        if (other.isPresent()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Whether whom the server runs as gets into a folder. */
    boolean entersInto(Path folder) {
        return other.isEmpty()
                || Command.run(as(List.of("test", "-x", folder.toString()))).succeeded();
    }

    private static boolean works(List<String> prefix) {
        Command who = Command.run(joined(prefix, List.of("id", "-u")));
        return who.succeeded() && !who.output().equals("0");
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
