package org.seism.motif.logo;

import java.util.List;
import java.util.Locale;

import org.seism.motif.FrequencyMatrix;
import org.seism.motif.SiteMatrix;

/**
 * A sequence logo (Schneider and Stephens 1990): per column a stack of letters whose height is the information content in
 * bits, each letter's share its frequency. As SVG text and as PNG, both drawn from the same outlines, without fonts for
 * anything but the title and the captions. Immutable.
 * <p>
 * The SVG is SVG 1.1 (so that Batik, which KNIME uses, draws it as browsers do), has a title and a description for screen
 * readers, and everything that comes from the user is escaped in it.
 */
public final class SequenceLogo {
    private final List<LogoPanel> m_panels;
    private final LogoOptions m_options;
    private final String m_description;
    private final LogoDrawing m_drawing;

    private SequenceLogo(final List<LogoPanel> panels, final LogoOptions options, final String description) {
        m_panels = panels;
        m_options = options;
        m_description = description;
        m_drawing = LogoLayout.draw(panels, printable(options.title()));
    }

    /**
     * @param matrix a frequency matrix
     * @param options how to draw it; the small-sample correction needs the matrix's number of sites
     * @return its logo
     * @throws IllegalArgumentException if the flanks leave no column, or a protein's other strand is asked for
     */
    public static SequenceLogo of(final FrequencyMatrix matrix, final LogoOptions options) {
        return of(matrix, matrix.informationContent(options.smallSample()), options);
    }

    /**
     * @param matrix counts with flanks; the matrix's own flanks are used, the options' are not
     * @param options how to draw it
     * @return its logo
     * @throws IllegalArgumentException if a protein's other strand is asked for
     */
    public static SequenceLogo of(final SiteMatrix matrix, final LogoOptions options) {
        return of(matrix.toFrequencyMatrix("logo", ""), matrix.informationContent(options.smallSample()),
            options.withFlanks(matrix.leftFlank(), matrix.rightFlank()));
    }

    private static SequenceLogo of(final FrequencyMatrix matrix, final double[] information, final LogoOptions options) {
        if (options.leftFlank() + options.rightFlank() >= matrix.width()) {
            throw new IllegalArgumentException("the flanks leave no column of the motif");
        }
        if (options.reading() != LogoOptions.Reading.FORWARD && !matrix.alphabet().hasComplement()) {
            throw new IllegalArgumentException(matrix.alphabet().label() + " motifs have one strand");
        }
        final LogoPanel forward = LogoPanel.of(matrix, information, options.leftFlank(), options.rightFlank(), "as given");
        final String description = description(matrix, information, options);
        if (options.reading() == LogoOptions.Reading.FORWARD) {
            return new SequenceLogo(List.of(forward), options, description);
        }
        final double[] reversed = new double[information.length];
        for (int c = 0; c < reversed.length; c++) {
            reversed[c] = information[information.length - 1 - c];
        }
        final LogoPanel reverse = LogoPanel.of(matrix.reverseComplement(), reversed, options.rightFlank(), options.leftFlank(),
            "reverse complement");
        return new SequenceLogo(
            options.reading() == LogoOptions.Reading.BOTH ? List.of(forward, reverse) : List.of(reverse), options, description);
    }

    private static String description(final FrequencyMatrix matrix, final double[] information, final LogoOptions options) {
        double total = 0;
        for (int c = options.leftFlank(); c < information.length - options.rightFlank(); c++) {
            total += information[c];
        }
        final FrequencyMatrix shown =
            options.reading() == LogoOptions.Reading.REVERSE_COMPLEMENT ? matrix.reverseComplement() : matrix;
        final boolean swapped = shown != matrix;
        final int left = swapped ? options.rightFlank() : options.leftFlank();
        final int right = swapped ? options.leftFlank() : options.rightFlank();
        final String consensus = shown.consensus();
        return String.format(Locale.ROOT, "Sequence logo, %s motif, width %d, consensus %s, %.2f bits%s%s%s.",
            matrix.alphabet().label(), consensus.length() - left - right, consensus.substring(left, consensus.length() - right),
            total, matrix.sites() > 0 ? String.format(Locale.ROOT, ", from %.0f sites", matrix.sites()) : "",
            options.smallSample() && matrix.sites() > 0 ? ", corrected for the number of sites" : "",
            switch (options.reading()) {
                case FORWARD -> "";
                case REVERSE_COMPLEMENT -> ", shown as its reverse complement";
                case BOTH -> ", shown beside its reverse complement";
            });
    }

    /** Control characters and lone surrogates are not allowed in XML, not even escaped. */
    private static String printable(final String text) {
        final StringBuilder s = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            final int type = Character.getType(c);
            s.appendCodePoint(type == Character.CONTROL || type == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE ? ' ' : c);
        });
        return s.toString();
    }

    /** @return width in CSS pixels at 100% */
    public double width() {
        return m_drawing.width();
    }

    /** @return height in CSS pixels at 100% */
    public double height() {
        return m_drawing.height();
    }

    /** @return the description in words, as screen readers get it */
    public String description() {
        return m_description;
    }

    /**
     * @param panel 0, or 1 for the second strand of {@link LogoOptions.Reading#BOTH}
     * @param column 0-based, flanks included
     * @return height in bits of the column's letters in the order of the alphabet's letters
     */
    public double[] heights(final int panel, final int column) {
        final LogoPanel shown = m_panels.get(panel);
        final double[] heights = new double[shown.alphabet().size()];
        shown.stack(column).forEach(s -> heights[shown.alphabet().code(s.letter())] = s.bits());
        return heights;
    }

    /** @return an SVG document, the same text for the same motif and options everywhere */
    public String svg() {
        return SvgLogo.write(m_drawing, printable(m_options.title()), m_description, m_options.idPrefix());
    }

    /**
     * @param pixels width of the picture, 16 to 20000; its height follows
     * @return a PNG file on a white ground
     * @throws IllegalArgumentException if the width is out of range
     */
    public byte[] png(final int pixels) {
        return PngLogo.write(m_drawing, pixels);
    }
}
