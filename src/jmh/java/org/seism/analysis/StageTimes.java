package org.seism.analysis;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.seism.PerformanceStudy;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.WordGrid;
import org.seism.inference.DataSplitTest;
import org.seism.inference.ExactTest;
import org.seism.inference.MonteCarloTest;
import org.seism.inference.NullSample;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.NullGeometry;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.study.Study;

/**
 * Runs the stages of an analysis one after the other and reports wall-clock and processor time of each, the peak memory of
 * the process, and what two threads can gain at most: with threads=0 all tasks run one by one, their processor times are
 * taken, and a schedule of them on two threads is computed, which other work on the machine does not disturb.
 * <p>
 * Arguments as name=value: n, length, width, candidates, minSupport, cases, motifs, replicates, branches, threads, repeat,
 * progress, label, csv.
 */
public final class StageTimes {
    private static final Map<String, String> DEFAULTS = Map.ofEntries(Map.entry("n", "1000"), Map.entry("length", "100"),
        Map.entry("width", "8"), Map.entry("candidates", "100000"), Map.entry("minSupport", "2"), Map.entry("cases", "false"),
        Map.entry("motifs", "3"), Map.entry("replicates", "0"), Map.entry("branches", "1"), Map.entry("threads", "2"),
        Map.entry("repeat", "1"),
        Map.entry("progress", "false"), Map.entry("label", ""), Map.entry("csv", ""));

    /** Wall-clock, processor and two-thread seconds. */
    private record Seconds(double wall, double cpu, double onTwo) {
    }

    private final Map<String, String> m_options;
    private final Map<String, Seconds> m_stages = new LinkedHashMap<>();
    private int m_candidates;
    private long m_matrixBytes;
    private String m_tests = "";

    private StageTimes(final Map<String, String> options) {
        m_options = options;
    }

    /**
     * @param args name=value
     * @throws IOException if the csv file can't be written
     */
    public static void main(final String[] args) throws IOException {
        final Map<String, String> options = new LinkedHashMap<>(DEFAULTS);
        for (final String arg : args) {
            final int at = arg.indexOf('=');
            if (at < 0 || !DEFAULTS.containsKey(arg.substring(0, at))) {
                throw new IllegalArgumentException(arg + ": use name=value with " + DEFAULTS.keySet());
            }
            options.put(arg.substring(0, at), arg.substring(at + 1));
        }
        for (int k = 0; k < Integer.parseInt(options.get("repeat")); k++) {
            measure(options);
        }
    }

    /**
     * @param changes what differs from the defaults
     * @throws IOException if the csv file can't be written
     */
    static void measure(final Map<String, String> changes) throws IOException {
        final Map<String, String> options = new LinkedHashMap<>(DEFAULTS);
        options.putAll(changes);
        final StageTimes run = new StageTimes(options);
        run.run();
        run.report();
    }

    private int number(final String option) {
        return Integer.parseInt(m_options.get(option));
    }

    private void run() {
        final PerformanceStudy data = new PerformanceStudy(number("n"), number("length"), number("width"), number("candidates"),
            number("minSupport"), Boolean.parseBoolean(m_options.get("cases")));
        final Study study = data.study();
        final Progress progress = Boolean.parseBoolean(m_options.get("progress")) ? new Lines() : Progress.NONE;
        if (number("threads") == 0) {
            stages(data, study, new Schedule(), progress);
        } else {
            try (TaskRunner.Pool pool = TaskRunner.withThreads(number("threads"))) {
                stages(data, study, pool, progress);
            }
        }
    }

    private void stages(final PerformanceStudy data, final Study study, final TaskRunner runner, final Progress progress) {
        final double[] y = study.phenotype().values();
        final WordGrid grid = time("grid", runner,
            () -> WordGrid.build(study.sequences(), study.strands(), data.gridSettings(), runner, progress));
        m_candidates = grid.size();
        m_matrixBytes = grid.activations().bytes();
        final SelectionPath path = time("selection", runner,
            () -> new GreedySelection(grid, AssociationScore.DEFAULT, runner, progress).run(y, study.covariates().values(),
                number("motifs")));
        final List<Double> exact = time("exact", runner, () -> {
            final List<Double> p = new ArrayList<>();
            for (int j = 0; j < path.size(); j++) {
                p.add(ExactTest.test(new NullGeometry(path, j, Hypothesis.SEQUENTIAL, y), runner, progress).p().value());
            }
            return p;
        });
        m_tests = "exact " + exact;
        if (number("replicates") > 0) {
            final NullModel model = NullChoice.AUTO.resolve(study);
            final List<NullSample> samples = time("sampling", runner, () -> new MonteCarloTest(path,
                NullDesign.plain(model, y, study.covariates().values()), SamplingSettings.DEFAULT.withReplicates(number("replicates"))
                    .withBranches(number("branches")), runner, progress).run());
            m_tests += ", " + model + " " + samples.stream().map(s -> String.format(Locale.ROOT, "p %.4f ess %.0f", s.p(),
                s.effectiveSampleSize())).toList();
            time("split", runner, () -> new DataSplitTest(study, data.gridSettings(), AssociationScore.DEFAULT, path.size(),
                DataSplitTest.Settings.DEFAULT).run(runner, progress));
        }
    }

