package org.migrationtest.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a short program answered.
 *
 * @param status its exit status; 127 if there is no such program
 * @param output what it wrote, errors included, without surrounding white space
 */
record Command(int status, String output) {
    static Command run(List<String> words) {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Command(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Command(130, "interrupted");
        }
    }

    boolean succeeded() {
        return status == 0;
    }
}
