package org.seism.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.seism.Version;

/** The version stands in pom.xml; wherever else a file needs it, it is the same. */
class VersionTest {

    /** File, and what stands before the version in it; several in one file are all compared. */
    private static final Map<String, String> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("META-INF/MANIFEST.MF", "Bundle-Version: ");
        PLACES.put("src/host/osgi/org.seism.host.MF", "Bundle-Version: ");
        PLACES.put("feature/feature.xml", "(?:\\n      |id=\"org\\.seism\\.knime\" )version=\"");
        PLACES.put("update/category.xml", "<feature id=\"org\\.seism\\.feature\" version=\"");
        PLACES.put("update/update-site.xml", "name=\"org\\.seism\\.host\" version=\"");
        final String tycho = "<artifactId>org\\.seism\\.tycho</artifactId>\\s*<version>";
        for (final String pom : List.of("tycho/pom.xml", "pom-tycho.xml", "feature/pom.xml", "update/pom.xml")) {
            PLACES.put(pom, tycho);
        }
        PLACES.put("spark/pom.xml", "<artifactId>seism-spark</artifactId>\\s*<version>");
        PLACES.put("CITATION.cff", "\\nversion: ");
        PLACES.put("CHANGELOG.md", "\\A# [^\\n]+\\s+## ");
        PLACES.put("docs/INSTALL.md", "org\\.seism\\.update_");
        PLACES.put("docs/USER_GUIDE.md", "with SEISM ");
    }

    @TestFactory
    @DisplayName("every file that names the version names that of pom.xml")
    Stream<DynamicTest> places() {
        return PLACES.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
            final Matcher m = Pattern.compile(e.getValue() + "(\\d+\\.\\d+\\.\\d+)").matcher(Files.readString(Path.of(e.getKey())));
            assertTrue(m.find(), "no version after " + e.getValue());
            do {
                assertEquals(Version.NUMBER, m.group(1));
            } while (m.find());
        }));
    }

    @TestFactory
    @DisplayName("the code's version is that of pom.xml")
    Stream<DynamicTest> code() throws IOException {
        final Matcher m = Pattern.compile("<artifactId>org\\.seism\\.knime</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(m.find());
        return Stream.of(DynamicTest.dynamicTest(m.group(1), () -> assertEquals(m.group(1), Version.NUMBER)));
    }
}
