package org.seism.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.candidate.activation.CandidateClasses;
import org.seism.motif.Motif;
import org.seism.motif.WordMotif;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.sequence.WindowShape;

/**
 * Lists the words, caps them, finds all levels, packs them and joins equivalent candidates. The grid of a later step takes from
 * that of the step before what erasing left as it was.
 */
final class GridBuilder {
    /** Shares of the work: listing the words; then their levels. */
    private static final double ENUMERATED = 0.1;
    private static final double FILLED = 0.9;

    private final SequenceSet m_set;
    private final Strands m_strands;
    private final ErasedLetters m_erased;
    private final GridSettings m_settings;
    private final TaskRunner m_runner;
    private final Progress m_progress;
    /** What words look like, in grid order. */
    private final List<WindowShape> m_shapes;

    /**
     * A word that is a candidate.
     *
     * @param shape index of its shape, which come in grid order
     * @param word packed, in grid order within the shape
     * @param support number of sequences that hold it
     */
    record Kept(int shape, long word, int support) {
        static final Comparator<Kept> ORDER = Comparator.comparingInt(Kept::shape).thenComparingLong(Kept::word);
    }

    /** Candidates with the same table of values: a run of columns of the matrix. */
    record Run(String key, CostClass costs, double bandwidth, int[] kept) {
        boolean alike(final Run other) {
            return key.equals(other.key) && bandwidth == other.bandwidth;
        }
    }

    /**
     * What the grid of a later step starts from: all columns as they were before equivalent ones were joined.
     *
     * @param kept words in grid order
     * @param runs runs of columns
     * @param place per column its place among the candidates, or -2 - its place among the rest
     * @param rest the columns that are no candidates of their own
     * @param largest see {@link GridRows.Rows}
     * @param absent see {@link GridRows.Rows}
     */
    record Unjoined(List<Kept> kept, List<Run> runs, int[] place, ActivationMatrix rest, int largest, boolean absent) {
    }

    GridBuilder(final SequenceSet set, final Strands strands, final ErasedLetters erased, final GridSettings settings,
        final TaskRunner runner, final Progress progress) {
        m_erased = erased;
        m_set = set;
        m_strands = strands;
        m_settings = settings;
        m_runner = runner;
        m_progress = progress;
        m_shapes = settings.forms().shapes(set, strands, settings.minWidth(), settings.maxWidth());
    }

    /** The grid of the first step. */
    WordGrid build() {
        final int limit = m_settings.widthLimit(m_set.alphabet());
        if (m_settings.maxWidth() > limit) {
            throw new InputException("Words of width " + m_settings.maxWidth() + " are too wide.",
                "Choose a width of at most " + limit + " for " + m_set.alphabet().label() + " with a degeneracy of "
                    + m_settings.degeneracy() + ".");
        }
        final long[] leftOut = new long[1];
        final List<Kept> kept = enumerate(leftOut);
        if (kept.isEmpty()) {
            final int support = m_settings.effectiveMinSupport(m_set.size());
            throw new InputException("No word of width " + widths() + " occurs in at least " + support + " sequences.",
                "Choose a smaller width or a smaller minimum support, or check that the sequences belong together.");
        }
        return build(kept, leftOut[0], Optional.empty()).orElseThrow(
            () -> new InputException("Every word of width " + widths() + " has the same activation in all sequences.",
                "Check that the sequences differ; all of them may be alike, or the width is too small to tell them apart."));
    }

    /**
     * The grid of a later step.
     *
     * @param before the grid of the step before; empty to start from nothing, with the same result
     * @return empty where erasing left no candidate
     */
    Optional<WordGrid> buildLater(final Optional<WordGrid> before) {
        final long[] leftOut = new long[1];
        final List<Kept> kept = enumerate(leftOut);
        return kept.isEmpty() ? Optional.empty() : build(kept, leftOut[0], before);
    }

    private Optional<WordGrid> build(final List<Kept> kept, final long leftOut, final Optional<WordGrid> before) {
        final List<Run> runs = runs(kept);
        m_progress.report(ENUMERATED, () -> "Activations of " + columns(runs) + " candidates in " + m_set.size() + " sequences");
        final GridRows filler = new GridRows(m_set, m_strands, m_erased, words(runs, kept), columns(runs), m_runner,
            m_progress.part(ENUMERATED, FILLED));
        GridRows.Rows rows = before.map(grid -> update(filler, runs, kept, grid)).orElse(null);
        if (rows == null) {
            rows = filler.fill();
        }
        m_progress.report(FILLED, () -> "Joining equivalent candidates");
        return join(runs, kept, rows, leftOut);
    }

    /** Null where the levels need another layout. */
    private static GridRows.Rows update(final GridRows filler, final List<Run> runs, final List<Kept> kept, final WordGrid before) {
        final Unjoined earlier = before.unjoined();
        final int[] origin = new int[columns(runs)];
        Arrays.fill(origin, -1);
        int start = 0;
        for (final Run run : runs) {
            int from = 0;
            for (final Run other : earlier.runs()) {
                if (run.alike(other)) {
                    match(run, kept, start, other, from, earlier, origin);
                }
                from += other.kept().length;
            }
            start += run.kept().length;
        }
        return filler.update(new GridRows.Earlier(before.erased(), before.activations(), earlier.rest(), earlier.largest(),
            earlier.absent()), origin);
    }

