package org.seism.motif.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.motif.Strand;
import org.seism.sequence.Alphabet;
import org.seism.study.input.SequenceStream;

/**
 * Scans sequences for matrices while they are read. Of a sequence no more than a piece is held, however long it is; results are the
 * same for any number of threads. One object per run, used by one thread.
 */
public final class SiteScan implements SequenceStream.Sink {
    private static final int PIECE = 1 << 18;
    /** Fewer windows than this are not worth a second thread. */
    private static final int WORTHWHILE = 1 << 15;
    private static final Comparator<FoundSite> BY_PLACE =
        Comparator.comparingLong(FoundSite::start).thenComparingInt(FoundSite::matrix).thenComparing(FoundSite::strand);

    /**
     * A matrix to look for.
     *
     * @param name of the motif
     * @param consensus in letters
     * @param scanner for its sites
     */
    public record ScannedMatrix(String name, String consensus, MatrixScanner scanner) {
    }

    /**
     * A site in a sequence.
     *
     * @param matrix index of the matrix
     * @param start first letter, from 0
     * @param width number of letters
     * @param strand strand on which the matrix fits
     * @param score in hundredths of a bit
     * @param p probability that a window of background letters scores at least that
     * @param letters of the site as the matrix reads them
     */
    public record FoundSite(int matrix, long start, int width, Strand strand, int score, double p, String letters) {
    }

    /** Takes what is found, sequence by sequence. */
    public interface Output {
        /**
         * @param sequence index of the sequence
         * @param id its identifier
         * @param sites the next of its sites, by place, matrix and strand; where only the best are asked for, all of them at once, at
         *            most one per matrix, by matrix
         */
        void sites(int sequence, String id, List<FoundSite> sites);
    }

    private final Alphabet m_alphabet;
    private final List<ScannedMatrix> m_matrices;
    private final boolean m_bestOnly;
    private final TaskRunner m_runner;
    private final Progress m_progress;
    private final Output m_output;
    private final long m_total;
    private final int m_widest;
    private final byte[] m_codes = new byte[128];

    private final byte[] m_letters;
    private int m_size;
    /** Where in the sequence the first held letter lies. */
    private long m_base;
    private int m_sequence = -1;
    private String m_id = "";
    private long m_done;
    private final FoundSite[] m_bestSites;

    /**
     * @param alphabet of the sequences
     * @param matrices to look for
     * @param bestOnly whether the best site of every matrix in every sequence is asked for, instead of all that reach its threshold
     * @param total number of letters to come, for the progress
     * @param runner runs the parts
     * @param progress progress and cancellation
     * @param output takes the sites
     */
    public SiteScan(final Alphabet alphabet, final List<ScannedMatrix> matrices, final boolean bestOnly, final long total, final TaskRunner runner,
        final Progress progress, final Output output) {
        m_alphabet = alphabet;
        m_matrices = List.copyOf(matrices);
        m_bestOnly = bestOnly;
        m_total = total;
        m_runner = runner;
        m_progress = progress;
        m_output = output;
        m_widest = matrices.stream().mapToInt(m -> m.scanner().width()).max().orElse(1);
        m_letters = new byte[PIECE + m_widest];
        m_bestSites = new FoundSite[matrices.size()];
        for (char c = 0; c < 128; c++) {
            m_codes[c] = (byte)alphabet.code(c);
        }
    }

    @Override
    public void begin(final String id) {
        m_sequence++;
        m_id = id;
        m_size = 0;
        m_base = 0;
        Arrays.fill(m_bestSites, null);
    }

    @Override
    public void letters(final char[] text, final int length) {
        for (int k = 0; k < length; k++) {
            if (m_size == m_letters.length) {
                scan(m_size - m_widest + 1);
            }
            m_letters[m_size++] = text[k] < 128 ? m_codes[text[k]] : -1;
        }
    }

