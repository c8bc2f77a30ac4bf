package org.knime.filehandling.core.connections;

import java.util.EnumSet;
import java.util.Set;

/** Stands for KNIME's kinds of file systems. */
public enum FSCategory {
    LOCAL("Local File System"), RELATIVE("Relative to"), MOUNTPOINT("Mountpoint"), HUB_SPACE("Hub Space"),
    CUSTOM_URL("Custom/KNIME URL"), CONNECTED("");

    private final String label;

    FSCategory(final String label) {
        this.label = label;
    }

    public String getLabel() {
        return label;
    }

    public static Set<FSCategory> getStandardFSCategories() {
        return EnumSet.complementOf(EnumSet.of(CONNECTED));
    }
}
