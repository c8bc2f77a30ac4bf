package org.seism.motif.format;

import java.util.List;
import java.util.Locale;

import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * HOMER's motif format (Heinz et al. 2010, homer.ucsd.edu, "Creating custom motif matrices"): a header {@code >consensus name threshold}
 * with further optional fields, all separated by tabs, then a row of probabilities of A, C, G, T per position.
 */
final class HomerCodec implements MotifCodec {
    /** The detection threshold is this share of the best log-odds score, as nothing in SEISM corresponds to it. */
    private static final double THRESHOLD = 0.8;
    /** HOMER scores probabilities below this as if they were this. */
    private static final double SMALLEST = 0.001;

    @Override
    public String write(final List<WrittenMatrix> motifs, final Alphabet alphabet, final Strands strands) {
        final StringBuilder s = new StringBuilder();
        for (final WrittenMatrix motif : motifs) {
            double best = 0;
            for (final double[] column : motif.matrix().frequencies()) {
                double largest = SMALLEST;
                for (final double f : column) {
                    largest = Math.max(largest, f);
                }
                best += Math.log(largest / 0.25);
            }
            // consensus, name, log-odds threshold, log p-value, gapped (always 0), T: sites in the target set
            s.append('>').append(motif.matrix().consensus().replace('U', 'T')).append('\t').append(motif.name())
                .append(String.format(Locale.ROOT, "\t%.6f", THRESHOLD * best))
                .append(motif.sites() > 0 ? "\t0\t0\tT:" + motif.sites() + ".0" : "").append('\n');
            for (int c = 0; c < motif.matrix().width(); c++) {
                for (int a = 0; a < 4; a++) {
                    s.append(a == 0 ? "" : "\t").append(motif.probability(c, a));
                }
                s.append('\n');
            }
        }
        return s.toString();
    }
}
