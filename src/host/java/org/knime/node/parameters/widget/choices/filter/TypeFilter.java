package org.knime.node.parameters.widget.choices.filter;

import org.knime.node.parameters.persistence.Persistable;

/** Stands for KNIME's type part of a filter. */
public abstract class TypeFilter implements Persistable {

    public String[] m_selectedTypes = {};

    protected TypeFilter() {
    }
}
