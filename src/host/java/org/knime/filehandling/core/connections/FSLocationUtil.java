package org.knime.filehandling.core.connections;

import java.net.URI;
import java.nio.file.Paths;
import java.util.Arrays;

/** Stands for KNIME's step from an address to a location. */
public final class FSLocationUtil {

    private FSLocationUtil() {
    }

    public static FSLocation createFromURL(final String url) {
        final URI uri = URI.create(url.replace(" ", "%20"));
        if ("file".equals(uri.getScheme())) {
            return new FSLocation(FSCategory.LOCAL, Paths.get(uri).toString());
        }
        if (!"knime".equals(uri.getScheme())) {
            return new FSLocation(FSCategory.CUSTOM_URL, "1000", url);
        }
        final boolean relative =
            Arrays.stream(RelativeTo.values()).anyMatch(r -> r.getSettingsValue().equals(uri.getHost()));
        return relative ? new FSLocation(FSCategory.RELATIVE, uri.getHost(), uri.getPath().replaceFirst("^/", ""))
            : new FSLocation(FSCategory.MOUNTPOINT, uri.getHost(), uri.getPath());
    }
}
