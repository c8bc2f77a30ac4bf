package org.seism;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.seism.candidate.GridSettings;
import org.seism.candidate.WordGrid;
import org.seism.selection.AssociationScore;
import org.seism.selection.GreedySelection;
import org.seism.selection.SelectionPath;
import org.seism.sequence.Strands;
import org.seism.simulation.PlantedMotif;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.Study;

/**
 * Simulated data of a given size for the measurements: random DNA, one word planted in half of the sequences with an effect
 * of one standard deviation, both strands.
 *
 * @param n number of sequences
 * @param length letters per sequence
 * @param width width of the candidate words
 * @param candidates largest size of the grid
 * @param minSupport least support of a candidate, 0 for the default
 * @param cases whether the phenotype is case/control instead of numeric
 */
public record PerformanceStudy(int n, int length, int width, int candidates, int minSupport, boolean cases) {

    /**
     * The sizes of the benchmarks: "sequences x candidates". The length and the width are those at which at least so many
     * words occur in two sequences; for 100 sequences and 100 000 words that takes sequences of 4000 letters.
     *
     * @param size such as 1000x10000
     * @return the data for it
     */
    public static PerformanceStudy ofSize(final String size) {
        return switch (size) {
            case "100x1000" -> new PerformanceStudy(100, 100, 6, 1000, 2, false);
            case "100x10000" -> new PerformanceStudy(100, 500, 8, 10_000, 2, false);
            case "100x100000" -> new PerformanceStudy(100, 4000, 9, 100_000, 2, false);
            case "1000x1000" -> new PerformanceStudy(1000, 100, 6, 1000, 2, false);
            case "1000x10000" -> new PerformanceStudy(1000, 100, 8, 10_000, 2, false);
            case "1000x100000" -> new PerformanceStudy(1000, 500, 9, 100_000, 2, false);
            case "5000x1000" -> new PerformanceStudy(5000, 100, 6, 1000, 2, false);
            case "5000x10000" -> new PerformanceStudy(5000, 100, 8, 10_000, 2, false);
            case "5000x100000" -> new PerformanceStudy(5000, 100, 9, 100_000, 2, false);
            default -> throw new IllegalArgumentException("no data of size " + size);
        };
    }

    /** Where benchmarks share a JVM (-f 0), each size is built once. */
    private static final Map<String, SelectionPath> PATHS = new ConcurrentHashMap<>();

    /**
     * @param size such as 1000x10000
     * @return grid and selection of three motifs
     */
    public static SelectionPath pathOfSize(final String size) {
        return PATHS.computeIfAbsent(size, s -> {
            final PerformanceStudy data = ofSize(s);
            try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
                final SelectionPath path = data.path(data.study(), 3, pool);
                if (path.grid().size() < 0.9 * data.candidates()) {
                    throw new IllegalStateException("only " + path.grid().size() + " candidates for " + s);
                }
                if (path.grid().activations().groupSize() != sequencesPerByte(s)) {
                    throw new IllegalStateException(s + ": " + path.grid().activations().groupSize() + " sequences per byte");
                }
                return path;
            }
        });
    }

    /**
     * @param size such as 1000x10000
     * @return how many sequences share a byte of the activation matrix at this size
     */
    static int sequencesPerByte(final String size) {
        return switch (size) {
            case "1000x10000", "1000x100000", "5000x10000" -> 3;
            case "5000x100000" -> 2;
            default -> 4;
        };
    }

    /** @return the data, the same at every call */
    public Study study() {
        final SimulatorSettings settings = SimulatorSettings.defaults().withCount(n).withLength(length)
            .withStrands(Strands.BOTH).withMotifs(List.of(new PlantedMotif("TGACTCAGCA".substring(0, Math.min(8, width)), 1, 0.5)))
            .withResponse(cases ? SimulatorSettings.Response.THRESHOLD : SimulatorSettings.Response.NUMERIC);
        return SequenceSimulator.simulate(settings, Progress.NONE).study();
    }

    /** @return settings of the grid */
    public GridSettings gridSettings() {
        return GridSettings.DEFAULT.withWidths(width, width).withMinSupport(minSupport).withMaxGridSize(candidates);
    }

    /**
     * @param study what {@link #study} returned
     * @param runner runs the parts
     * @return the grid
     */
    public WordGrid grid(final Study study, final TaskRunner runner) {
        return WordGrid.build(study.sequences(), study.strands(), gridSettings(), runner, Progress.NONE);
    }

    /**
     * @param study what {@link #study} returned
     * @param motifs number of motifs
     * @param runner runs the parts
     * @return grid and selection
     */
    public SelectionPath path(final Study study, final int motifs, final TaskRunner runner) {
        return new GreedySelection(grid(study, runner), AssociationScore.DEFAULT, runner, Progress.NONE)
            .run(study.phenotype().values(), study.covariates().values(), motifs);
    }
}
