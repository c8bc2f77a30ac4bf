package org.seism.knime.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.node.ModelContent;
import org.seism.analysis.TestedMotifs;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.chain.SamplingSettings;

/** What earlier versions have saved is still read. */
class OlderContentTest {

    @Test
    @DisplayName("version 1 of a null sample: a path")
    void sampleWithoutBranches() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(2);
        for (int j = 0; j < 2; j++) {
            out.writeInt(j + 1);
            for (final double value : new double[]{0.4, -1.5, -20, -10}) {
                out.writeDouble(value);
            }
            out.writeBoolean(true);
            out.writeInt(j);
            StudyCodec.writeDoubles(new double[]{0.1, 0.2, 0.4, 0.3, 0.5}, out);
            out.writeInt(2);
            out.writeDouble(3.5);
            out.writeBoolean(false);
            out.writeBoolean(j == 1);
        }
        final DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        final List<SelectiveTest> tests = TestCodec.read(in, 1);
        assertEquals(-1, in.read());
        assertEquals(2, tests.size());
        assertArrayEquals(new int[]{5}, tests.get(1).sample().orElseThrow().branches());
        assertEquals(0.4, tests.get(1).sample().orElseThrow().observed());
        assertEquals(0.4, tests.get(1).sample().orElseThrow().p());
        assertEquals(3.5, tests.get(1).sample().orElseThrow().trials());
        assertTrue(tests.get(1).sample().orElseThrow().approximate());
        assertFalse(tests.get(0).sample().orElseThrow().approximate());
    }

    @Test
    @DisplayName("settings without branches: one chain")
    void settingsWithoutBranches() throws Exception {
        final ModelContent model = new ModelContent("sampling");
        model.addString("nullModel", "PERMUTATION");
        model.addString("hypothesis", "PARTIAL");
        model.addString("kernel", "HYPERSPHERE");
        model.addInt("replicates", 99);
        model.addInt("thinning", 3);
        model.addInt("maxReplicates", 999);
        model.addLong("seed", 5);
        final SamplingSettings settings = TestCodec.readSettings(model);
        assertEquals(1, settings.branches());
        assertEquals(5, settings.seed());
        assertEquals(999, settings.maxReplicates());
        final ModelContent again = new ModelContent("sampling");
        TestCodec.writeSettings(settings.withBranches(7), again);
        assertEquals(settings.withBranches(7), TestCodec.readSettings(again));
    }

    @Test
    @DisplayName("checks of the tests come back, and older files have none")
    void checks() throws IOException {
        final List<TestedMotifs.Check> checks = List.of(new TestedMotifs.Check(1, 1 == 1, "a"), new TestedMotifs.Check(3, 3 == 1, "\u03b1 b"));
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TestCodec.writeChecks(checks, new DataOutputStream(bytes));
        assertEquals(checks, TestCodec.readChecks(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
            VersionedEntries.VERSION));
        assertEquals(List.of(), TestCodec.readChecks(new DataInputStream(new ByteArrayInputStream(new byte[0])), VersionedEntries.CHECKS - 1));
    }

    @Test
    @DisplayName("versions up to this one are readable")
    void versions() {
        assertTrue(VersionedEntries.isReadable(1));
        assertTrue(VersionedEntries.isReadable(VersionedEntries.VERSION));
        assertFalse(VersionedEntries.isReadable(VersionedEntries.VERSION + 1));
        assertFalse(VersionedEntries.isReadable(0));
    }
}
