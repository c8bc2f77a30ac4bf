package org.seism.candidate;

import java.util.List;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.motif.MotifWord;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * The grid of candidate words of a sequence set with their activations (METHOD, section 4). It depends on the sequences and
 * the settings only, never on a phenotype: that is what makes the inference valid. Two candidates whose centred activations
 * are equal or opposite are one candidate, represented by the first in grid order. Immutable.
 */
public final class WordGrid {
    private final MotifWord[] m_words;
    private final List<MotifWord>[] m_members;
    private final int[] m_support;
    private final int[] m_rank;
    private final int[] m_inOrder;
    private final ActivationMatrix m_activations;
    private final long m_leftOut;
    private final int m_constant;

    WordGrid(final MotifWord[] words, final List<MotifWord>[] members, final int[] support, final int[] rank,
        final ActivationMatrix activations, final long leftOut, final int constant) {
        m_words = words;
        m_members = members;
        m_support = support;
        m_rank = rank;
        m_activations = activations;
        m_leftOut = leftOut;
        m_constant = constant;
        m_inOrder = new int[rank.length];
        for (int g = 0; g < rank.length; g++) {
            m_inOrder[rank[g]] = g;
        }
    }

    /**
     * Builds the grid.
     *
     * @param sequences the sequences
     * @param strands which strands are scanned
     * @param settings what the grid holds
     * @param runner runs the parts; the result does not depend on the number of threads
     * @param progress progress and cancellation
     * @return the grid, never empty
     * @throws org.seism.InputException if no word has enough support, or the width does not fit
     */
    public static WordGrid build(final SequenceSet sequences, final Strands strands, final GridSettings settings,
        final TaskRunner runner, final Progress progress) {
        return new GridBuilder(sequences, strands, settings, runner, progress).build();
    }

    /** @return number of candidates */
    public int size() {
        return m_words.length;
    }

    /**
     * @param candidate a column of the activation matrix
     * @return its word, the representative of its class
     */
    public MotifWord word(final int candidate) {
        return m_words[candidate];
    }

    /**
     * @param candidate a column of the activation matrix
     * @return all words of its equivalence class in grid order, the representative first
     */
    public List<MotifWord> members(final int candidate) {
        return m_members[candidate];
    }

    /**
     * @param candidate a column of the activation matrix
     * @return number of sequences with a matching window
     */
    public int support(final int candidate) {
        return m_support[candidate];
    }

    /**
     * @param candidate a column of the activation matrix
     * @return its place in grid order (width, letters, bandwidth), which decides ties
     */
    public int rank(final int candidate) {
        return m_rank[candidate];
    }

    /**
     * @param rank a place in grid order
     * @return the candidate there
     */
    public int candidateAt(final int rank) {
        return m_inOrder[rank];
    }

    /** @return the activations, one column per candidate */
    public ActivationMatrix activations() {
        return m_activations;
    }

    /** @return number of candidates that the cap on the grid size left out */
    public long leftOut() {
        return m_leftOut;
    }

    /** @return number of candidates dropped because all sequences had the same activation */
    public int constant() {
        return m_constant;
    }
}
