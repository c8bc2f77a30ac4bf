package org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

import org.knime.node.parameters.persistence.Persistable;

/** Stands for KNIME's manual part of a filter. */
public class ManualFilter implements Persistable {

    public String[] m_manuallySelected = {};

    public String[] m_manuallyDeselected = {};

    public boolean m_includeUnknownColumns;

    public ManualFilter(final String[] initialSelected) {
        m_manuallySelected = initialSelected.clone();
    }

    ManualFilter() {
    }

    public Predicate<String> getFilterPredicate() {
        final List<String> selected = Arrays.asList(m_manuallySelected);
        final List<String> deselected = Arrays.asList(m_manuallyDeselected);
        return name -> selected.contains(name) || m_includeUnknownColumns && !deselected.contains(name);
    }
}
