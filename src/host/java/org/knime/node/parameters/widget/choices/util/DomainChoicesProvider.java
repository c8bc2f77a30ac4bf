package org.knime.node.parameters.widget.choices.util;

import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Stands for KNIME's list of a column's possible values. */
public interface DomainChoicesProvider extends StringChoicesProvider {

    String getColumnName();

    @Override
    default List<String> choices(final NodeParametersInput context) {
        final String name = getColumnName();
        return Arrays.stream(context.getInTableSpecs()).filter(s -> s != null && s.containsName(name)).findFirst()
            .map(s -> s.getColumnSpec(name)).map(DataColumnSpec::getDomain).filter(d -> d.hasValues())
            .map(d -> d.getValues().stream().map(Object::toString).toList()).orElse(List.of());
    }
}
