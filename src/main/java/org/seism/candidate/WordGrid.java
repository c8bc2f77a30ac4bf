package org.seism.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.candidate.activation.CandidateClasses;
import org.seism.candidate.library.KnownMatrices;
import org.seism.candidate.library.LibraryLevels;
import org.seism.motif.MatrixMotif;
import org.seism.motif.Motif;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * The grid of candidate words of a sequence set with their activations (METHOD, section 4). It depends on the sequences and
 * the settings only, never on a phenotype: that is what makes the inference valid. Two candidates whose centred activations
 * are equal or opposite are one candidate, represented by the first in grid order. Immutable.
 */
public final class WordGrid {
    private final Source m_source;
    private final List<Candidate> m_candidates;
    /** The candidate of each rank. */
    private final int[] m_inOrder;
    private final ActivationMatrix m_activations;
    private final long m_leftOut;
    private final int m_constant;
    /** What a later step's grid takes over; null where nothing is erased, as all steps then have the same grid. */
    private final GridBuilder.Unjoined m_unjoined;
    /** The first grid that was derived from this one: a study's own, which its null data sets ask for again and again. */
    private final AtomicReference<WordGrid> m_later = new AtomicReference<>();
    /** Present where a library's matrices are candidates. */
    private final Optional<Known> m_known;

    /**
     * What a grid with a library's matrices is made of.
     *
     * @param words the grid of the words alone; empty where there are none
     * @param levels of the matrices
     */
    private record Known(Optional<WordGrid> words, LibraryLevels levels) {
    }

    /** What a grid was built from. */
    record Source(SequenceSet sequences, Strands strands, GridSettings settings,
        ErasedLetters erased) implements LibraryLevels.Text {
        @Override
        public int size() {
            return sequences.size();
        }

        @Override
        public byte[] letters(final int i) {
            return Windows.scanned(sequences, strands, i);
        }

        @Override
        public boolean[] unusable(final int i, final int width) {
            return erased.unusable(i, width);
        }
    }

    WordGrid(final Source source, final List<Candidate> candidates, final ActivationMatrix activations, final long leftOut,
        final int constant, final GridBuilder.Unjoined unjoined) {
        this(source, candidates, activations, leftOut, constant, unjoined, Optional.empty());
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
        return build(sequences, strands, settings, Erasing.NONE, runner, progress);
    }

    /**
     * Builds the grid of the first step of a selection that erases.
     *
     * @param sequences the sequences
     * @param strands which strands are scanned
     * @param settings what the grid holds
     * @param erasing what selected motifs take out of the sequences before the next step
     * @param runner runs the parts; the result does not depend on the number of threads
     * @param progress progress and cancellation
     * @return the grid, never empty
     * @throws org.seism.InputException if no word has enough support, or the width does not fit
     */
    public static WordGrid build(final SequenceSet sequences, final Strands strands, final GridSettings settings,
        final Erasing erasing, final TaskRunner runner, final Progress progress) {
        final ErasedLetters erased = ErasedLetters.none(sequences, strands, erasing);
        final Optional<WordGrid> words = settings.hasWords()
            ? Optional.of(new GridBuilder(sequences, strands, erased, settings, runner, progress).build())
            : Optional.empty();
        if (settings.library().isEmpty()) {
            return words.orElseThrow();
        }
        final Source source = new Source(sequences, strands, settings, erased);
        final List<MatrixMotif> matrices = KnownMatrices.of(settings.library().get().motifs(), sequences, strands,
            runner, progress);
        return of(source, new Known(words, LibraryLevels.of(matrices, source, runner, progress)), runner).orElseThrow(
            () -> new InputException("Every matrix of " + settings.library().get().motifs().name()
                + " has the same activation in all sequences.",
                "Check that the sequences differ, and that the library is one of their kind."));
    }

    /**
     * Words first, then matrices in the library's order; equal activations are one candidate among the matrices
     * as among the words.
     */
    private static Optional<WordGrid> of(final Source source, final Known known, final TaskRunner runner) {
        final ActivationMatrix alone = known.levels().pack(null, runner);
        final List<MatrixMotif> matrices = known.levels().motifs();
        final CandidateClasses classes = CandidateClasses.of(alone, IntStream.range(0, matrices.size()).toArray(), runner);
        final List<Candidate> candidates = new ArrayList<>();
        known.words().ifPresent(w -> candidates.addAll(w.m_candidates));
        final int words = candidates.size();
        for (final int r : classes.representatives()) {
            final List<Motif> members = new ArrayList<>(List.of(matrices.get(r)));
            IntStream.range(0, matrices.size()).filter(m -> m != r && classes.representative(m) == r)
                .forEach(m -> members.add(matrices.get(m)));
            candidates.add(new Candidate(matrices.get(r), List.copyOf(members), known.levels().support(r),
                candidates.size()));
        }
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        final int[] columns = IntStream.concat(IntStream.range(0, words),
            Arrays.stream(classes.representatives()).map(r -> words + r)).toArray();
        final ActivationMatrix packed = known.levels().pack(known.words().map(w -> w.m_activations).orElse(null), runner)
            .split(columns).selected();
        return Optional.of(new WordGrid(source, candidates, packed, known.words().map(w -> w.m_leftOut).orElse(0L),
            known.words().map(w -> w.m_constant).orElse(0) + classes.constant(), null, Optional.of(known)));
    }