    /** Both runs are in the order of their words. */
    private static void match(final Run run, final List<Kept> kept, final int start, final Run other, final int from,
        final Unjoined earlier, final int[] origin) {
        int o = 0;
        for (int k = 0; k < run.kept().length; k++) {
            final Kept word = kept.get(run.kept()[k]);
            while (o < other.kept().length && Kept.ORDER.compare(earlier.kept().get(other.kept()[o]), word) < 0) {
                o++;
            }
            if (o < other.kept().length && Kept.ORDER.compare(earlier.kept().get(other.kept()[o]), word) == 0) {
                origin[start + k] = earlier.place()[from + o];
            }
        }
    }

    private String widths() {
        return m_settings.minWidth() == m_settings.maxWidth() ? String.valueOf(m_settings.minWidth())
            : m_settings.minWidth() + " to " + m_settings.maxWidth();
    }

    private List<Kept> enumerate(final long[] leftOut) {
        final List<Kept> all = new ArrayList<>();
        long seen = 0;
        int shape = 0;
        for (final WordCounts counts : counts()) {
            for (int k = 0; k < counts.size(); k++) {
                all.add(new Kept(shape, counts.word(k), counts.support(k)));
            }
            seen += counts.seen();
            shape++;
        }
        final int wanted = Math.max(1, m_settings.maxGridSize() / m_settings.bandwidths().size());
        if (all.size() > wanted) {
            all.sort(Comparator.comparingInt((final Kept k) -> -k.support()).thenComparing(Kept.ORDER));
            all.subList(wanted, all.size()).clear();
        }
        leftOut[0] = (seen - all.size()) * m_settings.bandwidths().size();
        all.sort(Kept.ORDER);
        return all;
    }

    /** Of every shape. Words in a row are many, and their parts run at the same time; of the other shapes there are many. */
    private List<WordCounts> counts() {
        final List<WordCounts> all = new ArrayList<>();
        for (final WindowShape shape : m_shapes.subList(0, plainShapes())) {
            m_progress.report(0.05, () -> "Words of width " + shape.width());
            all.add(enumeration(shape).run(m_runner));
        }
        if (all.size() < m_shapes.size()) {
            m_progress.report(0.05, () -> "Words in places and with gaps");
            all.addAll(m_runner.runAll(m_shapes.subList(all.size(), m_shapes.size()).stream()
                .<Callable<WordCounts>> map(shape -> () -> enumeration(shape).run(TaskRunner.sequential())).toList()));
        }
        return all;
    }

    private int plainShapes() {
        return m_settings.maxWidth() - m_settings.minWidth() + 1;
    }

    private WordEnumeration enumeration(final WindowShape shape) {
        return new WordEnumeration(m_set, m_strands, m_erased, shape, m_settings, m_progress);
    }

    private WordCode code(final int shape) {
        return new WordCode(m_set.alphabet(), m_shapes.get(shape), m_settings.degeneracy());
    }

    private List<Run> runs(final List<Kept> kept) {
        final TreeMap<String, List<Integer>> byClass = new TreeMap<>();
        final TreeMap<String, int[]> sizesOf = new TreeMap<>();
        final Map<Integer, String> plainKeys = new HashMap<>();
        final Map<String, Integer> lettersOf = new HashMap<>();
        WordCode code = null;
        int shape = -1;
        for (int k = 0; k < kept.size(); k++) {
            final Kept word = kept.get(k);
            if (word.shape() != shape) {
                shape = word.shape();
                code = code(shape);
            }
            final int[] sizes = setSizes(code, word.word());
            final String key = sizes.length == 0 ? plainKeys.computeIfAbsent(code.width(), w -> key(w, sizes)) : key(code.width(), sizes);
            byClass.computeIfAbsent(key, x -> new ArrayList<>()).add(k);
            sizesOf.putIfAbsent(key, sizes);
            lettersOf.putIfAbsent(key, code.width());
        }
        final List<Run> runs = new ArrayList<>();
        byClass.forEach((key, words) -> {
            final CostClass plain = new CostClass(m_set.alphabet(), lettersOf.get(key), sizesOf.get(key));
            final CostClass costs = m_erased.rule().on() ? plain.withFarthestAsAbsent() : plain;
            for (final double bandwidth : m_settings.bandwidths()) {
                runs.add(new Run(key, costs, bandwidth, words.stream().mapToInt(Integer::intValue).toArray()));
            }
        });
        return runs;
    }

    private static String key(final int width, final int[] sizes) {
        return String.format("%03d%s", width, Arrays.toString(sizes));
    }

