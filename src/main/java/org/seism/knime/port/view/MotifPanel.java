package org.seism.knime.port.view;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;

import javax.imageio.ImageIO;
import javax.swing.ImageIcon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.SwingConstants;
import javax.swing.SwingWorker;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;

import org.seism.Progress;
import org.seism.analysis.MotifResult;
import org.seism.analysis.field.FieldText;
import org.seism.analysis.field.FieldType;
import org.seism.analysis.field.MotifField;
import org.seism.motif.SiteMatrix;
import org.seism.motif.logo.LogoOptions;
import org.seism.motif.logo.SequenceLogo;

/**
 * Motifs as rows of a table with their logos. Sites are counted only when the view is shown, beside KNIME's user interface and not
 * in it, and no longer than it is shown.
 */
final class MotifPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int LOGO_WIDTH = 180;
    private static final int TEXT_WIDTH = 50;
    private static final int ROW_HEIGHT = 64;

    private final transient List<MotifField> m_fields;
    private final transient Function<Progress, List<MotifResult>> m_source;
    private transient Work m_work;

    /**
     * @param title of the tab that KNIME puts the view into
     * @param fields the columns
     * @param source counts sites and makes the motifs
     */
    MotifPanel(final String title, final List<MotifField> fields, final Function<Progress, List<MotifResult>> source) {
        super(new BorderLayout());
        m_fields = fields;
        m_source = source;
        setName(title);
        add(new JLabel("The motifs' sites are being counted.", SwingConstants.CENTER));
    }

    @Override
    public void addNotify() {
        super.addNotify();
        if (m_work == null) {
            m_work = new Work();
            m_work.execute();
        }
    }

    @Override
    public void removeNotify() {
        if (m_work != null && !m_work.isDone()) {
            m_work.cancel(false);
            m_work = null;
        }
        super.removeNotify();
    }

    /** Shows the motifs now, on the calling thread. */
    void complete() {
        fill(rows(Progress.NONE));
    }

    private List<List<Object>> rows(final Progress progress) {
        final List<List<Object>> rows = new ArrayList<>();
        for (final MotifResult result : m_source.apply(progress)) {
            final List<Object> row = new ArrayList<>();
            for (final MotifField field : m_fields) {
                final Object value = field.read(result).orElse(null);
                row.add(field.type() == FieldType.PICTURE ? logo((SiteMatrix)value)
                    : field.type() == FieldType.NUMBER || field.type() == FieldType.INTEGER ? value : FieldText.of(field.read(result)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static ImageIcon logo(final SiteMatrix matrix) {
        if (matrix == null || matrix.sites() == 0) {
            return null;
        }
        try {
            return new ImageIcon(
                ImageIO.read(new ByteArrayInputStream(SequenceLogo.of(matrix, LogoOptions.defaults()).png(LOGO_WIDTH))));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // from memory
        }
    }

    private void fill(final List<List<Object>> rows) {
        removeAll();
        final JTable table = new JTable(new Model(m_fields, rows));
        table.setAutoCreateRowSorter(true);
        table.setAutoResizeMode(JTable.AUTO_RESIZE_OFF);
        table.setIntercellSpacing(new Dimension(8, 1));
        table.setDefaultRenderer(Double.class, new NumberRenderer());
        int height = ROW_HEIGHT;
        for (int c = 0; c < m_fields.size(); c++) {
            final boolean picture = m_fields.get(c).type() == FieldType.PICTURE;
            table.getColumnModel().getColumn(c).setPreferredWidth(
                picture ? LOGO_WIDTH + 12 : Math.max(TEXT_WIDTH, 7 * m_fields.get(c).label().length() + 16));
            for (final List<Object> row : picture ? rows : List.<List<Object>>of()) {
                height = row.get(c) instanceof ImageIcon icon ? Math.max(height, icon.getIconHeight() + 4) : height;
            }
        }
        table.setRowHeight(height);
        table.setPreferredScrollableViewportSize(new Dimension(table.getPreferredSize().width, height * Math.min(8, rows.size())));
        add(new JScrollPane(table));
        revalidate();
        repaint();
    }

    /** The table in the view, or null while the sites are counted. */
    JTable table() {
        return getComponent(0) instanceof JScrollPane scroll ? (JTable)scroll.getViewport().getView() : null;
    }

    private final class Work extends SwingWorker<List<List<Object>>, Void> {
        @Override
        protected List<List<Object>> doInBackground() {
            return rows(new Progress() {
                @Override
                public void report(final double fraction, final Supplier<String> message) {
                    // the view has no bar
                }

                @Override
                public boolean isCancelled() {
                    return Work.this.isCancelled();
                }
            });
        }

        @Override
        protected void done() {
            try {
                fill(get());
            } catch (CancellationException e) {
                // the view was closed
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                removeAll();
                add(new JLabel("The motifs can't be shown: " + e.getCause().getMessage(), SwingConstants.CENTER));
                revalidate();
            }
        }
    }

    private static final class Model extends AbstractTableModel {
        private static final long serialVersionUID = 1L;

        private final transient List<MotifField> m_columns;
        private final transient List<List<Object>> m_rows;

        Model(final List<MotifField> columns, final List<List<Object>> rows) {
            m_columns = columns;
            m_rows = rows;
        }

        @Override
        public int getRowCount() {
            return m_rows.size();
        }

        @Override
        public int getColumnCount() {
            return m_columns.size();
        }

        @Override
        public String getColumnName(final int column) {
            return m_columns.get(column).label();
        }

        @Override
        public Class<?> getColumnClass(final int column) {
            return switch (m_columns.get(column).type()) {
                case PICTURE -> ImageIcon.class;
                case INTEGER -> Integer.class;
                case NUMBER -> Double.class;
                default -> String.class;
            };
        }

        @Override
        public Object getValueAt(final int row, final int column) {
            return m_rows.get(row).get(column);
        }
    }

    /** Four digits tell motifs apart; the table of the node has all. */
    private static final class NumberRenderer extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getTableCellRendererComponent(final JTable table, final Object value, final boolean selected,
            final boolean focused, final int row, final int column) {
            final Object text = value instanceof Double d ? String.format(Locale.ROOT, "%.4g", d) : value;
            super.getTableCellRendererComponent(table, text, selected, focused, row, column);
            setHorizontalAlignment(SwingConstants.RIGHT);
            return this;
        }
    }
}
