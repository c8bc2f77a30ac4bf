package org.seism.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The list of files that a run wrote into its folder, with their SHA-256 sums, as {@code sha256sum -c} reads it. The next run
 * removes what an earlier one has listed and nobody has changed since; whatever else lies in the folder is the user's.
 */
final class Manifest {
    /** The list's own name. */
    static final String NAME = "files.sha256";

    private Manifest() {
    }

    /** @return the text of the list of these files, which lie in the folder */
    static String of(final Path folder, final List<Path> files) throws IOException {
        final StringBuilder text = new StringBuilder();
        for (final Path file : files) {
            text.append(sum(file)).append("  ").append(folder.relativize(file).toString().replace('\\', '/')).append('\n');
        }
        return text.toString();
    }

    /** @return sums by name of what an earlier run has listed in the folder; empty if there is no list, or it is none of ours */
    static Map<String, String> read(final Path folder) {
        final Map<String, String> sums = new TreeMap<>();
        final Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return sums;
        }
        try {
            for (final String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (line.matches("[0-9a-f]{64}  \\S.*")) {
                    sums.put(line.substring(66), line.substring(0, 64));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            sums.clear();
        }
        return sums;
    }

    /** Removes files that an earlier run listed, that are as it wrote them, and that are not among the new ones. */
    static void removeStale(final Path folder, final Map<String, String> earlier, final Map<String, String> now) throws IOException {
        for (final Map.Entry<String, String> entry : earlier.entrySet()) {
            final Path file = folder.resolve(entry.getKey()).normalize();
            if (!now.containsKey(entry.getKey()) && file.startsWith(folder) && Files.isRegularFile(file)
                && sum(file).equals(entry.getValue())) {
                Files.delete(file);
            }
        }
    }

    private static String sum(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            final MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (DigestInputStream through = new DigestInputStream(in, digest)) {
                through.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
