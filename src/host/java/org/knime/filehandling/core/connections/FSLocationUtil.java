package org.knime.filehandling.core.connections;

import java.net.URI;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Objects;

/** Stands for KNIME's step from an address to a location. */
public final class FSLocationUtil {

    private FSLocationUtil() {
    }

    public static FSLocation createFromURL(final String url) {
        if (url == null || url.isBlank()) {
            throw new IllegalArgumentException("URL must not be null or empty");
        }
        final URI uri = URI.create(url.replace(" ", "%20"));
        Objects.requireNonNull(uri.getScheme());
        if ("file".equals(uri.getScheme())) {
            return new FSLocation(FSCategory.LOCAL, Paths.get(uri).toString());
        }
        if (!"knime".equals(uri.getScheme())) {
            return new FSLocation(FSCategory.CUSTOM_URL, "1000", url);
        }
        if (uri.getHost() == null || uri.getHost().isBlank()) {
            throw new IllegalArgumentException("Host of knime:// URL must not be null or empty");
        }
        final boolean relative =
            Arrays.stream(RelativeTo.values()).anyMatch(r -> r.getSettingsValue().equals(uri.getHost()));
        final String path = uri.getPath().replaceFirst("^/", "");
        return relative ? new FSLocation(FSCategory.RELATIVE, uri.getHost(), path.isEmpty() ? "." : path)
            : new FSLocation(FSCategory.MOUNTPOINT, uri.getHost(), uri.getPath());
    }
}
