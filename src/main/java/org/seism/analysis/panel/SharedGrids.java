package org.seism.analysis.panel;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinementSettings;
import org.seism.selection.SelectionProcedure;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/**
 * Candidates and activations that phenotypes share. A grid depends on the letters of the sequences and on settings, never on
 * a phenotype (METHOD, section 4), so phenotypes that are known for the same sequences have the same grid; what is not known
 * for one of them makes it another set of sequences with a grid of its own, as a run with that phenotype alone would build
 * it. Grids that were not asked for the longest go first when their matrices exceed a number of bytes. Safe for use by
 * several threads.
 */
public final class SharedGrids implements SelectionProcedure.Source {
    private final long m_most;
    /** By time of use, the latest last. */
    private final Map<Key, FutureTask<WordGrid>> m_grids = new LinkedHashMap<>(16, 0.75f, true);

    /** What a grid is made of, compared by content: lengths and letters of the sequences, not their names. */
    private record Key(SequenceSet sequences, Strands strands, GridSettings settings, Erasing erasing) {
        @Override
        public boolean equals(final Object other) {
            return other instanceof final Key key && strands == key.strands && settings.equals(key.settings)
                && erasing.equals(key.erasing) && sequences.alphabet() == key.sequences.alphabet()
                && Arrays.equals(sequences.lengths(), key.sequences.lengths())
                && Arrays.equals(sequences.codes(), key.sequences.codes());
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(sequences.lengths()) + Arrays.hashCode(sequences.codes());
        }
    }

    /** @param most bytes that the matrices of all grids together may have; the grid asked for last is kept in any case */
    public SharedGrids(final long most) {
        m_most = most;
    }

    @Override
    public SelectionProcedure of(final SequenceSet sequences, final Strands strands, final GridSettings settings,
        final Erasing erasing,
        final AssociationScore score, final RefinementSettings refinement, final TaskRunner runner, final Progress progress) {
        final Key key = new Key(sequences, strands, settings, erasing);
        final FutureTask<WordGrid> mine =
            new FutureTask<>(() -> WordGrid.build(sequences, strands, settings, erasing, runner, progress));
        final FutureTask<WordGrid> task;
        synchronized (m_grids) {
            final FutureTask<WordGrid> known = m_grids.get(key);
            task = known == null ? mine : known;
            if (known == null) {
                m_grids.put(key, mine);
            }
        }
        if (task == mine) {
            mine.run();
        }
        try {
            final WordGrid grid = task.get();
            evict(key);
            return SelectionProcedure.on(grid, sequences, strands, score, refinement);
        } catch (ExecutionException e) {
            synchronized (m_grids) {
                m_grids.remove(key, task);
            }
            throw TaskRunner.unchecked(e.getCause());
        } catch (InterruptedException e) {
            throw TaskRunner.unchecked(e);
        }
    }

    /** @return how many grids are held */
    int size() {
        synchronized (m_grids) {
            return m_grids.size();
        }
    }

    private void evict(final Key latest) {
        synchronized (m_grids) {
            long bytes = 0;
            for (final FutureTask<WordGrid> task : m_grids.values()) {
                bytes += bytes(task);
            }
            final Iterator<Map.Entry<Key, FutureTask<WordGrid>>> eldest = m_grids.entrySet().iterator();
            while (bytes > m_most && eldest.hasNext()) {
                final Map.Entry<Key, FutureTask<WordGrid>> entry = eldest.next();
                if (entry.getValue().isDone() && !entry.getKey().equals(latest)) {
                    bytes -= bytes(entry.getValue());
                    eldest.remove();
                }
            }
        }
    }

    /** Of a grid that is being built nothing is known yet. */
    private static long bytes(final FutureTask<WordGrid> task) {
        try {
            return task.isDone() ? task.get().activations().bytes() : 0;
        } catch (ExecutionException | InterruptedException e) {
            return 0;
        }
    }
}
