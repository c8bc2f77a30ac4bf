package org.seism.candidate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.candidate.activation.CandidateClasses;
import org.seism.motif.Motif;
import org.seism.motif.WordMotif;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** Lists the words, caps them, finds all levels, packs them and joins equivalent candidates. */
final class GridBuilder {
    /** Which sequences share a byte must not depend on the phenotype, and neither on the user's seed. */
    private static final long GROUPING_SEED = 0x5e15_0001L;

    private final SequenceSet m_set;
    private final Strands m_strands;
    private final ErasedLetters m_erased;
    private final GridSettings m_settings;
    private final TaskRunner m_runner;
    private final Progress m_progress;

    /** Kept words in grid order. */
    private record Kept(int width, long word, int support) {
    }

    /** Candidates with the same table of values: a run of columns of the matrix. */
    private record Run(int width, CostClass costs, double bandwidth, int[] kept) {
    }

    GridBuilder(final SequenceSet set, final Strands strands, final ErasedLetters erased, final GridSettings settings,
        final TaskRunner runner, final Progress progress) {
        m_erased = erased;
        m_set = set;
        m_strands = strands;
        m_settings = settings;
        m_runner = runner;
        m_progress = progress;
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
        return build(kept, leftOut[0]).orElseThrow(
            () -> new InputException("Every word of width " + widths() + " has the same activation in all sequences.",
                "Check that the sequences differ; all of them may be alike, or the width is too small to tell them apart."));
    }

    /** The grid of a later step: empty where erasing left no candidate. */
    Optional<WordGrid> buildLater() {
        final long[] leftOut = new long[1];
        final List<Kept> kept = enumerate(leftOut);
        return kept.isEmpty() ? Optional.empty() : build(kept, leftOut[0]);
    }

    private Optional<WordGrid> build(final List<Kept> kept, final long leftOut) {
        final List<Run> runs = runs(kept);
        m_progress.report(0.3, () -> "Activations of " + columns(runs) + " candidates in " + m_set.size() + " sequences");
        final ActivationMatrix matrix = activations(runs, kept);
        m_progress.report(0.9, () -> "Joining equivalent candidates");
        return join(runs, kept, matrix, leftOut);
    }

    private String widths() {
        return m_settings.minWidth() == m_settings.maxWidth() ? String.valueOf(m_settings.minWidth())
            : m_settings.minWidth() + " to " + m_settings.maxWidth();
    }

    private List<Kept> enumerate(final long[] leftOut) {
        final List<Kept> all = new ArrayList<>();
        long seen = 0;
        for (int width = m_settings.minWidth(); width <= m_settings.maxWidth(); width++) {
            final int w = width;
            m_progress.report(0.05, () -> "Words of width " + w);
            final WordCounts counts =
                new WordEnumeration(m_set, m_strands, m_erased, width, m_settings, m_progress).run(m_settings.degeneracy(), m_runner);
            for (int k = 0; k < counts.size(); k++) {
                all.add(new Kept(width, counts.word(k), counts.support(k)));
            }
            seen += counts.seen();
        }
        final Comparator<Kept> gridOrder = Comparator.comparingInt(Kept::width).thenComparingLong(Kept::word);
        final int wanted = Math.max(1, m_settings.maxGridSize() / m_settings.bandwidths().size());
        if (all.size() > wanted) {
            all.sort(Comparator.comparingInt((final Kept k) -> -k.support()).thenComparing(gridOrder));
            all.subList(wanted, all.size()).clear();
        }
        leftOut[0] = (seen - all.size()) * m_settings.bandwidths().size();
        all.sort(gridOrder);
        return all;
    }

