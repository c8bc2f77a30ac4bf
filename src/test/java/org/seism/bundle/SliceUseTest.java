package org.seism.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The slice of KNIME's API holds what the product or the host's runner uses, and what that needs; nothing for its own sake. */
class SliceUseTest {
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    @DisplayName("every class of the slice is reached from the nodes or from the host")
    void reached() throws IOException {
        final Map<String, Set<String>> uses = uses();
        assertTrue(uses.keySet().stream().filter(SliceUseTest::isSlice).count() > 200, "the slice is not where this test looks for it");
        assertEquals(Set.of(), unreached(uses, c -> !isSlice(c)), "classes of the slice to delete");
    }

    @Test
    @DisplayName("a class that nobody uses is found")
    void bites() throws IOException {
        assertTrue(unreached(uses(), c -> c.startsWith("org.seism.host.")).contains("org.knime.core.data.image.png.PNGImageCellFactory"),
            "the host alone makes no images");
    }

    private static boolean isSlice(final String name) {
        return name.startsWith("org.knime.");
    }

    /** @return the classes of the slice that can't be reached from these */
    private static Set<String> unreached(final Map<String, Set<String>> uses, final Predicate<String> start) {
        final Set<String> reached = new HashSet<>();
        final Deque<String> next = new ArrayDeque<>();
        uses.keySet().stream().filter(start).forEach(next::add);
        while (!next.isEmpty()) {
            final String name = next.pop();
            if (reached.add(name)) {
                uses.get(name).stream().filter(uses::containsKey).forEach(next::add);
            }
        }
        final Set<String> rest = new TreeSet<>(uses.keySet());
        rest.removeIf(c -> !isSlice(c) || reached.contains(c));
        return rest;
    }

    /** @return what each compiled class names, nested classes apart */
    private static Map<String, Set<String>> uses() throws IOException {
        final Map<String, Set<String>> uses = new HashMap<>();
        try (Stream<Path> files = Files.walk(CLASSES.resolve("org"))) {
            for (final Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    final String name = CLASSES.relativize(file).toString().replace('/', '.').replace('\\', '.');
                    uses.put(name.substring(0, name.length() - ".class".length()), ClassFile.classes(in));
                }
            }
        }
        return uses;
    }
}