    @Override
    public void end() {
        scan(m_size);
        if (m_bestOnly) {
            final List<FoundSite> best = new ArrayList<>();
            for (final FoundSite site : m_bestSites) {
                if (site != null) {
                    best.add(site);
                }
            }
            m_output.sites(m_sequence, m_id, best);
        }
    }

    /** Looks at all windows that begin before a place, and forgets the letters before it. */
    private void scan(final int end) {
        m_progress.checkCancelled();
        final List<Callable<List<FoundSite>>> tasks = new ArrayList<>();
        final boolean wide = end >= WORTHWHILE;
        final int parts = wide || (long)end * m_matrices.size() >= WORTHWHILE ? m_runner.threads() : 1;
        for (int part = 0; part < parts; part++) {
            // a long piece is divided by place, a short one by matrix
            final int from = wide ? (int)((long)end * part / parts) : 0;
            final int to = wide ? (int)((long)end * (part + 1) / parts) : end;
            final int first = wide ? 0 : m_matrices.size() * part / parts;
            final int last = wide ? m_matrices.size() : m_matrices.size() * (part + 1) / parts;
            tasks.add(() -> m_bestOnly ? best(from, to, first, last) : all(from, to, first, last));
        }
        final List<FoundSite> found = new ArrayList<>();
        (parts == 1 ? List.of(call(tasks.get(0))) : m_runner.runAll(tasks)).forEach(found::addAll);
        if (m_bestOnly) {
            found.forEach(this::keepBetter);
        } else {
            if (!wide) {
                found.sort(BY_PLACE);
            }
            if (!found.isEmpty()) {
                m_output.sites(m_sequence, m_id, found);
            }
        }
        System.arraycopy(m_letters, end, m_letters, 0, m_size - end);
        m_size -= end;
        m_base += end;
        m_done += end;
        m_progress.report(Math.min(1, (double)m_done / Math.max(1, m_total)), () -> "Scanned " + m_done + " of " + m_total + " letters");
    }

    private static List<FoundSite> call(final Callable<List<FoundSite>> task) {
        try {
            return task.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<FoundSite> all(final int from, final int to, final int first, final int last) {
        final List<FoundSite> found = new ArrayList<>();
        for (int m = first; m < last; m++) {
            m_progress.checkCancelled();
            final int matrix = m;
            final MatrixScanner scanner = m_matrices.get(m).scanner();
            if (scanner.canHit()) {
                scanner.scan(m_letters, from, Math.min(m_size, to - 1 + scanner.width()), hit -> found.add(site(matrix, hit)));
            }
        }
        found.sort(BY_PLACE);
        return found;
    }

    private List<FoundSite> best(final int from, final int to, final int first, final int last) {
        return IntStream.range(first, last).mapToObj(m -> {
            m_progress.checkCancelled();
            final MatrixScanner scanner = m_matrices.get(m).scanner();
            return scanner.best(m_letters, from, Math.min(m_size, to - 1 + scanner.width())).map(hit -> site(m, hit));
        }).flatMap(Optional::stream).toList();
    }

    /** Sites come from left to right, so the first of equals stays. */
    private void keepBetter(final FoundSite site) {
        final FoundSite other = m_bestSites[site.matrix()];
        if (other == null || site.score() > other.score()) {
            m_bestSites[site.matrix()] = site;
        }
    }

    private FoundSite site(final int matrix, final MatrixScanner.Hit hit) {
        final int width = m_matrices.get(matrix).scanner().width();
        final StringBuilder letters = new StringBuilder(width);
        for (int c = 0; c < width; c++) {
            final boolean forward = hit.strand() == Strand.FORWARD;
            final int code = m_letters[hit.start() + (forward ? c : width - 1 - c)];
            letters.append(m_alphabet.letter(forward ? code : m_alphabet.complement(code)));
        }
        return new FoundSite(matrix, m_base + hit.start(), width, hit.strand(), hit.score(), hit.p(), letters.toString());
    }
}