    private List<Run> runs(final List<Kept> kept) {
        final TreeMap<String, List<Integer>> byClass = new TreeMap<>();
        final TreeMap<String, int[]> sizesOf = new TreeMap<>();
        WordCode code = null;
        for (int k = 0; k < kept.size(); k++) {
            final Kept word = kept.get(k);
            if (code == null || code.width() != word.width()) {
                code = new WordCode(m_set.alphabet(), word.width(), m_settings.degeneracy());
            }
            final int[] sizes = setSizes(code, word.word());
            final String key = String.format("%03d%s", word.width(), Arrays.toString(sizes));
            byClass.computeIfAbsent(key, x -> new ArrayList<>()).add(k);
            sizesOf.putIfAbsent(key, sizes);
        }
        final List<Run> runs = new ArrayList<>();
        byClass.forEach((key, words) -> {
            final int width = kept.get(words.get(0)).width();
            final CostClass plain = new CostClass(m_set.alphabet(), width, sizesOf.get(key));
            final CostClass costs = m_erased.rule().on() ? plain.withFarthestAsAbsent() : plain;
            for (final double bandwidth : m_settings.bandwidths()) {
                runs.add(new Run(width, costs, bandwidth, words.stream().mapToInt(Integer::intValue).toArray()));
            }
        });
        return runs;
    }

    private static int[] setSizes(final WordCode code, final long word) {
        return IntStream.range(0, code.width()).map(c -> Integer.bitCount(code.mask(code.symbol(word, c)))).filter(m -> m > 1)
            .sorted().toArray();
    }

    private static int columns(final List<Run> runs) {
        return runs.stream().mapToInt(r -> r.kept().length).sum();
    }

    private ActivationMatrix activations(final List<Run> runs, final List<Kept> kept) {
        final int n = m_set.size();
        final List<Scanner> scanners = scanners(runs, kept);
        int tier = 0;
        while (true) {
            final int radix = ActivationMatrix.RADICES[tier];
            final int groupSize = tier == ActivationMatrix.RADICES.length - 1 ? 1 : 4 - tier;
            final int[] members = grouping(n, groupSize);
            final byte[][] codes = pack(scanners, columns(runs), members, groupSize, radix);
            if (codes != null) {
                final int[] classStart = new int[runs.size() + 1];
                final double[][] values = new double[runs.size()][radix];
                for (int r = 0; r < runs.size(); r++) {
                    classStart[r + 1] = classStart[r] + runs.get(r).kept().length;
                    for (int level = 0; level < radix; level++) {
                        values[r][level] = runs.get(r).costs().activation(level, runs.get(r).bandwidth());
                    }
                }
                return new ActivationMatrix(n, groupSize, radix, codes, members, classStart, values);
            }
            tier++;
        }
    }

    private static int[] grouping(final int n, final int groupSize) {
        final UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(GROUPING_SEED);
        final int[] order = PermutationSampler.natural(n);
        PermutationSampler.shuffle(random, order);
        final int[] members = new int[(n + groupSize - 1) / groupSize * groupSize];
        Arrays.fill(members, -1);
        System.arraycopy(order, 0, members, 0, n);
        return members;
    }

    /** All words of one width, and where in a row of the matrix each of their columns lies. */
    private record Scanner(int width, WordCode code, long[] words, CostClass[] classes, int[][] columns) {
    }

    private List<Scanner> scanners(final List<Run> runs, final List<Kept> kept) {
        final List<Scanner> scanners = new ArrayList<>();
        for (int width = m_settings.minWidth(); width <= m_settings.maxWidth(); width++) {
            final int w = width;
            final int[] own = IntStream.range(0, kept.size()).filter(k -> kept.get(k).width() == w).toArray();
            final int[] placeOf = new int[kept.size()];
            final CostClass[] classes = new CostClass[own.length];
            final int[][] columns = new int[m_settings.bandwidths().size()][own.length];
            for (int k = 0; k < own.length; k++) {
                placeOf[own[k]] = k;
            }
            int start = 0;
            for (int r = 0; r < runs.size(); r++) {
                final Run run = runs.get(r);
                for (int k = 0; run.width() == width && k < run.kept().length; k++) {
                    classes[placeOf[run.kept()[k]]] = run.costs();
                    columns[r % columns.length][placeOf[run.kept()[k]]] = start + k;
                }
                start += run.kept().length;
            }
            final long[] words = Arrays.stream(own).mapToLong(k -> kept.get(k).word()).toArray();
            scanners.add(new Scanner(width, new WordCode(m_set.alphabet(), width, m_settings.degeneracy()), words, classes, columns));
        }
        return scanners;
    }

