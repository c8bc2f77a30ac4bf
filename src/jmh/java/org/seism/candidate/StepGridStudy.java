package org.seism.candidate;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * What the grids of three motifs cost beside that of one, in processor time of one thread: random DNA, both strands, default
 * erasing, the candidate in the middle of the grid erased each time. Arguments: sequences, length, width, minimum support,
 * repeats.
 */
public final class StepGridStudy {
    private StepGridStudy() {
    }

    /**
     * @param args sequences, length, width, minimum support, repeats
     */
    public static void main(final String[] args) {
        final int n = Integer.parseInt(args[0]);
        final int length = Integer.parseInt(args[1]);
        final int width = Integer.parseInt(args[2]);
        final Random random = new Random(1);
        final List<String> ids = new ArrayList<>();
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            final StringBuilder s = new StringBuilder();
            for (int k = 0; k < length; k++) {
                s.append("ACGT".charAt(random.nextInt(4)));
            }
            ids.add("s" + i);
            texts.add(s.toString());
        }
        final SequenceSet set = SequenceSet.of(Alphabet.DNA, ids, texts);
        final GridSettings settings = GridSettings.DEFAULT.withWidths(width, width).withMinSupport(Integer.parseInt(args[3]));
        for (int repeat = 0; repeat < Integer.parseInt(args[4]); repeat++) {
            final double start = seconds();
            WordGrid grid = WordGrid.build(set, Strands.BOTH, settings, Erasing.DEFAULT, TaskRunner.sequential(), Progress.NONE);
            final double first = seconds() - start;
            final StringBuilder line = new StringBuilder(String.format("%d candidates, %.1f MB, first %.3f s", grid.size(),
                grid.activations().bytes() / 1e6, first));
            for (int step = 2; step <= 3; step++) {
                final double before = seconds();
                final ErasedLetters erased = grid.erased().with(grid.motif(grid.size() / 2));
                final double between = seconds();
                grid = grid.without(erased, TaskRunner.sequential(), Progress.NONE).orElseThrow();
                line.append(String.format(", step %d %.3f s (erasing %.3f)", step, seconds() - between, between - before));
            }
            System.out.println(line + String.format(", all / first %.2f", (seconds() - start) / first));
        }
    }

    private static double seconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
