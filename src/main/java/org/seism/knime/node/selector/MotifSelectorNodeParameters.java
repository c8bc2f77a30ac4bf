package org.seism.knime.node.selector;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.SelectionSettings;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.parameters.CandidateParameters;
import org.seism.knime.parameters.CandidateSections;
import org.seism.knime.parameters.Limits;
import org.seism.knime.port.SequencesPortObjectSpec;
import org.seism.selection.RefinementSettings;

/** Dialog of the Motif Selector. */
final class MotifSelectorNodeParameters implements NodeParameters {

    /** Who decides on the number of motifs. */
    enum Number {
        @Label(value = "Fixed", description = "As many as given below.")
        FIXED,
        @Label(value = "ForwardStop", description = "Ten are selected; Selective P-Values and Closed-Form Selective Test show only those "
            + "that ForwardStop keeps, at least one. Needs the sequential hypothesis.")
        FORWARD_STOP
    }

    interface NumberRef extends ParameterReference<Number> {
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(NumberRef.class).isOneOf(Number.FIXED);
        }
    }

    @Widget(title = "Choose number by", description = "Who decides on how many motifs there are. With ForwardStop "
        + "ten motifs are selected; when they have been tested, it decides how many of them are kept.")
    @ValueSwitchWidget
    @ValueReference(NumberRef.class)
    @Layout(CandidateSections.Motifs.class)
    @Persist(configKey = "number")
    Number m_number = Number.FIXED;

    @Widget(title = "Number of motifs", description = "How many motifs are selected one after the other, 1 to 100. Fewer come out where "
        + "nothing is left to explain.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Hundred.class)
    @Effect(predicate = IsFixed.class, type = Effect.EffectType.SHOW)
    @Layout(CandidateSections.Motifs.class)
    @Persist(configKey = "motifs")
    int m_motifs = SelectionSettings.DEFAULT.motifs();

    @Persist(configKey = "candidates")
    CandidateParameters m_candidates = new CandidateParameters();

    /** Words or matrices. */
    enum RefineMode {
        @Label(value = "None", description = "Motifs are words. The most powerful choice for finding out whether there is a motif.")
        NONE,
        @Label(value = "Lattice", description = "Each selected word is refined to a matrix, column by column, on a grid of "
            + "probabilities. The matrix is what is tested.")
        LATTICE,
        @Label(value = "Network", description = "A filter of a one-layer network is trained from the best words and rounded to the "
            + "grid of probabilities. Slow; for small data.")
        NETWORK
    }

    /** Steps of the probabilities. */
    enum Resolution {
        @Label(value = "1", description = "Probabilities 0 and 1: single letters move.")
        ONE(1),
        @Label(value = "1/2", description = "Probabilities in steps of one half.")
        TWO(2),
        @Label(value = "1/4", description = "Probabilities in steps of one quarter: fits best, has the least power. Not for protein.")
        FOUR(4);

        private final int m_parts;

        Resolution(final int parts) {
            m_parts = parts;
        }
    }

    interface RefineRef extends ParameterReference<RefineMode> {
    }

    static final class IsRefined implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RefineRef.class).isOneOf(RefineMode.LATTICE, RefineMode.NETWORK);
        }
    }

    static final class IsLattice implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RefineRef.class).isOneOf(RefineMode.LATTICE);
        }
    }

    @Widget(title = "Refinement", description = "Whether a motif is a word or a matrix with soft columns. All choices give valid "
        + "p-values; they differ in power and time. Choose before looking at p-values.")
    @ValueSwitchWidget
    @ValueReference(RefineRef.class)
    @Layout(CandidateSections.Refine.class)
    @Persist(configKey = "refinement")
    @Migrate(loadDefaultIfAbsent = true)
    RefineMode m_refinement = RefineMode.NONE;

    @Widget(title = "Steps of the probabilities", description = "How fine the matrix is. A finer one fits better and is harder to "
        + "confirm.")
    @ValueSwitchWidget
    @Effect(predicate = IsRefined.class, type = Effect.EffectType.SHOW)
    @Layout(CandidateSections.Refine.class)
    @Persist(configKey = "resolution")
    @Migrate(loadDefaultIfAbsent = true)
    Resolution m_resolution = Resolution.TWO;

    @Widget(title = "Most sweeps", description = "How often the refinement passes over the columns at most, 1 to 100. It stops earlier "
        + "when no column changes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Hundred.class)
    @Effect(predicate = IsLattice.class, type = Effect.EffectType.SHOW)
    @Layout(CandidateSections.Refine.class)
    @Persist(configKey = "maxSweeps")
    @Migrate(loadDefaultIfAbsent = true)
    int m_maxSweeps = RefinementSettings.NONE.maxSweeps();

    @Widget(title = "Letters beside the sites", description = "How many letters on either side of a motif's sites the logo shows, on "
        + "grey. 0 to 100.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.Hundred.class)
    @Layout(CandidateSections.Logos.class)
    @Persist(configKey = "flank")
    int m_flank = DiscoverySettings.DEFAULT.flank();

    /**
     * @param sequences what is known about the sequences
     * @param library whether a library is connected
     * @throws InvalidSettingsException if the settings don't go with them
     */
    void check(final SequencesPortObjectSpec sequences, final boolean library) throws InvalidSettingsException {
        m_candidates.check(sequences, library);
        if (m_refinement != RefineMode.NONE && m_candidates.kind(library).hasLibrary()) {
            throw EngineCall.invalid("Matrices of a library are not refined.", "Set the refinement to None, or select from words.");
        }
    }

    /** @return the engine's settings */
    SelectionSettings settings() {
        return m_candidates.settings(m_number == Number.FORWARD_STOP ? SelectionSettings.AUTO : m_motifs)
            .withRefinement(new RefinementSettings(RefinementSettings.Mode.valueOf(m_refinement.name()), m_resolution.m_parts,
                m_maxSweeps, RefinementSettings.NONE.starts()));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Limits.require(m_motifs, 1, SelectionSettings.MOST, "number of motifs");
        Limits.require(m_flank, 0, 100, "number of letters beside the sites");
        Limits.require(m_maxSweeps, 1, 100, "number of sweeps");
        m_candidates.validate();
        EngineCall.check(this::settings);
    }
}