    /** Fills the matrix group by group; null if a level does not fit the radix. */
    private byte[][] pack(final List<Scanner> scanners, final int p, final int[] members, final int groupSize, final int radix) {
        final int groups = members.length / groupSize;
        final byte[][] codes = new byte[groups][];
        final AtomicInteger done = new AtomicInteger();
        final AtomicInteger overflow = new AtomicInteger();
        final int parts = Math.min(groups, 8 * m_runner.threads());
        final List<Callable<Void>> tasks = IntStream.range(0, parts).<Callable<Void>> mapToObj(part -> () -> {
            final List<LevelScan> scans = new ArrayList<>();
            for (final Scanner s : scanners) {
                scans.add(LevelScan.of(s.code(), s.words(), s.classes(), m_set.alphabet().hasComplement()));
            }
            for (int group = part; group < groups && overflow.get() == 0; group += parts) {
                m_progress.checkCancelled();
                codes[group] = new byte[p];
                int factor = 1;
                for (int slot = 0; slot < groupSize; slot++, factor *= radix) {
                    final int i = members[group * groupSize + slot];
                    if (i >= 0 && !packSequence(scanners, scans, i, factor, radix, codes[group])) {
                        overflow.incrementAndGet();
                    }
                }
                final int d = done.incrementAndGet();
                m_progress.report(0.3 + 0.6 * d / groups, () -> "Activations: " + Math.min(m_set.size(), d * groupSize) + " of "
                    + m_set.size() + " sequences");
            }
            return null;
        }).toList();
        m_runner.runAll(tasks);
        return overflow.get() == 0 ? codes : null;
    }

    private boolean packSequence(final List<Scanner> scanners, final List<LevelScan> scans, final int i, final int factor,
        final int radix, final byte[] row) {
        final byte[] letters = Windows.scanned(m_set, m_strands, i);
        for (int s = 0; s < scanners.size(); s++) {
            final Scanner scanner = scanners.get(s);
            final byte[] levels = new byte[scanner.words().length];
            scans.get(s).levels(letters, m_erased.unusable(i, scanner.width()), levels);
            for (final int[] columns : scanner.columns()) {
                for (int w = 0; w < levels.length; w++) {
                    final int level = levels[w] & 0xff;
                    if (level >= radix) {
                        return false;
                    }
                    row[columns[w]] += (byte)(factor * level);
                }
            }
        }
        return true;
    }

    private Optional<WordGrid> join(final List<Run> runs, final List<Kept> kept, final ActivationMatrix matrix, final long leftOut) {
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
        final int[] inOrder = IntStream.range(0, p).boxed().sorted(Comparator.comparingLong(g -> order[g]))
            .mapToInt(Integer::intValue).toArray();
        final CandidateClasses classes = CandidateClasses.of(matrix, inOrder, m_runner);
        final int[] keptColumns = classes.representatives();
        if (keptColumns.length == 0) {
            return Optional.empty();
        }
        final int[] place = new int[p];
        Arrays.fill(place, -1);
        for (int g = 0; g < keptColumns.length; g++) {
            place[keptColumns[g]] = g;
        }
        final Candidate[] candidates = new Candidate[keptColumns.length];
        int next = 0;
        for (final int g : inOrder) {
            final int representative = classes.representative(g);
            if (representative < 0) {
                continue;
            }
            final WordCode code = new WordCode(m_set.alphabet(), wordOf[g].width(), m_settings.degeneracy());
            final WordMotif word = code.motif(wordOf[g].word(), bandwidthOf[g]);
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
        return Optional.of(new WordGrid(new WordGrid.Source(m_set, m_strands, m_settings, m_erased), List.of(candidates),
            matrix.select(keptColumns), leftOut, classes.constant()));
    }
}
