package org.migrationtest.database.embedded;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.tukaani.xz.XZInputStream;

/** Unpacks a tar archive compressed by xz: files, folders and symbolic links, as PostgreSQL's archives hold them. */
final class Txz {
    private static final int BLOCK = 512;

    private Txz() {}

    /**
     * @param target an existing folder; nothing is written outside of it
     * @throws IOException if the archive is cut short or damaged, holds what is not understood, or cannot be written
     */
    static void unpack(InputStream archive, Path target) throws IOException {
        try (InputStream tar = new BufferedInputStream(new XZInputStream(archive), 1 << 16)) {
            byte[] header = new byte[BLOCK];
            while (block(tar, header)) {
                long size = Long.parseLong(text(header, 124, 12).strip(), 8);
                extract(tar, header, size, inside(target, name(header)));
                tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
        }
    }

    private static void extract(InputStream tar, byte[] header, long size, Path file) throws IOException {
        switch (header[156]) {
            case '5' -> Files.createDirectories(file);
            case '2' -> Files.createSymbolicLink(parented(file), Path.of(text(header, 157, 100)));
            case '0', 0 -> {
                write(tar, size, parented(file));
                Files.setPosixFilePermissions(
                        file, permissions(Integer.parseInt(text(header, 100, 8).strip(), 8)));
            }
            default -> throw new IOException("'" + name(header) + "' is of the unknown type " + (char) header[156]);
        }
    }

    private static void write(InputStream tar, long size, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            long left = size;
            while (left > 0) {
                int read = tar.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("the archive ends inside of " + file.getFileName());
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    /** False at the archive's end, which is a block of zeros. */
    private static boolean block(InputStream tar, byte[] header) throws IOException {
        if (tar.readNBytes(header, 0, BLOCK) < BLOCK) {
            throw new EOFException("the archive ends without an end mark");
        }
        return header[0] != 0;
    }

    private static Path inside(Path target, String name) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("'" + name + "' leads out of the folder it is unpacked to");
        }
        return file;
    }

    private static Path parented(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return file;
    }

    private static String name(byte[] header) {
        String prefix = text(header, 345, 155);
        return prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