    private <T> T time(final String stage, final TaskRunner runner, final Callable<T> task) {
        final Schedule schedule = runner instanceof Schedule s ? s : null;
        final double saved = schedule == null ? 0 : schedule.saved();
        final long wall = System.nanoTime();
        final double cpu = processCpu();
        final double own = threadCpu();
        final T result;
        try {
            result = task.call();
        } catch (Exception e) {
            throw TaskRunner.unchecked(e);
        }
        final double serial = threadCpu() - own;
        m_stages.put(stage, new Seconds((System.nanoTime() - wall) / 1e9, processCpu() - cpu,
            schedule == null ? 0 : serial - (schedule.saved() - saved)));
        if (schedule != null) {
            m_stages.put(stage, new Seconds(m_stages.get(stage).wall(), serial, m_stages.get(stage).onTwo()));
        }
        return result;
    }

    private static double threadCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static double processCpu() {
        return ((com.sun.management.OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private void report() throws IOException {
        final StringBuilder csv = new StringBuilder();
        final long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        m_stages.put("since start", new Seconds((System.currentTimeMillis() - start) / 1e3, processCpu(), 0));
        m_stages.forEach((stage, s) -> csv.append(String.format(Locale.ROOT, "\"%s\",%s,%s,%s,%d,%d,%s,%s,%s,%s,%s,%.3f,%.3f,%.3f,%.0f%n",
            m_options.get("label"), m_options.get("n"), m_options.get("length"), m_options.get("width"), m_candidates,
            m_matrixBytes, m_options.get("motifs"), m_options.get("replicates"), m_options.get("branches"),
            m_options.get("threads"), stage, s.wall(),
            s.cpu(), s.onTwo(), peakMegabytes())));
        System.out.print(csv);
        System.out.println("# " + m_tests);
        if (!m_options.get("csv").isEmpty()) {
            final Path file = Path.of(m_options.get("csv"));
            final String header = Files.exists(file) ? "" : "label,n,length,width,candidates,matrix_bytes,motifs,replicates,"
                + "branches,threads,stage,wall,cpu,on_two,peak_mb\n";
            Files.writeString(file, header + csv, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        }
    }

    /** Largest resident memory of this process so far; 0 where the system does not tell. */
    private static double peakMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM:"))
                .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Runs tasks one by one and computes when two threads would have finished them, each taking the next free task. */
    private static final class Schedule implements TaskRunner {
        private double m_saved;
        private boolean m_inside;

        @Override
        public int threads() {
            return 2;
        }

        double saved() {
            return m_saved;
        }

        @Override
        public <T> List<T> runAll(final List<? extends Callable<T>> tasks) {
            if (m_inside) {
                return TaskRunner.sequential().runAll(tasks);
            }
            m_inside = true;
            final double[] free = new double[2];
            final double[] total = new double[1];
            final List<T> results = new ArrayList<>();
            try {
                for (final Callable<T> task : tasks) {
                    final double start = threadCpu();
                    results.add(task.call());
                    final double seconds = threadCpu() - start;
                    total[0] += seconds;
                    free[free[0] <= free[1] ? 0 : 1] += seconds;
                }
            } catch (Exception e) {
                throw TaskRunner.unchecked(e);
            } finally {
                m_inside = false;
            }
            m_saved += total[0] - Math.max(free[0], free[1]);
            return results;
        }
    }

    /** Prints a line per percent. */
    private static final class Lines implements Progress {
        private final long m_start = System.nanoTime();
        private int m_last = -1;

        @Override
        public synchronized void report(final double fraction, final java.util.function.Supplier<String> message) {
            if ((int)(20 * fraction) != m_last) {
                m_last = (int)(20 * fraction);
                System.out.printf(Locale.ROOT, "# %6.1f s %3.0f %% %s%n", (System.nanoTime() - m_start) / 1e9, 100 * fraction,
                    message.get());
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