    private static int[] setSizes(final WordCode code, final long word) {
        int[] sizes = {};
        for (int c = 0; c < code.width(); c++) {
            final int size = Integer.bitCount(code.mask(code.symbol(word, c)));
            if (size > 1) {
                sizes = Arrays.copyOf(sizes, sizes.length + 1);
                sizes[sizes.length - 1] = size;
            }
        }
        Arrays.sort(sizes);
        return sizes;
    }

    private static int columns(final List<Run> runs) {
        return runs.stream().mapToInt(r -> r.kept().length).sum();
    }

    private ActivationMatrix matrix(final List<Run> runs, final GridRows.Rows rows) {
        final int[] classStart = new int[runs.size() + 1];
        final double[][] values = new double[runs.size()][rows.radix()];
        for (int r = 0; r < runs.size(); r++) {
            final Run run = runs.get(r);
            classStart[r + 1] = classStart[r] + run.kept().length;
            for (int level = 0; level < rows.radix(); level++) {
                final boolean without = rows.absent() && level == rows.radix() - 1;
                values[r][level] = run.costs().activation(without ? run.costs().levelWithoutWindow() : level, run.bandwidth());
            }
        }
        return new ActivationMatrix(m_set.size(), rows.groupSize(), rows.radix(), rows.codes(), rows.members(), classStart, values);
    }

    private List<GridRows.Words> words(final List<Run> runs, final List<Kept> kept) {
        final int bandwidths = m_settings.bandwidths().size();
        final CostClass[] classOf = new CostClass[kept.size()];
        final int[][] columnOf = new int[bandwidths][kept.size()];
        int column = 0;
        for (int r = 0; r < runs.size(); r++) {
            for (final int k : runs.get(r).kept()) {
                classOf[k] = runs.get(r).costs();
                columnOf[r % bandwidths][k] = column++;
            }
        }
        final List<GridRows.Words> all = new ArrayList<>();
        int to = 0;
        for (int shape = 0; shape < m_shapes.size(); shape++) {
            final int from = to;
            while (to < kept.size() && kept.get(to).shape() == shape) {
                to++;
            }
            if (to > from) {
                final int end = to;
                all.add(new GridRows.Words(code(shape), kept.subList(from, to).stream().mapToLong(Kept::word).toArray(),
                    Arrays.copyOfRange(classOf, from, to),
                    Arrays.stream(columnOf).map(c -> Arrays.copyOfRange(c, from, end)).toArray(int[][]::new)));
            }
        }
        return all;
    }

    private Optional<WordGrid> join(final List<Run> runs, final List<Kept> kept, final GridRows.Rows rows, final long leftOut) {
        final ActivationMatrix matrix = matrix(runs, rows);
        final int p = matrix.candidates();
        final int bandwidths = m_settings.bandwidths().size();
        final long[] order = new long[p];
        final Kept[] wordOf = new Kept[p];
        final double[] bandwidthOf = new double[p];
        int column = 0;
        for (int r = 0; r < runs.size(); r++) {
            for (final int k : runs.get(r).kept()) {
                wordOf[column] = kept.get(k);
                bandwidthOf[column] = runs.get(r).bandwidth();
                order[column++] = (long)k * bandwidths + r % bandwidths;
            }
        }
        final int[] inOrder = new int[p]; // the order is a permutation of the columns
        for (int g = 0; g < p; g++) {
            inOrder[(int)order[g]] = g;
        }
        final CandidateClasses classes = CandidateClasses.of(matrix, inOrder, m_runner);
        final int[] keptColumns = classes.representatives();
        if (keptColumns.length == 0) {
            return Optional.empty();
        }
        final int[] place = new int[p];
        int taken = 0;
        for (int g = 0; g < p; g++) {
            final boolean candidate = taken < keptColumns.length && keptColumns[taken] == g;
            place[g] = candidate ? taken : -2 - (g - taken);
            taken += candidate ? 1 : 0;
        }
        final Candidate[] candidates = new Candidate[keptColumns.length];
        int next = 0;
        final WordCode[] codes = IntStream.range(0, m_shapes.size()).mapToObj(this::code).toArray(WordCode[]::new);
        for (final int g : inOrder) {
            final int representative = classes.representative(g);
            if (representative < 0) {
                continue;
            }
            final WordMotif word = codes[wordOf[g].shape()].motif(wordOf[g].word(), bandwidthOf[g]);
            final int at = place[representative];
            if (g == representative) {
                candidates[at] = new Candidate(word, List.of(word), wordOf[g].support(), next++);
            } else {
                final Candidate first = candidates[at];
                final List<Motif> more = new ArrayList<>(first.members());
                more.add(word);
                candidates[at] = new Candidate(first.motif(), List.copyOf(more), first.support(), first.rank());
            }
        }
        final ActivationMatrix.Parts parts = matrix.split(keptColumns);
        return Optional.of(new WordGrid(new WordGrid.Source(m_set, m_strands, m_settings, m_erased), List.of(candidates),
            parts.selected(), leftOut, classes.constant(),
            m_erased.rule().on() ? new Unjoined(kept, runs, place, parts.rest(), rows.largest(), rows.absent()) : null));
    }
}
