package org.seism.study.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.seism.InputException;
import org.seism.sequence.SequenceSet;

/** Covariates that the sequences themselves hold. */
public enum Adjustment {
    /** Number of letters. */
    LENGTH("length", "sequence length"),
    /** Share of G and C among the letters of the alphabet. */
    GC("gc", "GC content");

    private final String m_key;
    private final String m_label;

    Adjustment(final String key, final String label) {
        m_key = key;
        m_label = label;
    }

    /** @return name on the command line */
    public String key() {
        return m_key;
    }

    /** @return name in texts, also of the covariate */
    public String label() {
        return m_label;
    }

    /**
     * @param keys names separated by commas; blank for none
     * @return the adjustments, each once
     * @throws InputException for an unknown name
     */
    public static Set<Adjustment> parse(final String keys) {
        final Set<Adjustment> found = new TreeSet<>();
        for (final String key : keys.split(",")) {
            final String name = key.strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && !name.equals("none")) {
                found.add(Arrays.stream(values()).filter(a -> a.m_key.equals(name)).findFirst()
                    .orElseThrow(() -> new InputException("'" + key.strip() + "' is nothing that can be adjusted for.",
                        "Adjust for length, gc or both (length,gc); other columns are named with --covariates.")));
            }
        }
        return found;
    }

    /**
     * @param sequences the sequences
     * @return whether they have such a value: protein has no GC content
     */
    public boolean applies(final SequenceSet sequences) {
        return this != GC || sequences.alphabet().hasComplement();
    }

    /**
     * @param sequences the sequences
     * @return one value per sequence
     */
    public double[] values(final SequenceSet sequences) {
        final double[] values = new double[sequences.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = this == LENGTH ? sequences.length(i) : gc(sequences, i);
        }
        return values;
    }

    private static double gc(final SequenceSet sequences, final int i) {
        final int c = sequences.alphabet().code('C');
        final int g = sequences.alphabet().code('G');
        int hits = 0;
        int letters = 0;
        for (int k = 0; k < sequences.length(i); k++) {
            final int code = sequences.code(i, k);
            hits += code == c || code == g ? 1 : 0;
            letters += code >= 0 ? 1 : 0;
        }
        return letters == 0 ? 0.5 : (double)hits / letters;
    }
}
