package org.migrationtest.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** That real archives come out whole is proven by the servers that run from them. */
final class TxzTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();

    @Test
    void unpacks_folders_files_and_links() throws IOException {
        entry("bin/", '5', "", "", 0);
        entry("bin/program", '0', "", "#!/bin/sh", 0755);
        entry("share/deep/plain", '0', "", "text", 0644);
        entry("lib/link", '2', "../share/deep/plain", "", 0);
        unpack(end());
        assertThat(folder.resolve("bin/program")).isExecutable().hasContent("#!/bin/sh");
        assertThat(Files.isExecutable(folder.resolve("share/deep/plain"))).isFalse();
        assertThat(folder.resolve("lib/link")).isSymbolicLink().hasContent("text");
    }

    @Test
    void refuses_to_write_outside_of_the_folder() {
        entry("../outside", '0', "", "text", 0644);
        assertThatThrownBy(() -> unpack(end()))
                .isInstanceOf(IOException.class)
                .hasMessage("'../outside' leads out of the folder it is unpacked to");
        assertThat(folder.resolveSibling("outside")).doesNotExist();
    }

    @Test
    void refuses_what_it_does_not_know() {
        entry("pipe", '6', "", "", 0644);
        assertThatThrownBy(() -> unpack(end()))
                .isInstanceOf(IOException.class)
                .hasMessage("'pipe' is of the unknown type 6");
    }

    @Test
    void an_archive_that_ends_early_is_told() {
        entry("whole", '0', "", "text", 0644);
        byte[] all = tar.toByteArray();
        assertThatThrownBy(() -> unpack(all))
                .isInstanceOf(EOFException.class)
                .hasMessage("the archive ends without an end mark");
        assertThatThrownBy(() -> unpack(Arrays.copyOf(all, 514)))
                .isInstanceOf(EOFException.class)
                .hasMessage("the archive ends inside of whole");
    }

    /** As POSIX describes a header of the format ustar. */
    private void entry(String name, char type, String link, String content, int mode) {
        byte[] header = new byte[512];
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        put(header, 0, name);
        put(header, 100, "%07o".formatted(mode));
        put(header, 124, "%011o".formatted(data.length));
        header[156] = (byte) type;
        put(header, 157, link);
        put(header, 257, "ustar");
        tar.writeBytes(header);
        tar.writeBytes(Arrays.copyOf(data, (data.length + 511) / 512 * 512));
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private byte[] end() {
        tar.writeBytes(new byte[1024]);
        return tar.toByteArray();
    }

    private void unpack(byte[] archive) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var xz = new XZOutputStream(compressed, new LZMA2Options(1))) {
            xz.write(archive);
        }
        Txz.unpack(new ByteArrayInputStream(compressed.toByteArray()), folder);
    }
}
