package org.knime.filehandling.core.connections;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The file system of custom URLs: file: and knime://knime.workflow/ only, the rest needs a network. */
final class UrlFileSystem extends RootedFileSystem {

    private static final String WORKFLOW = "knime://knime.workflow/";

    private final Optional<Path> workflow;

    UrlFileSystem(final FSCategory category, final String specifier, final Optional<Path> workflow) {
        super(category, specifier, null, Path.of("/"));
        this.workflow = workflow;
    }

    @Override
    public RootedPath getPath(final String first, final String... more) {
        if (first.startsWith(WORKFLOW)) {
            final Path base = workflow
                .orElseThrow(() -> new IllegalStateException("No workflow context available")).toAbsolutePath();
            final Path file = base.resolve(decode(first.substring(WORKFLOW.length()))).normalize();
            if (!file.startsWith(base)) {
                throw new IllegalArgumentException(
                    "Cannot access items outside the workflow because it is not imported into a space");
            }
            return new RootedPath(this, file);
        }
        if (first.startsWith("file:")) {
            return new RootedPath(this, Path.of(URI.create(first.replace(" ", "%20"))));
        }
        throw new IllegalArgumentException("This host opens file: and " + WORKFLOW + " URLs only, not " + first);
    }

    private static String decode(final String s) {
        return URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
