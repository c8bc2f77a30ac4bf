package org.knime.node.parameters.widget.choices.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter.PatternMode;
import org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode;
import org.knime.node.parameters.persistence.Persistable;

/** Stands for KNIME's filter of typed names. */
public abstract class TypedStringFilter<T extends TypeFilter> implements Persistable {

    public TypedStringFilterMode m_mode = TypedStringFilterMode.MANUAL;

    public PatternFilter m_patternFilter = new PatternFilter();

    public ManualFilter m_manualFilter;

    public T m_typeFilter;

    protected TypedStringFilter(final String[] initialSelected, final T defaultTypeFilter) {
        m_manualFilter = new ManualFilter(initialSelected);
        m_typeFilter = defaultTypeFilter;
    }

    protected TypedStringFilter(final List<String> initialSelected, final T defaultTypeFilter) {
        this(initialSelected.toArray(new String[0]), defaultTypeFilter);
    }

    protected void setIncludeUnknownValues(final boolean value) {
        m_manualFilter.m_includeUnknownColumns = value;
    }

    protected String[] getMissingSelected(final String[] choices) {
        final List<String> present = Arrays.asList(choices);
        return m_mode == TypedStringFilterMode.MANUAL
            ? Stream.of(m_manualFilter.m_manuallySelected).filter(s -> !present.contains(s)).toArray(String[]::new)
            : new String[0];
    }

    protected String[] getSelected(final String[] choices, final Function<T, String[]> getSelectedFromTypeFilter) {
        return m_mode == TypedStringFilterMode.TYPE ? getSelectedFromTypeFilter.apply(m_typeFilter)
            : Stream.of(choices).filter(getStringFilterPredicate()).toArray(String[]::new);
    }

    protected Predicate<String> getStringFilterPredicate() {
        return switch (m_mode) {
            case MANUAL -> m_manualFilter.getFilterPredicate();
            case REGEX -> m_patternFilter.getIsSelectedPredicate(PatternMode.REGEX);
            case WILDCARD -> m_patternFilter.getIsSelectedPredicate(PatternMode.WILDCARD);
            case TYPE -> throw new IllegalStateException("A filter by type needs the columns' types.");
        };
    }
}
