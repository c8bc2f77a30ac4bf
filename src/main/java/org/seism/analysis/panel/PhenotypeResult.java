package org.seism.analysis.panel;

import java.util.ArrayList;
import java.util.List;

import org.seism.InputException;
import org.seism.analysis.Discovery;
import org.seism.sequence.Alphabet;
import org.seism.study.PreparedStudy;
import org.seism.study.check.StudyCheck;

/** What became of one phenotype of a panel. */
public sealed interface PhenotypeResult permits PhenotypeResult.Tested, PhenotypeResult.Failed {
    /** @return place of the phenotype in the panel, from 0 */
    int number();

    /** @return its name, that of its column */
    String name();

    /**
     * A phenotype that was analysed.
     *
     * @param number place in the panel, from 0
     * @param name of the phenotype
     * @param alphabet of the sequences
     * @param sequences that were used
     * @param leftOut sequences that were not, for instance because nothing is known of them
     * @param candidates number of candidates that motifs were selected from
     * @param motifs in order of selection, at least one
     * @param remarks what speaks against the p-values and what limits them, full sentences
     */
    record Tested(int number, String name, Alphabet alphabet, int sequences, long leftOut, int candidates,
        List<PanelMotif> motifs,
        List<String> remarks) implements PhenotypeResult {

        /** Copies the lists. */
        public Tested {
            motifs = List.copyOf(motifs);
            remarks = List.copyOf(remarks);
        }

        /** @return the p-value of the first step: is there anything at all? */
        public double p() {
            return motifs.get(0).p();
        }
    }

    /**
     * A phenotype that could not be analysed; the others do not mind.
     *
     * @param number place in the panel, from 0
     * @param name of the phenotype
     * @param problem what is wrong, a full sentence
     * @param remedy what can be done, a full sentence
     */
    record Failed(int number, String name, String problem, String remedy) implements PhenotypeResult {
    }

    /**
     * @param number place in the panel, from 0
     * @param name of the phenotype
     * @param prepared its data
     * @param discovery its analysis
     * @return what the panel remembers of it
     */
    static PhenotypeResult of(final int number, final String name, final PreparedStudy prepared, final Discovery discovery) {
        final List<String> remarks = new ArrayList<>(prepared.checks().stream().map(StudyCheck::text).toList());
        remarks.addAll(discovery.warnings());
        return new Tested(number, name, prepared.study().sequences().alphabet(), prepared.study().size(),
            prepared.quality().leftOut(),
            discovery.tested().selection().candidates(), PanelMotif.of(discovery), remarks);
    }

    /**
     * @param number place in the panel, from 0
     * @param name of the phenotype
     * @param e why it can't be analysed
     * @return that it failed
     */
    static PhenotypeResult of(final int number, final String name, final InputException e) {
        return new Failed(number, name, e.problem(), e.remedy());
    }
}
