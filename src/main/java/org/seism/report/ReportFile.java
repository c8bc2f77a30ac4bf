package org.seism.report;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A file that the page offers for download: the very bytes that lie beside the report on disk.
 *
 * @param name file name, possibly with folders before it
 * @param mediaType for instance text/tab-separated-values
 * @param content the bytes; never changed after construction
 */
public record ReportFile(String name, String mediaType, byte[] content) {

    /** Checks that nothing is missing. */
    public ReportFile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(content);
    }

    /**
     * @param name file name; its extension tells the media type
     * @param text the file's content
     * @return a text file in UTF-8
     */
    public static ReportFile text(final String name, final String text) {
        return of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param name file name; its extension tells the media type
     * @param content the file's content
     * @return a file
     */
    public static ReportFile of(final String name, final byte[] content) {
        final String type = switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "tsv" -> "text/tab-separated-values";
            case "json" -> "application/json";
            case "svg" -> "image/svg+xml";
            case "png" -> "image/png";
            default -> "text/plain";
        };
        return new ReportFile(name, type, content);
    }
}
