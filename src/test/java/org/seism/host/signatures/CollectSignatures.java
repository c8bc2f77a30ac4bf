package org.seism.host.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Copies the lines that the slice uses from the full listing of KNIME's API into the test resources, so that a clone
 * without the listing checks itself. Run it after extending the slice:
 *
 * <pre>
 * mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * java -cp "target/test-classes:$(cat target/classpath)" org.seism.host.signatures.CollectSignatures \
 *     LISTING target/classes/org/knime src/test/resources/api
 * </pre>
 */
final class CollectSignatures {

    private CollectSignatures() {
    }

    public static void main(final String[] args) throws IOException {
        final Path resources = Path.of(args[2]);
        final ApiListing listing = ApiListing.of(Path.of(args[0]));
        final SliceCheck check = new SliceCheck(ClassFiles.read(Path.of(args[1])), listing);
        final List<String> lines = new ArrayList<>(List.of(
            "# Signatures of the KNIME 5.8 API that the slice in src/host/java/org/knime declares (CollectSignatures made it).",
            "# C class declaration | M|F class member JVM-descriptor modifiers [notes]"));
        final TreeSet<String> byClass = new TreeSet<>((a, b) -> {
            final String[] x = a.split("\t");
            final String[] y = b.split("\t");
            final int order = x[1].compareTo(y[1]);
            return order != 0 ? order : a.compareTo(b);
        });
        byClass.addAll(check.used());
        lines.addAll(byClass);
        Files.createDirectories(resources);
        Files.write(resources.resolve("api-signatures-in-use.txt"), lines);
        System.out.println(byClass.size() + " lines in use; not in this listing:");
        check.violations().forEach(v -> System.out.println("  " + v));
    }
}
