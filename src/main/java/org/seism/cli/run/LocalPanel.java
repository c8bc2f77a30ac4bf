package org.seism.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.panel.PhenotypeResult;

/**
 * Runs the phenotypes of a panel on this machine: as many at once as there are threads, each in one thread where there are
 * enough of them.
 */
public final class LocalPanel {
    private static final int WHOLE = 1_000_000;

    private final PanelJob m_job;
    private final IntFunction<Optional<PanelJob.Report>> m_reports;
    private final int m_threads;
    private final Progress m_progress;
    private final AtomicInteger m_next = new AtomicInteger();
    private final AtomicReference<Throwable> m_failure = new AtomicReference<>();

    /**
     * @param job what is run
     * @param reports where the own results of a phenotype go, if anywhere
     * @param threads to use
     * @param progress progress and cancellation
     */
    public LocalPanel(final PanelJob job, final IntFunction<Optional<PanelJob.Report>> reports, final int threads,
        final Progress progress) {
        m_job = job;
        m_reports = reports;
        m_threads = threads;
        m_progress = progress;
    }

    /**
     * @param numbers of the phenotypes that are to be run
     * @param sink takes each result as soon as it is known, from any thread, one at a time
     */
    public void run(final List<Integer> numbers, final Consumer<PhenotypeResult> sink) {
        if (numbers.isEmpty()) {
            return;
        }
        final int workers = Math.min(m_threads, numbers.size());
        final AtomicIntegerArray parts = new AtomicIntegerArray(numbers.size());
        final List<Callable<Void>> tasks = new ArrayList<>();
        for (int w = 0; w < workers; w++) {
            tasks.add(() -> {
                work(numbers, parts, m_threads / workers, sink);
                return null;
            });
        }
        try (TaskRunner.Pool pool = TaskRunner.withThreads(workers)) {
            pool.runAll(tasks);
        }
        if (m_failure.get() != null) {
            throw TaskRunner.unchecked(m_failure.get());
        }
    }

    private void work(final List<Integer> numbers, final AtomicIntegerArray parts, final int threads,
        final Consumer<PhenotypeResult> sink) {
        try (TaskRunner.Pool own = threads > 1 ? TaskRunner.withThreads(threads) : null) {
            final TaskRunner runner = own == null ? TaskRunner.sequential() : own;
            for (int k = m_next.getAndIncrement(); k < numbers.size(); k = m_next.getAndIncrement()) {
                m_progress.checkCancelled();
                final int place = k;
                final PhenotypeResult result = m_job.run(numbers.get(k), m_reports.apply(numbers.get(k)), runner,
                    new Part(place, parts));
                synchronized (this) {
                    sink.accept(result);
                }
                parts.set(place, WHOLE);
                report(parts);
            }
        } catch (RuntimeException | Error e) {
            // the others need not go on, but put away what they have begun
            m_failure.compareAndSet(null, e);
        }
    }

    private void report(final AtomicIntegerArray parts) {
        double done = 0;
        int whole = 0;
        for (int k = 0; k < parts.length(); k++) {
            done += (double)parts.get(k) / WHOLE;
            whole += parts.get(k) == WHOLE ? 1 : 0;
        }
        final int finished = whole;
        m_progress.report(done / parts.length(), () -> finished + " of " + parts.length() + " phenotypes");
    }

    /** How far one of the phenotypes is. */
    private final class Part implements Progress {
        private final int m_place;
        private final AtomicIntegerArray m_parts;

        Part(final int place, final AtomicIntegerArray parts) {
            m_place = place;
            m_parts = parts;
        }

        @Override
        public void report(final double fraction, final Supplier<String> message) {
            m_parts.set(m_place, (int)((WHOLE - 1) * Math.max(0, Math.min(1, fraction))));
            LocalPanel.this.report(m_parts);
        }

        @Override
        public boolean isCancelled() {
            return m_failure.get() != null || m_progress.isCancelled();
        }
    }
}