    private WordGrid(final Source source, final List<Candidate> candidates, final ActivationMatrix activations,
        final long leftOut,
        final int constant, final GridBuilder.Unjoined unjoined, final Optional<Known> known) {
        m_unjoined = unjoined;
        m_source = source;
        m_candidates = List.copyOf(candidates);
        m_activations = activations;
        m_leftOut = leftOut;
        m_constant = constant;
        m_known = known;
        m_inOrder = new int[m_candidates.size()];
        for (int g = 0; g < m_inOrder.length; g++) {
            m_inOrder[m_candidates.get(g).rank()] = g;
        }
    }

    /**
     * The candidates of a later step (METHOD, section 5b): support and activations over the windows that are still
     * usable. Rows of the activation matrix are derived from those of this grid, which costs a part of building them;
     * the result is that of building them.
     *
     * @param erased what has been erased so far: what had been before the step of this grid, and more
     * @param runner runs the parts
     * @param progress progress and cancellation
     * @return the grid; empty where no word has enough support any more
     */
    public Optional<WordGrid> without(final ErasedLetters erased, final TaskRunner runner, final Progress progress) {
        if (m_known.isPresent()) {
            final Known before = m_known.get();
            final Source source = new Source(m_source.sequences(), m_source.strands(), m_source.settings(), erased);
            return of(source, new Known(before.words().flatMap(w -> w.without(erased, runner, progress)),
                before.levels().with(m_source, source, i -> !erased.sameLetters(m_source.erased(), i), runner,
                progress)), runner);
        }
        final WordGrid known = m_later.get();
        if (known != null && known.erased().sameAs(erased)) {
            return Optional.of(known);
        }
        final Optional<WordGrid> later =
            new GridBuilder(m_source.sequences(), m_source.strands(), erased, m_source.settings(), runner, progress)
                .buildLater(m_unjoined == null ? Optional.empty() : Optional.of(this));
        later.ifPresent(grid -> m_later.compareAndSet(null, grid));
        return later;
    }

    GridBuilder.Unjoined unjoined() {
        return m_unjoined;
    }

    /** @return what had been erased before the step of this grid, and by which rule */
    public ErasedLetters erased() {
        return m_source.erased();
    }

    /**
     * @return w of METHOD section 5b: how many windows each sequence has left to use, of all widths of the words
     *         together; without words of the median width of the library's matrices
     */
    public double[] usableWindows() {
        return usableWindows(erased());
    }

    /**
     * @param others letters erased in any sequences
     * @return how many windows each of those has left to use, of the same widths
     */
    public double[] usableWindows(final ErasedLetters others) {
        if (!m_source.settings().hasWords()) {
            final int[] widths = m_known.orElseThrow().levels().motifs()
                .stream().mapToInt(MatrixMotif::width).sorted().toArray();
            return others.usableWindows(widths[widths.length / 2], widths[widths.length / 2]);
        }
        return others.usableWindows(m_source.settings().minWidth(), m_source.settings().maxWidth());
    }

    /** @return number of candidates */
    public int size() {
        return m_candidates.size();
    }

    /**
     * @param candidate a column of the activation matrix
     * @return the candidate there
     */
    public Candidate candidate(final int candidate) {
        return m_candidates.get(candidate);
    }

    /**
     * @param candidate a column of the activation matrix
     * @return its motif, the representative of its class
     */
    public Motif motif(final int candidate) {
        return m_candidates.get(candidate).motif();
    }

    /**
     * @param candidate a column of the activation matrix
     * @return its place in grid order, which decides ties: words in a row by width and letters; those in a place, from many starts to one, by
     *         width, place and letters; those with a gap by their two widths, gap and letters; each by bandwidth; last a library's matrices
     */
    public int rank(final int candidate) {
        return m_candidates.get(candidate).rank();
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
