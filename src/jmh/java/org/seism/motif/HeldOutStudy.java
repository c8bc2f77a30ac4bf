package org.seism.motif;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.motif.growth.GrownMatrix;
import org.seism.motif.growth.GrowthData;
import org.seism.motif.growth.MatrixGrowth;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionStep;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * What grown matrices are worth on sequences that they have not seen: the first motif is selected and grown on one half of a data
 * set and ranks the sequences of the other half, beside the word it was grown from. Area under the curve for two classes, Pearson's
 * r for numbers; means over several random halves. Arguments per data set: {@code file,alphabet,strands,width}, for instance
 * {@code data.tsv,dna,both,8}; the columns are id, sequence, y.
 */
public final class HeldOutStudy {
    private static final int HALVES = 10;

    private HeldOutStudy() {
    }

    /**
     * @param args data sets
     * @throws IOException if a file can't be read
     */
    public static void main(final String[] args) throws IOException {
        System.out.println("| data | width | word of the first half | word, held out | matrix, held out | matrix, seen | columns | growth, s |");
        System.out.println("| --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |");
        for (final String arg : args) {
            final String[] parts = arg.split(",");
            System.out.println(study(Path.of(parts[0]), Alphabet.of(parts[1]), Strands.valueOf(parts[2].toUpperCase(Locale.ROOT)),
                Integer.parseInt(parts[3])));
        }
    }

    private static String study(final Path file, final Alphabet alphabet, final Strands strands, final int width) throws IOException {
        final List<String[]> rows = new ArrayList<>();
        for (final String line : Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
            rows.add(line.split("\t"));
        }
        final double[] sums = new double[5];
        String word = "";
        for (int half = 0; half < HALVES; half++) {
            final List<Integer> order = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(half));
            final Half seen = new Half(rows, order.subList(0, rows.size() / 2), alphabet);
            final Half other = new Half(rows, order.subList(rows.size() / 2, rows.size()), alphabet);
            final WordGrid grid = WordGrid.build(seen.sequences(), strands, GridSettings.DEFAULT.withWidths(width, width),
                Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
            final SelectionStep first = new GreedySelection(grid, AssociationScore.DEFAULT, TaskRunner.sequential(), Progress.NONE)
                .run(seen.y(), new double[0][], 1).step(0);
            final Motif motif = first.candidate().motif();
            final double[] activation = seen.activation(motif, strands);
            final int sign = new PearsonsCorrelation().correlation(activation, seen.y()) > 0 ? 1 : -1;
            final double start = seconds();
            final GrownMatrix matrix = MatrixGrowth.grow(new GrowthData(seen.sequences(), strands, seen.y(), seen.classes()), motif,
                sign, Progress.NONE);
            sums[4] += seconds() - start;
            sums[0] += other.worth(other.activation(motif, strands), sign);
            sums[1] += other.worth(other.best(matrix, strands), sign);
            sums[2] += seen.worth(seen.best(matrix, strands), sign);
            sums[3] += matrix.width();
            word = half == 0 ? motif.name() : word;
        }
        return String.format(Locale.ROOT, "| %s | %d | %s | %.3f | %.3f | %.3f | %.1f | %.3f |", file.getParent().getFileName(), width, word,
            sums[0] / HALVES, sums[1] / HALVES, sums[2] / HALVES, sums[3] / HALVES, sums[4] / HALVES);
    }

    /** Half of a data set. */
    private record Half(SequenceSet sequences, double[] y, boolean classes) {
        Half(final List<String[]> rows, final List<Integer> members, final Alphabet alphabet) {
            this(SequenceSet.of(alphabet, members.stream().map(i -> rows.get(i)[0]).toList(), members.stream().map(i -> rows.get(i)[1]).toList()),
                members.stream().mapToDouble(i -> Double.parseDouble(rows.get(i)[2])).toArray(),
                rows.stream().map(r -> r[2]).distinct().count() == 2);
        }

        double[] activation(final Motif motif, final Strands strands) {
            return SiteSearch.of(motif).scan(sequences, strands).activationsOrZero();
        }

        /** Score of the best window per sequence, by definition. */
        double[] best(final GrownMatrix matrix, final Strands strands) {
            final double[] best = new double[y.length];
            for (int i = 0; i < best.length; i++) {
                best[i] = best(matrix.logOdds(), sequences.codes(i));
                if (strands == Strands.BOTH) {
                    best[i] = Math.max(best[i], best(matrix.reverseComplement().logOdds(), sequences.codes(i)));
                }
            }
            return best;
        }

        private static double best(final double[][] logOdds, final byte[] codes) {
            double best = -50;
            for (int at = 0; at + logOdds.length <= codes.length; at++) {
                double sum = 0;
                for (int c = 0; c < logOdds.length; c++) {
                    sum += codes[at + c] < 0 ? -50 : logOdds[c][codes[at + c]];
                }
                best = Math.max(best, sum);
            }
            return best;
        }

        /** Area under the curve, or r. */
        double worth(final double[] score, final int sign) {
            if (!classes) {
                return sign * new PearsonsCorrelation().correlation(score, y);
            }
            final double top = Arrays.stream(y).max().orElseThrow();
            final double[] cases = IntStream.range(0, y.length).filter(i -> y[i] == top).mapToDouble(i -> score[i]).toArray();
            final double[] controls = IntStream.range(0, y.length).filter(i -> y[i] != top).mapToDouble(i -> score[i]).toArray();
            double below = 0;
            for (final double a : cases) {
                for (final double b : controls) {
                    below += a > b ? 1 : a == b ? 0.5 : 0;
                }
            }
            final double area = below / (cases.length * (double)controls.length);
            return sign > 0 ? area : 1 - area;
        }
    }

    private static double seconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
