package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataColumnSpec;

/** The type part of a column filter: names of preferred value classes. */
final class ColumnTypeFilter extends TypeFilter {

    String[] filter(final List<DataColumnSpec> choices) {
        final List<String> selected = Arrays.asList(m_selectedTypes);
        return choices.stream().filter(c -> selected.contains(c.getType().getPreferredValueClass().getName()))
            .map(DataColumnSpec::getName).toArray(String[]::new);
    }
}
