package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes;

/** Stands for KNIME's ways to filter columns. */
public enum TypedStringFilterMode {
    MANUAL, REGEX, WILDCARD, TYPE
}
