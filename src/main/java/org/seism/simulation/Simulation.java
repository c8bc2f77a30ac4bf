package org.seism.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.seism.sequence.SequenceSet;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.Study;
import org.seism.study.input.StudyReader;
import org.seism.table.DelimitedWriter;

/**
 * A simulated data set.
 *
 * @param settings what it was drawn with
 * @param sequences in order
 */
public record Simulation(SimulatorSettings settings, List<SimulatedSequence> sequences) {

    /** Copies the list. */
    public Simulation {
        sequences = List.copyOf(sequences);
    }

    /** @return the data as the engine takes them; quality control has nothing to do here */
    public Study study() {
        final double[] y = sequences.stream().mapToDouble(SimulatedSequence::phenotype).toArray();
        final double[][] covariates = new double[settings.covariates().size()][];
        for (int c = 0; c < covariates.length; c++) {
            final int column = c;
            covariates[c] = sequences.stream().mapToDouble(s -> s.covariates().get(column)).toArray();
        }
        return new Study(
            SequenceSet.of(settings.alphabet(), sequences.stream().map(SimulatedSequence::id).toList(),
                sequences.stream().map(SimulatedSequence::sequence).toList()),
            settings.strands(), Phenotype.numeric("y", y),
            new Covariates(settings.covariates().stream().map(SimulatedCovariate::name).toList(), covariates));
    }

    /**
     * Writes columns id, sequence, y, planted and the covariates, tab-separated, as {@link StudyReader} reads them by
     * default.
     *
     * @param out where they go; not closed
     * @throws UncheckedIOException if writing fails
     */
    public void writeTable(final Appendable out) {
        final List<String> columns = new ArrayList<>(List.of("id", "sequence", "y", "planted"));
        settings.covariates().forEach(c -> columns.add(c.name()));
        final DelimitedWriter table = new DelimitedWriter(out, columns);
        for (final SimulatedSequence s : sequences) {
            final List<String> row =
                new ArrayList<>(List.of(s.id(), s.sequence(), DelimitedWriter.number(s.phenotype()), s.plantedText()));
            s.covariates().forEach(v -> row.add(DelimitedWriter.number(v)));
            table.row(row);
        }
    }

    /**
     * Writes FASTA with the phenotype in the header, as the header pattern {@code y=(\S+)} reads it.
     *
     * @param out where it goes; not closed
     * @throws UncheckedIOException if writing fails
     */
    public void writeFasta(final Appendable out) {
        try {
            for (final SimulatedSequence s : sequences) {
                out.append('>').append(s.id()).append(" y=").append(DelimitedWriter.number(s.phenotype())).append('\n');
                out.append(s.sequence()).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
