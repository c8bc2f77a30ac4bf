package org.seism;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import javax.imageio.ImageIO;

/** Five small charts of seconds against one setting each, both axes logarithmic, as SVG and PNG. */
final class GrowthPlot {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 600;
    private static final int LEFT = 64;
    private static final int TOP = 44;
    private static final int CELL_WIDTH = 300;
    private static final int CELL_HEIGHT = 280;
    private static final int PLOT_WIDTH = 220;
    private static final int PLOT_HEIGHT = 196;
    private static final double LOW = 0.001;
    private static final double HIGH = 100;
    private static final String[] NAMES = {"grid", "exact tests", "1000 replicates"};
    private static final String[] TITLES = {"sequences", "letters per sequence", "width", "candidates", "motifs"};
    private static final String[] AXES = {"n", "length", "width", "candidates", "motifs"};
    /** Of the Okabe-Ito palette, which colour-blind readers can tell apart. */
    private static final Color[] COLOURS = {new Color(0x0072b2), new Color(0x009e73), new Color(0xd55e00)};

    private final Map<String, List<double[]>> m_points = new LinkedHashMap<>();
    private final StringBuilder m_svg = new StringBuilder();
    private final BufferedImage m_image = new BufferedImage(2 * WIDTH, 2 * HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D m_graphics = m_image.createGraphics();

    void add(final String axis, final double x, final double... seconds) {
        m_points.computeIfAbsent(axis, a -> new ArrayList<>()).add(new double[]{x, seconds[0], seconds[1], seconds[2]});
    }

    void write(final Path svg, final Path png) throws IOException {
        m_graphics.scale(2, 2);
        m_graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        m_graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        m_graphics.setColor(Color.WHITE);
        m_graphics.fillRect(0, 0, WIDTH, HEIGHT);
        m_svg.append(String.format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
            + "font-family=\"sans-serif\">%n<title>Seconds of processor time against each setting</title>%n"
            + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n", WIDTH, HEIGHT, WIDTH, HEIGHT));
        for (int k = 0; k < AXES.length; k++) {
            panel(TITLES[k], m_points.getOrDefault(AXES[k], List.of()), LEFT + k % 3 * CELL_WIDTH, TOP + k / 3 * CELL_HEIGHT);
        }
        legend(LEFT + 2 * CELL_WIDTH, TOP + CELL_HEIGHT + 20);
        m_svg.append("</svg>\n");
        Files.writeString(svg, m_svg);
        ImageIO.write(m_image, "png", png.toFile());
    }

    private void panel(final String title, final List<double[]> points, final int left, final int top) {
        text(title, left + PLOT_WIDTH / 2.0, top - 10, 14, "middle");
        for (double s = LOW; s < HIGH * 1.01; s *= 10) {
            final double y = y(s, top);
            line(left, y, left + PLOT_WIDTH, y, new Color(0xdddddd), 1);
            text(label(s) + " s", left - 6, y + 4, 11, "end");
        }
        if (points.isEmpty()) {
            return;
        }
        final double from = Math.log(points.get(0)[0]);
        final double to = Math.log(points.get(points.size() - 1)[0]);
        double next = Double.POSITIVE_INFINITY;
        // from the right, so that the largest value always has its label
        for (int k = points.size() - 1; k >= 0; k--) {
            final double[] p = points.get(k);
            final double x = left + PLOT_WIDTH * (0.04 + 0.92 * (Math.log(p[0]) - from) / (to - from));
            line(x, top + PLOT_HEIGHT, x, top + PLOT_HEIGHT + 4, Color.GRAY, 1);
            final double half = 3.2 * label(p[0]).length();
            if (x + half < next - 4) {
                text(label(p[0]), x, top + PLOT_HEIGHT + 18, 11, "middle");
                next = x - half;
            }
        }
        line(left, top + PLOT_HEIGHT, left + PLOT_WIDTH, top + PLOT_HEIGHT, Color.GRAY, 1);
        for (int series = 0; series < NAMES.length; series++) {
            double previousX = 0;
            double previousY = 0;
            for (int k = 0; k < points.size(); k++) {
                final double x = left + PLOT_WIDTH * (0.04 + 0.92 * (Math.log(points.get(k)[0]) - from) / (to - from));
                final double y = y(points.get(k)[1 + series], top);
                if (k > 0) {
                    line(previousX, previousY, x, y, COLOURS[series], 2);
                }
                dot(x, y, COLOURS[series]);
                previousX = x;
                previousY = y;
            }
        }
    }

    private void legend(final int left, final int top) {
        for (int series = 0; series < NAMES.length; series++) {
            line(left, top + 24 * series, left + 28, top + 24 * series, COLOURS[series], 2);
            dot(left + 14, top + 24 * series, COLOURS[series]);
            text(NAMES[series], left + 38, top + 24 * series + 5, 13, "start");
        }
        text("processor time of one thread;", left, top + 90, 12, "start");
        text("1000 sequences of 100 letters, width 8,", left, top + 108, 12, "start");
        text("10 000 candidates, 3 motifs, unless changed", left, top + 126, 12, "start");
    }

    private static double y(final double seconds, final int top) {
        final double clipped = Math.min(HIGH, Math.max(LOW, seconds));
        return top + PLOT_HEIGHT * (Math.log(HIGH) - Math.log(clipped)) / (Math.log(HIGH) - Math.log(LOW));
    }

    private static String label(final double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%,.0f", value).replace(',', ' ') : String.format(Locale.ROOT, "%.2g", value)
            .replaceAll("0+$", "");
    }

    private static String hex(final Color c) {
        return String.format("#%06x", c.getRGB() & 0xffffff);
    }

    private void line(final double x1, final double y1, final double x2, final double y2, final Color colour, final int width) {
        m_svg.append(String.format(Locale.ROOT, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
            x1, y1, x2, y2, hex(colour), width));
        m_graphics.setColor(colour);
        m_graphics.setStroke(new BasicStroke(width));
        m_graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    private void dot(final double x, final double y, final Color colour) {
        m_svg.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\" fill=\"%s\"/>%n", x, y, hex(colour)));
        m_graphics.setColor(colour);
        m_graphics.fill(new Ellipse2D.Double(x - 3.5, y - 3.5, 7, 7));
    }

    private void text(final String text, final double x, final double y, final int size, final String anchor) {
        m_svg.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" text-anchor=\"%s\" fill=\"#333333\">%s</text>%n",
            x, y, size, anchor, text));
        m_graphics.setColor(new Color(0x333333));
        m_graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        final double width = m_graphics.getFontMetrics().stringWidth(text);
        m_graphics.drawString(text, (float)(anchor.equals("middle") ? x - width / 2 : anchor.equals("end") ? x - width : x), (float)y);
    }
}
