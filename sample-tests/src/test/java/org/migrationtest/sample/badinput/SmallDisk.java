package org.migrationtest.sample.badinput;

import java.nio.file.Path;

/** A file system of 20 MB that one command sees, and that goes with it. */
final class SmallDisk {
    /**
     * To mount one takes root. This user may be it, or may become it in a user namespace, or by sudo, which then goes back
     * to being this user. Where there is no such way the command fails, and says why.
     */
    private static final String SCRIPT = """
            mount_and_run='
              mount -t tmpfs -o size=20m,mode=0755,uid=$3,gid=$4 none "$1" || exit
              folder=$1 left=$2 be=$5
              shift 5
              $be "$@"
              status=$?
              ls -A "$folder" > "$left"
              exit $status'
            user=$(id -u) group=$(id -g)
            folder=$1 left=$2
            shift 2
            if [ "$user" = 0 ]; then
              exec unshare -m sh -c "$mount_and_run" sh "$folder" "$left" 0 0 "" "$@"
            elif unshare -rm true 2> "$left"; then
              exec unshare -rm sh -c "$mount_and_run" sh "$folder" "$left" 0 0 "" "$@"
            else
              cat "$left" >&2
              exec sudo -n unshare -m sh -c "$mount_and_run" sh "$folder" "$left" "$user" "$group" \\
                "setpriv --reuid=$user --regid=$group --clear-groups" "$@"
            fi
            """;

    private SmallDisk() {}

    /**
     * The words before the command.
     *
     * @param folder where the disk is mounted
     * @param left a file, outside of it, that is written with the names of what the command left on the disk
     */
    static String[] at(Path folder, Path left) {
        return new String[] {"sh", "-c", SCRIPT, "sh", folder.toString(), left.toString()};
    }
}
