package org.seism.knime.parameters;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** Sections of the dialogs that select motifs. All in one root, because KNIME orders sections within a root only. */
public interface CandidateSections {

    /** How the sequences are split; Data Split Test only. */
    @Section(title = "Split", description = "One part of the sequences selects the motifs, the other one tests them.")
    interface Split {
    }

    /** What is looked for. */
    @Section(title = "Motifs", description = "What is looked for.")
    @After(Split.class)
    interface Motifs {
    }

    /** Which words compete. */
    @Section(title = "Candidates", description = "Which words compete. Nothing here looks at the phenotype.")
    @After(Motifs.class)
    @Advanced
    interface Candidates {
    }

    /** What wins. */
    @Section(title = "Association", description = "How strongly a candidate goes with the phenotype.")
    @After(Candidates.class)
    @Advanced
    interface Score {
    }

    /** What a motif takes with it. */
    @Section(title = "After a motif is selected", description = "What is taken out of the sequences before the next motif is "
        + "selected, so that it is not a copy of the first.")
    @After(Score.class)
    @Advanced
    interface Erase {
    }

    /** Soft columns; Motif Selector only. */
    @Section(title = "Words or matrices", description = "Whether a selected word is refined to a matrix.")
    @After(Erase.class)
    @Advanced
    interface Refine {
    }

    /** Corrections and level; Data Split Test only. */
    @Section(title = "Several motifs")
    @After(Refine.class)
    interface SeveralMotifs {
    }

    /** What logos show. */
    @Section(title = "Logos")
    @After(SeveralMotifs.class)
    @Advanced
    interface Logos {
    }
}
