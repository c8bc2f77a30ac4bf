package org.seism.host.signatures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.seism.host.signatures.ClassFiles.Compiled;

/** The slice has nothing that KNIME lacks, and the bundle uses nothing that the slice lacks. */
class SliceSignatureTest {

    private static final Path CLASSES = Path.of("target", "classes");

    private static Map<String, Compiled> slice() throws IOException {
        return ClassFiles.read(CLASSES.resolve("org/knime"));
    }

    @Test
    void sliceHasOnlyWhatTheListingHas() throws IOException {
        final SliceCheck check = new SliceCheck(slice(), ApiListing.ofResources());
        assertEquals(List.of(), check.violations());
        assertTrue(check.used().size() > 500, "only " + check.used().size() + " signatures seen");
    }

    @Test
    void aMemberThatIsNotListedIsFound() throws IOException {
        final Path empty = Files.createTempFile("listing", ".txt");
        Files.writeString(empty, "C\torg.knime.core.data.StringValue\tpublic interface org.knime.core.data.StringValue\n");
        final List<String> violations = new SliceCheck(slice(), ApiListing.of(empty)).violations();
        Files.delete(empty);
        assertTrue(violations.contains(
            "org.knime.core.data.StringValue.getStringValue ()Ljava/lang/String; is not in the listing"));
        assertTrue(violations.contains("org.knime.core.data.StringValue must not extend or implement "
            + "org.knime.core.data.DataValue"));
        assertTrue(violations.contains("org.knime.core.data.DataCell is not in the listing"));
    }

    @Test
    void aLooserModifierIsFound() throws IOException {
        final Path stricter = Files.createTempFile("listing", ".txt");
        Files.writeString(stricter, "C\torg.knime.core.data.DataCell\tpublic final class org.knime.core.data.DataCell implements "
            + "org.knime.core.data.DataValue,java.io.Serializable\n"
            + "M\torg.knime.core.data.DataCell\tisMissing\t()Z\tpublic final\n"
            + "C\torg.knime.core.data.def.DefaultRow\tpublic abstract class org.knime.core.data.def.DefaultRow implements "
            + "org.knime.core.data.DataRow\n");
        final List<String> violations = new SliceCheck(slice(), ApiListing.of(stricter)).violations();
        Files.delete(stricter);
        assertTrue(violations.contains("org.knime.core.data.DataCell must be final"), violations.toString());
        assertTrue(violations.contains("org.knime.core.data.DataCell.isMissing ()Z must be public final"), violations.toString());
        assertTrue(violations.contains("org.knime.core.data.def.DefaultRow must be abstract"), violations.toString());
    }

    @Test
    void bundleRefersOnlyToListedMembers() throws IOException {
        final ReferenceCheck check = new ReferenceCheck(slice(), ApiListing.ofResources());
        for (final Path file : ClassFiles.below(CLASSES.resolve("org/seism"))) {
            if (!file.startsWith(CLASSES.resolve("org/seism/host"))) {
                check.check(file);
            }
        }
        assertEquals(Set.of(), check.violations());
    }

    @Test
    void aReferenceBeyondTheListingIsFound() throws IOException {
        final Path empty = Files.createTempFile("listing", ".txt");
        final ReferenceCheck check = new ReferenceCheck(slice(), ApiListing.of(empty));
        Files.delete(empty);
        for (final Path file : ClassFiles.below(Path.of("target/test-classes/org/seism/host/sample"))) {
            check.check(file);
        }
        assertFalse(check.violations().isEmpty());
        assertTrue(check.references() > 100, "only " + check.references() + " references seen");
    }

    @Test
    void sampleNodesReferOnlyToListedMembers() throws IOException {
        final ReferenceCheck check = new ReferenceCheck(slice(), ApiListing.ofResources());
        for (final Path file : ClassFiles.below(Path.of("target/test-classes/org/seism/host/sample"))) {
            check.check(file);
        }
        assertEquals(Set.of(), check.violations());
    }

    @Test
    void engineKnowsNothingOfKnime() throws IOException {
        for (final Path file : ClassFiles.below(CLASSES.resolve("org/seism"))) {
            final Path inside = CLASSES.resolve("org/seism").relativize(file);
            if (!inside.startsWith("host") && !inside.startsWith("knime")) {
                final ReferenceCheck check = new ReferenceCheck(slice(), ApiListing.ofResources());
                check.check(file);
                assertEquals(0, check.references(), inside + " refers to org.knime");
            }
        }
    }
}
