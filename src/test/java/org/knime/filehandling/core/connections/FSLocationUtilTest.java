package org.knime.filehandling.core.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The step from the address of a dropped file to a location, as KNIME 5.8 makes it. */
class FSLocationUtilTest {

    @Test
    @DisplayName("files, places in and beside the workflow, mount points, other addresses")
    void locations() {
        assertEquals(new FSLocation(FSCategory.LOCAL, Path.of("/data/my genes.fa").toString()),
            FSLocationUtil.createFromURL("file:/data/my genes.fa"));
        assertEquals(new FSLocation(FSCategory.RELATIVE, "knime.workflow", "data/a.fa"),
            FSLocationUtil.createFromURL("knime://knime.workflow/data/a.fa"));
        assertEquals(new FSLocation(FSCategory.RELATIVE, "knime.workflow.data", "."),
            FSLocationUtil.createFromURL("knime://knime.workflow.data/"));
        assertEquals(new FSLocation(FSCategory.MOUNTPOINT, "LOCAL", "/a.fa"), FSLocationUtil.createFromURL("knime://LOCAL/a.fa"));
        assertEquals(new FSLocation(FSCategory.CUSTOM_URL, "1000", "https://example.org/a.fa"),
            FSLocationUtil.createFromURL("https://example.org/a.fa"));
    }

    @Test
    @DisplayName("what is no address is refused")
    void refused() {
        for (final String address : new String[]{null, " ", "knime:///a.fa", "http://[a.fa"}) {
            assertThrows(IllegalArgumentException.class, () -> FSLocationUtil.createFromURL(address), address);
        }
        assertThrows(NullPointerException.class, () -> FSLocationUtil.createFromURL("a.fa"));
    }
}
