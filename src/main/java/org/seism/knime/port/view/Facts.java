package org.seism.knime.port.view;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;

/** Names and what is true of them, in order, as a table of two columns. */
public final class Facts {
    private static final int NAME_WIDTH = 190;
    private static final int ROW_HEIGHT = 22;

    private final Map<String, String> m_facts = new LinkedHashMap<>();

    /**
     * @param name of the fact
     * @param value what is true; nothing is added for an empty text
     * @return these facts
     */
    public Facts add(final String name, final String value) {
        if (!value.isEmpty()) {
            m_facts.put(name, value);
        }
        return this;
    }

    /**
     * @param name of the fact
     * @param number its value
     * @return these facts
     */
    public Facts add(final String name, final long number) {
        return add(name, String.format(Locale.ROOT, "%,d", number));
    }

    /**
     * @param title of the tab that KNIME puts the view into
     * @return the view
     */
    public JComponent view(final String title) {
        final JPanel panel = new JPanel(new BorderLayout());
        panel.setName(title);
        panel.add(new JScrollPane(table()), BorderLayout.CENTER);
        return panel;
    }

    /** The table alone, as high as it has rows. */
    JTable table() {
        final DefaultTableModel model = new DefaultTableModel(new Object[]{"Property", "Value"}, 0) {
            private static final long serialVersionUID = 1L;

            @Override
            public boolean isCellEditable(final int row, final int column) {
                return false;
            }
        };
        m_facts.forEach((name, value) -> model.addRow(new Object[]{name, value}));
        final JTable table = new JTable(model);
        table.setRowHeight(ROW_HEIGHT);
        table.setIntercellSpacing(new Dimension(8, 1));
        table.getColumnModel().getColumn(0).setMinWidth(NAME_WIDTH);
        table.getColumnModel().getColumn(0).setMaxWidth(NAME_WIDTH);
        table.setPreferredScrollableViewportSize(new Dimension(3 * NAME_WIDTH, ROW_HEIGHT * model.getRowCount()));
        table.setFillsViewportHeight(true);
        return table;
    }
}
