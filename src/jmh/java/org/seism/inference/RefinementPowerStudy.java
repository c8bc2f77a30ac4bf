package org.seism.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.event.NullGeometry;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.Refinement;
import org.seism.selection.RefinementSettings;
import org.seism.selection.SelectionPath;
import org.seism.simulation.PlantedMotif;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.Study;

/**
 * Power at 5% and time of words, degenerate words, lattice 1, 2, 4, network and data split on the simulator: the table of
 * docs/REFINEMENT.md. Arguments: {@code n length share effect sets replicates methods}, for instance
 * {@code 100 30 0.3 1.5 200 199 words,lattice1,lattice2,lattice4}. The planted word may be given as a last argument.
 */
public final class RefinementPowerStudy {

    private record Method(String name, int degeneracy, RefinementSettings refinement, boolean split) {
        static Method of(final String name) {
            return switch (name) {
                case "words" -> new Method(name, 0, RefinementSettings.NONE, false);
                case "degenerate" -> new Method(name, 1, RefinementSettings.NONE, false);
                case "split" -> new Method(name, 0, RefinementSettings.NONE, true);
                case "network" -> new Method(name, 0, RefinementSettings.network(2), false);
                default -> new Method(name, 0, RefinementSettings.lattice(Integer.parseInt(name.substring("lattice".length()))), false);
            };
        }
    }

    private record Outcome(double exact, double sampled, double seconds) {
    }

    private RefinementPowerStudy() {
    }

    /** @param args see the class */
    public static void main(final String[] args) {
        final int n = Integer.parseInt(args[0]);
        final int length = Integer.parseInt(args[1]);
        final double share = Double.parseDouble(args[2]);
        final double effect = Double.parseDouble(args[3]);
        final int sets = Integer.parseInt(args[4]);
        final int replicates = Integer.parseInt(args[5]);
        final List<Method> methods = Arrays.stream(args[6].split(",")).map(Method::of).toList();
        final String word = args.length > 7 ? args[7] : "TGACTC";
        final List<Callable<Map<String, Outcome>>> tasks = new ArrayList<>();
        for (int set = 0; set < sets; set++) {
            final long seed = 1000 + set;
            tasks.add(() -> {
                final Study study = SequenceSimulator.simulate(SimulatorSettings.defaults().withCount(n).withLengths(length, length)
                    .withMotifs(List.of(new PlantedMotif(word, effect, share))).withSeed(seed), Progress.NONE).study();
                final Map<String, Outcome> row = new LinkedHashMap<>();
                for (final Method method : methods) {
                    row.put(method.name(), outcome(study, method, replicates, seed));
                }
                return row;
            });
        }
        final Map<String, List<Outcome>> all = new LinkedHashMap<>();
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            pool.runAll(tasks).forEach(row -> row.forEach((k, v) -> all.computeIfAbsent(k, x -> new ArrayList<>()).add(v)));
        }
        System.out.printf(Locale.ROOT, "n %d, length %d, share %.2f, effect %.2f, %d sets, %d replicates%n", n, length, share,
            effect, sets, replicates);
        all.forEach((name, outcomes) -> System.out.printf(Locale.ROOT,
            "%-12s sampled %.3f (+- %.3f)  exact %.3f  %.2f s per set%n", name, rate(outcomes.stream().mapToDouble(Outcome::sampled).toArray()),
            error(rate(outcomes.stream().mapToDouble(Outcome::sampled).toArray()), sets),
            rate(outcomes.stream().mapToDouble(Outcome::exact).toArray()),
            outcomes.stream().mapToDouble(Outcome::seconds).average().orElse(0)));
    }

    private static double rate(final double[] p) {
        return Arrays.stream(p).filter(x -> x <= 0.05 + 1e-12).count() / (double)p.length;
    }

    private static double error(final double rate, final int sets) {
        return Math.sqrt(rate * (1 - rate) / sets);
    }

    private static Outcome outcome(final Study study, final Method method, final int replicates, final long seed) {
        final long start = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        final GridSettings settings = GridSettings.DEFAULT.withDegeneracy(method.degeneracy());
        double exact = Double.NaN;
        double sampled;
        if (method.split()) {
            sampled = new DataSplitTest(study, settings, AssociationScore.DEFAULT, 1, DataSplitTest.Settings.DEFAULT)
                .run(TaskRunner.sequential(), Progress.NONE).get(0).p();
        } else {
            final WordGrid grid =
                WordGrid.build(study.sequences(), study.strands(), settings, TaskRunner.sequential(), Progress.NONE);
            final Refinement refinement =
                Refinement.of(method.refinement(), study.sequences(), study.strands(), AssociationScore.DEFAULT);
            final double[] y = study.phenotype().values();
            final SelectionPath path = new GreedySelection(grid, AssociationScore.DEFAULT, refinement, TaskRunner.sequential(),
                Progress.NONE).run(y, study.covariates().values(), 1);
            exact = ExactTest.test(new NullGeometry(path, 0, Hypothesis.SEQUENTIAL, y), TaskRunner.sequential(), Progress.NONE).p()
                .value();
            sampled = replicates == 0 ? Double.NaN : new MonteCarloTest(path, y,
                SamplingSettings.DEFAULT.withReplicates(replicates).withSeed(seed)
                    .withKernel(method.name().equals("network") ? Kernel.HYPERSPHERE : Kernel.BLOCK),
                TaskRunner.sequential(), Progress.NONE).run(0).get(0).p();
        }
        final long end = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        return new Outcome(exact, sampled, (end - start) / 1e9);
    }
}
