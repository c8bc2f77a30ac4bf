package org.seism.motif.format;

import java.util.List;

import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * JASPAR's formats (Rauluseviciute et al. 2024, jaspar.elixir.no, "Documentation"): {@code >ID name}, then a row of counts for each of A,
 * C, G, T, either as {@code A [ 4 19 0 ]} or, in the older raw form, as bare numbers. {@link RowReader} reads both.
 */
final class JasparCodec implements MotifCodec {
    private final boolean m_letters;

    /** @param letters whether rows are written with their letter and in brackets */
    JasparCodec(final boolean letters) {
        m_letters = letters;
    }

    @Override
    public String write(final List<WrittenMatrix> motifs, final Alphabet alphabet, final Strands strands) {
        final StringBuilder s = new StringBuilder();
        for (final WrittenMatrix motif : motifs) {
            s.append('>').append(motif.name());
            // parsers take the name up to the first blank
            if (!motif.descriptionWord().isEmpty()) {
                s.append('\t').append(motif.descriptionWord());
            }
            s.append('\n');
            final int[] widths = new int[motif.matrix().width()];
            for (int a = 0; a < 4; a++) {
                for (int c = 0; c < widths.length; c++) {
                    widths[c] = Math.max(widths[c], motif.count(c, a).length());
                }
            }
            for (int a = 0; a < 4; a++) {
                s.append(m_letters ? Alphabet.DNA.letter(a) + "  [" : "");
                for (int c = 0; c < widths.length; c++) {
                    s.append(' ').append(" ".repeat(widths[c] - motif.count(c, a).length())).append(motif.count(c, a));
                }
                s.append(m_letters ? " ]\n" : "\n");
            }
        }
        return s.toString();
    }
}
