package org.seism.knime.port.view;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Arrays;
import java.util.Locale;

import javax.swing.JPanel;

import org.seism.study.Phenotype;

/** How the phenotype is distributed: bars over the range of numbers, or one bar for controls and one for cases. */
final class Histogram extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int MOST_BARS = 30;
    private static final int MARGIN = 36;
    /** The Okabe-Ito palette's blue, which all readers of colour tell from white and grey. */
    private static final Color BAR = new Color(0x0072B2);
    private static final Color TEXT = new Color(0x333333);

    private final int[] m_counts;
    private final String[] m_labels;
    private final String m_title;

    private Histogram(final int[] counts, final String[] labels, final String title) {
        m_counts = counts;
        m_labels = labels;
        m_title = title;
        setPreferredSize(new Dimension(560, 240));
        setToolTipText(title + ": number of sequences");
    }

    /**
     * @param phenotype of at least one sequence
     * @return its histogram
     */
    static Histogram of(final Phenotype phenotype) {
        final double[] values = phenotype.values();
        if (phenotype.isBinary()) {
            final int cases = (int)Arrays.stream(values).filter(v -> v == 1).count();
            return new Histogram(new int[]{values.length - cases, cases},
                new String[]{"0", "1 = " + phenotype.positiveClass()}, phenotype.name());
        }
        final double min = Arrays.stream(values).min().orElse(0);
        final double max = Arrays.stream(values).max().orElse(0);
        final int bars = max > min ? Math.max(5, Math.min(MOST_BARS, (int)Math.ceil(Math.sqrt(values.length)))) : 1;
        final int[] counts = new int[bars];
        for (final double v : values) {
            // in this order, because the range of huge values can overflow
            counts[(int)Math.min(bars - 1, (v / 2 - min / 2) / (max / 2 - min / 2) * bars)]++;
        }
        return new Histogram(counts, new String[]{text(min), text(max)}, phenotype.name());
    }

    /** Numbers of sequences in the bars. */
    int[] counts() {
        return m_counts.clone();
    }

    private static String text(final double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }

    @Override
    protected void paintComponent(final Graphics graphics) {
        final Graphics2D g = (Graphics2D)graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, getWidth(), getHeight());
        final FontMetrics font = g.getFontMetrics();
        final int width = getWidth() - 2 * MARGIN;
        final int base = getHeight() - MARGIN;
        final int most = Math.max(1, Arrays.stream(m_counts).max().orElse(1));
        for (int i = 0; i < m_counts.length; i++) {
            final int left = MARGIN + i * width / m_counts.length;
            final int right = MARGIN + (i + 1) * width / m_counts.length;
            final int height = (int)((long)(base - MARGIN) * m_counts[i] / most);
            g.setColor(BAR);
            g.fillRect(left + 1, base - height, Math.max(1, right - left - 2), height);
            if (m_counts.length == 2) {
                centred(g, m_labels[i], (left + right) / 2, base + font.getAscent() + 4);
                centred(g, Integer.toString(m_counts[i]), (left + right) / 2, base - height - 4);
            }
        }
        g.setColor(TEXT);
        g.drawLine(MARGIN, base, MARGIN + width, base);
        if (m_counts.length != 2) {
            g.drawString(m_labels[0], MARGIN, base + font.getAscent() + 4);
            g.drawString(m_labels[1], MARGIN + width - font.stringWidth(m_labels[1]), base + font.getAscent() + 4);
            g.drawString(Integer.toString(most), MARGIN - 4 - font.stringWidth(Integer.toString(most)), MARGIN + font.getAscent() / 2);
        }
        centred(g, m_title + " (number of sequences)", MARGIN + width / 2, font.getAscent() + 4);
        g.dispose();
    }

    private static void centred(final Graphics2D g, final String text, final int x, final int y) {
        g.setColor(TEXT);
        g.drawString(text, x - g.getFontMetrics().stringWidth(text) / 2, y);
    }
}
