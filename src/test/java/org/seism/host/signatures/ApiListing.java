package org.seism.host.signatures;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Signatures of KNIME's API. A line is tab-separated: "C", class, declaration; or "M"/"F", class, member, JVM descriptor,
 * modifiers, notes. Lines that start with "#" are comments.
 */
final class ApiListing {

    /** KNIME's listing, the lines the slice uses. */
    static final String IN_USE = "/api/api-signatures-in-use.txt";

    /** What the listing lacks, checked in the sources of KNIME's release 5.8.0. */
    static final String FROM_SOURCE = "/api/api-signatures-5.8-source.txt";

    /** A listed class with its members' lines by "name descriptor". */
    record ApiClass(String declaration, String line, Map<String, String> members) {

        boolean isInterface() {
            return declaration.contains("interface ");
        }
    }

    private final Map<String, ApiClass> classes = new LinkedHashMap<>();

    private final Set<String> mentioned = new LinkedHashSet<>();

    private ApiListing() {
    }

    static ApiListing ofResources() throws IOException {
        final ApiListing listing = new ApiListing();
        for (final String resource : List.of(IN_USE, FROM_SOURCE)) {
            try (Reader reader =
                new InputStreamReader(ApiListing.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
                listing.add(reader);
            }
        }
        return listing;
    }

    static ApiListing of(final Path... files) throws IOException {
        final ApiListing listing = new ApiListing();
        for (final Path file : files) {
            try (Reader reader = Files.newBufferedReader(file)) {
                listing.add(reader);
            }
        }
        return listing;
    }

    private void add(final Reader reader) throws IOException {
        for (final String line : new BufferedReader(reader).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            final String[] f = line.split("\t");
            if ("C".equals(f[0])) {
                classes.put(f[1], new ApiClass(f[2], line, new LinkedHashMap<>()));
                for (final String word : f[2].split("[ ,<>]+")) {
                    mentioned.add(word);
                }
            } else {
                classes.get(f[1]).members().put(f[2] + " " + f[3], line);
                for (final String word : f[3].split("[();\\[]+")) {
                    if (word.startsWith("L")) {
                        mentioned.add(word.substring(1).replace('/', '.'));
                    }
                }
            }
        }
    }

    ApiClass get(final String className) {
        return classes.get(className);
    }

    /** Whether a class occurs in a listed declaration or descriptor, without being listed itself. */
    boolean mentions(final String className) {
        return mentioned.contains(className);
    }

    /** The modifiers of a listed member, or null. */
    String modifiers(final String className, final String nameAndDescriptor) {
        final ApiClass api = classes.get(className);
        final String line = api == null ? null : api.members().get(nameAndDescriptor);
        return line == null ? null : line.split("\t")[4];
    }
}
