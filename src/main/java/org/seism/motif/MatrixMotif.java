package org.seism.motif;

import java.util.Arrays;
import java.util.Optional;

import org.seism.sequence.Alphabet;

/**
 * A matrix of a library as a motif. Its windows are judged by their log-odds scores ({@link MatrixActivation}); its letters, which
 * only describe it, are the consensus.
 */
public final class MatrixMotif implements Motif {
    private final FrequencyMatrix m_matrix;
    private final String m_factor;
    private final MatrixActivation m_activation;

    /**
     * @param matrix the matrix; its name is the accession
     * @param factor name of the factor, may be the accession
     * @param activation of its windows
     */
    public MatrixMotif(final FrequencyMatrix matrix, final String factor, final MatrixActivation activation) {
        m_matrix = matrix;
        m_factor = factor;
        m_activation = activation;
    }

    /** @return the matrix, under its accession */
    public FrequencyMatrix matrix() {
        return m_matrix;
    }

    /** @return name of the factor, or the accession */
    public String factor() {
        return m_factor;
    }

    /** @return factor and accession, for instance {@code USF1 (MA0093.3)}: the matrix of that factor, which its relatives may share */
    @Override
    public String name() {
        return m_factor.equals(m_matrix.name()) ? m_factor : m_factor + " (" + m_matrix.name() + ")";
    }

    @Override
    public String consensus() {
        return m_matrix.consensus();
    }

    @Override
    public Alphabet alphabet() {
        return m_matrix.alphabet();
    }

    @Override
    public int width() {
        return m_matrix.width();
    }

    @Override
    public WordMotif letters() {
        return WordMotif.parse(alphabet(), consensus(), 1);
    }

    @Override
    public double[][] columns() {
        return Arrays.stream(m_matrix.frequencies()).map(double[]::clone).toArray(double[][]::new);
    }

    @Override
    public boolean isSoft() {
        return true;
    }

    @Override
    public MatrixActivation activation() {
        return m_activation;
    }

    @Override
    public Optional<WordMotif> seed() {
        return Optional.empty();
    }

    @Override
    public MatrixMotif reverseComplement() {
        final double[][] costs = m_activation.costs();
        final double[][] turned = new double[costs.length][alphabet().size()];
        for (int c = 0; c < costs.length; c++) {
            for (int a = 0; a < turned[c].length; a++) {
                turned[c][alphabet().complement(a)] = costs[costs.length - 1 - c][a];
            }
        }
        return new MatrixMotif(m_matrix.reverseComplement(), m_factor, new MatrixActivation(turned, m_activation.levels()));
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof MatrixMotif m && m.name().equals(name()) && m.alphabet() == alphabet()
            && Arrays.deepEquals(m.m_activation.costs(), m_activation.costs()) && Arrays.equals(m.m_activation.levels(), m_activation.levels());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
