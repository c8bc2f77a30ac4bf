package org.seism.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.seism.host.sample.BulkMakerFactory;
import org.seism.host.sample.BulkPortObject;
import org.seism.host.sample.BulkReaderFactory;

/** Port objects reach consumers as copies; files are found where KNIME finds them. */
class PortTest {

    private static BulkPortObject bulk() {
        final NodeHarness maker = Sample.node(BulkMakerFactory.class).input(0, Sample.numbers());
        assertTrue(maker.execute(), maker.message().toString());
        return maker.output(0);
    }

    private static NodeHarness reader(final Path workflow, final String type, final String specifier, final String path)
        throws InvalidSettingsException, IOException {
        final NodeHarness node = NodeHarness.of(Sample.bundle(), BulkReaderFactory.class, workflow).input(0, bulk());
        final String xml = "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"model\"><config key=\"file\">"
            + "<config key=\"path\"><entry key=\"location_present\" type=\"xboolean\" value=\"true\"/>"
            + "<entry key=\"file_system_type\" type=\"xstring\" value=\"" + type + "\"/>"
            + (specifier == null ? ""
                : "<entry key=\"file_system_specifier\" type=\"xstring\" value=\"" + specifier + "\"/>")
            + "<entry key=\"path\" type=\"xstring\" value=\"" + path + "\"/></config></config></config>";
        return node.load(org.knime.core.node.NodeSettings
            .loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    private static double last(final NodeHarness node) {
        assertTrue(node.execute(), node.message().toString());
        final BufferedDataTable table = node.table(0);
        double value = Double.NaN;
        for (final var row : table) {
            value = ((org.knime.core.data.DoubleValue)row.getCell(0)).getDoubleValue();
        }
        return value;
    }

    @Test
    void everyConsumerGetsItsOwnCopyAtEveryExecution() throws IOException {
        final BulkPortObject bulk = bulk();
        final int saves = BulkPortObject.SAVES.get();
        final int loads = BulkPortObject.LOADS.get();
        final NodeHarness reader = Sample.node(BulkReaderFactory.class).input(0, bulk);
        for (int i = 0; i < 2; i++) {
            assertTrue(reader.execute(), reader.message().toString());
            // the consumer overwrites the first number of its copy: the next one must not see that
            assertEquals("Rows: 2, Cols: 1", reader.table(0).getSummary());
            assertEquals("1.5", reader.table(0).iterator().next().getCell(0).toString());
        }
        assertEquals(saves + 2, BulkPortObject.SAVES.get());
        assertEquals(loads + 2, BulkPortObject.LOADS.get());
        final BulkPortObject copy = PortsOnDisk.copy(bulk);
        assertNotSame(bulk, copy);
        assertEquals(bulk.getSpec(), copy.getSpec());
        assertEquals(bulk.getSummary(), copy.getSummary());
        assertTrue(PortsOnDisk.size(bulk) > 16);
        assertEquals("Sample bulk", BulkPortObject.TYPE.getName());
    }

    @Test
    void filesAreFoundInTheWorkflowAndOutside(@TempDir final Path workflow)
        throws IOException, InvalidSettingsException {
        Files.createDirectories(workflow.resolve("data"));
        Files.writeString(workflow.resolve("data/in file.txt"), "7\n");
        assertEquals(7, last(reader(workflow, "RELATIVE", "knime.workflow.data", "in file.txt")));
        assertEquals(7, last(reader(workflow, "RELATIVE", "knime.workflow", "data/in file.txt")));
        assertEquals(7, last(reader(workflow, "LOCAL", null, workflow.resolve("data/in file.txt").toString())));
        assertEquals(7, last(reader(workflow, "CUSTOM_URL", "1000", "knime://knime.workflow/data/in%20file.txt")));
        assertEquals(7, last(reader(workflow, "CUSTOM_URL", "1000",
            workflow.resolve("data/in file.txt").toUri().toString())));
    }

    @Test
    void failuresToOpenReadAsInKnime(@TempDir final Path workflow) throws IOException, InvalidSettingsException {
        final NodeHarness missing = reader(workflow, "RELATIVE", "knime.workflow.data", "in.fa");
        missing.execute();
        assertEquals("ERROR Cannot read: java.nio.file.NoSuchFileException: /in.fa", missing.message().toString());
        final NodeHarness outside = reader(workflow, "RELATIVE", "knime.workflow.data", "../../x");
        outside.execute();
        assertEquals("ERROR Cannot read: java.nio.file.NoSuchFileException: /x", outside.message().toString());
        final NodeHarness url = reader(workflow, "CUSTOM_URL", "1000", "knime://knime.workflow/../x");
        url.execute();
        assertTrue(url.message().text().startsWith("Execute failed: Cannot access items outside the workflow"));
        final NodeHarness space = reader(workflow, "RELATIVE", "knime.space", "x");
        space.execute();
        assertEquals("ERROR Execute failed: Relative to current Hub Space file system is not registered",
            space.message().toString());
    }
}
