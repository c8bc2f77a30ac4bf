package org.knime.filehandling.core.connections;

/** Stands for KNIME's anchors of relative locations. */
public enum RelativeTo {
    SPACE("knime.space"), MOUNTPOINT("knime.mountpoint"), WORKFLOW("knime.workflow"),
    WORKFLOW_DATA("knime.workflow.data");

    private final String settingsValue;

    RelativeTo(final String settingsValue) {
        this.settingsValue = settingsValue;
    }

    public String getSettingsValue() {
        return settingsValue;
    }

    public static RelativeTo fromSettingsValue(final String string) {
        for (final RelativeTo anchor : values()) {
            if (anchor.settingsValue.equals(string)) {
                return anchor;
            }
        }
        throw new IllegalArgumentException("Unknown relative to option: " + string);
    }
}
