package org.seism.motif.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.seism.motif.FrequencyMatrix;
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
    private static final Pattern SITES = Pattern.compile("\\bT:\\s*(\\d+(?:\\.\\d+)?)");

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
                .append(String.format(Locale.ROOT, "\t%.6f\t0\t0", THRESHOLD * best))
                .append(motif.sites() > 0 ? "\tT:" + motif.sites() + ".0" : "").append('\n');
            for (int c = 0; c < motif.matrix().width(); c++) {
                for (int a = 0; a < 4; a++) {
                    s.append(a == 0 ? "" : "\t").append(motif.probability(c, a));
                }
                s.append('\n');
            }
        }
        return s.toString();
    }

    @Override
    public List<FrequencyMatrix> read(final MotifText text, final Alphabet nucleotides) {
        final List<FrequencyMatrix> motifs = new ArrayList<>();
        int i = text.next(0);
        while (i < text.size()) {
            final int header = i;
            if (!text.line(i).startsWith(">")) {
                throw text.error(i, "A motif starts with a line '>consensus<TAB>name<TAB>threshold'.",
                    "Add the header; numbers and headers are all a HOMER file holds.");
            }
            final String[] fields = text.line(i).substring(1).split("\t");
            final Matcher sites = SITES.matcher(fields.length > 5 ? fields[5] : "");
            final String name = fields.length > 1 && !fields[1].isBlank() ? fields[1] : fields[0];
            final ParsedMatrix matrix = new ParsedMatrix(text, header, name, "", nucleotides);
            for (i = text.next(i + 1); i < text.size() && text.isNumeric(i); i = text.next(i + 1)) {
                final String[] row = MotifText.fields(text.line(i));
                if (row.length != 4) {
                    throw text.error(i, "A row has " + row.length + " values, 4 are needed.",
                        "Write the probabilities of A, C, G and T.");
                }
                matrix.add(i, row, 0);
            }
            motifs.add(matrix.probabilities(sites.find() ? Double.parseDouble(sites.group(1)) : 0, null));
        }
        return motifs;
    }
}
