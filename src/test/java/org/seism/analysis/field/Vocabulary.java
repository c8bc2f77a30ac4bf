package org.seism.analysis.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.Discovery;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.Extras;
import org.seism.analysis.JointChoice;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectionSettings;
import org.seism.inference.chain.SamplingSettings;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.compare.LibraryMotif;
import org.seism.motif.compare.MotifLibrary;
import org.seism.selection.RefinementSettings;
import org.seism.sequence.Alphabet;
import org.seism.simulation.PlantedMotif;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.Study;

/** What the tests of all renderings share: a result, and the question whether a rendering is complete. */
public final class Vocabulary {
    private Vocabulary() {
    }

    /** Forty sequences with a planted word. */
    public static Study study() {
        return SequenceSimulator.simulate(SimulatorSettings.defaults().withCount(40).withLength(20)
            .withMotifs(List.of(new PlantedMotif("ACGTAC", 2, 0.5))), Progress.NONE).study();
    }

    /** A library of two motifs. */
    public static MotifLibrary library() {
        return new MotifLibrary("two.jaspar", Stream.of("ACGTAC", "TTTTGGGG").map(w -> {
            final double[][] columns = new double[w.length()][4];
            for (int c = 0; c < columns.length; c++) {
                columns[c][Alphabet.DNA.code(w.charAt(c))] = 1;
            }
            return new LibraryMotif(new FrequencyMatrix(w, "", Alphabet.DNA, columns, 20, null), "");
        }).toList());
    }

    /** A whole analysis; one motif. Of a trained filter it knows no interval: each of its thousands of moves would train anew. */
    public static Discovery discovery(final RefinementSettings refinement) {
        final boolean intervals = refinement.mode() != RefinementSettings.Mode.NETWORK;
        return SeismAnalysis.discover(study(), DiscoverySettings.DEFAULT.withRefit(true)
            .withExtras(new Extras(true, intervals, true, JointChoice.SHARE)).withLibrary(library())
            .withSelection(SelectionSettings.DEFAULT.withMotifs(1).withRefinement(refinement))
            .withSampling(SamplingSettings.DEFAULT.withReplicates(99)), TaskRunner.sequential(), Progress.NONE);
    }

    /** Every field is rendered or left out with a reason, and no field is both. */
    public static <F extends Enum<F>> void assertComplete(final Collection<F> fields, final Function<F, String> name,
        final Map<F, String> leftOut, final Collection<String> rendered) {
        leftOut.forEach((field, reason) -> assertFalse(reason.isBlank(), field + " is left out without a reason"));
        final TreeSet<String> expected = new TreeSet<>();
        fields.stream().filter(f -> !leftOut.containsKey(f)).map(name).forEach(expected::add);
        final TreeSet<String> all = new TreeSet<>();
        fields.stream().map(name).forEach(all::add);
        final TreeSet<String> found = new TreeSet<>(rendered);
        // what is no field of the vocabulary, such as the input's columns, is not asked about
        found.retainAll(all);
        assertEquals(expected, found);
    }
}
