package org.seism.knime.node.split;

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
import org.seism.inference.DataSplitTest;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.parameters.CandidateParameters;
import org.seism.knime.parameters.CandidateSections;
import org.seism.knime.parameters.Limits;
import org.seism.knime.table.Adjustment;

/** Dialog of the Data Split Test. */
final class DataSplitTestNodeParameters implements NodeParameters {

    /** Test on the second part. */
    enum Test {
        @Label(value = "Student's t", description = "t test of the partial correlation, for normal noise.")
        STUDENT,
        @Label(value = "Permutation", description = "Compares with permuted residuals; presumes no normal noise.")
        PERMUTATION
    }

    interface TestRef extends ParameterReference<Test> {
    }

    static final class IsPermutation implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(TestRef.class).isOneOf(Test.PERMUTATION);
        }
    }

    @Widget(title = "Share that selects", description = "Share of the sequences that selects the motifs, 0.1 to 0.9; the rest tests "
        + "them. In case/control studies the share is taken of cases and of controls.")
    @NumberInputWidget(minValidation = Limits.Tenth.class, maxValidation = Limits.NineTenths.class)
    @Layout(CandidateSections.Split.class)
    @Persist(configKey = "fraction")
    double m_fraction = DataSplitTest.Settings.DEFAULT.fraction();

    @Widget(title = "Repeats", description = "Number of random splits, 1 to 1000. The p-values of each rank are combined as twice their "
        + "median, which is valid and depends less on the luck of a single split.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Thousand.class)
    @Layout(CandidateSections.Split.class)
    @Persist(configKey = "repeats")
    int m_repeats = DataSplitTest.Settings.DEFAULT.repeats();

    @Widget(title = "Test", description = "How the second part tests.")
    @ValueSwitchWidget
    @ValueReference(TestRef.class)
    @Layout(CandidateSections.Split.class)
    @Persist(configKey = "test")
    Test m_test = Test.STUDENT;

    @Widget(title = "Permutations", description = "How many permutations each test draws, 1 to 1,000,000. With 9999 the smallest "
        + "possible p-value is 1/10000.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Million.class)
    @Effect(predicate = IsPermutation.class, type = Effect.EffectType.SHOW)
    @Layout(CandidateSections.Split.class)
    @Persist(configKey = "permutations")
    int m_permutations = DataSplitTest.Settings.DEFAULT.permutations();

    @Widget(title = "Seed", description = "Start of the random numbers; the same seed gives the same splits.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.LargestSeed.class)
    @Layout(CandidateSections.Split.class)
    @Persist(configKey = "seed")
    long m_seed = DataSplitTest.Settings.DEFAULT.seed();

    @Widget(title = "Number of motifs", description = "How many motifs are selected one after the other, 1 to 100.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Hundred.class)
    @Layout(CandidateSections.Motifs.class)
    @Persist(configKey = "motifs")
    int m_motifs = SelectionSettings.DEFAULT.motifs();

    @Persist(configKey = "candidates")
    CandidateParameters m_candidates = new CandidateParameters();

    @Widget(title = "Adjusted p-values", description = "Which corrections for testing several motifs are shown as columns.")
    @Layout(CandidateSections.SeveralMotifs.class)
    @Persist(configKey = "adjustment")
    Adjustment m_adjustment = Adjustment.BOTH;

    @Widget(title = "Level", description = "The level that the view and its sentences call significant, above 0 and below 1.")
    @NumberInputWidget(minValidation = Limits.AboveZero.class, maxValidation = Limits.BelowOne.class)
    @Layout(CandidateSections.SeveralMotifs.class)
    @Persist(configKey = "alpha")
    @Migrate(loadDefaultIfAbsent = true)
    double m_alpha = DiscoverySettings.DEFAULT.alpha();

    @Widget(title = "Letters beside the sites", description = "How many letters on either side of a motif's sites the logo shows, on "
        + "grey. 0 to 100.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.Hundred.class)
    @Layout(CandidateSections.Logos.class)
    @Persist(configKey = "flank")
    int m_flank = DiscoverySettings.DEFAULT.flank();

    /** @return how motifs are selected */
    SelectionSettings selection() {
        return m_candidates.settings(m_motifs);
    }

    /** @return how sequences are split and motifs tested */
    DataSplitTest.Settings split() {
        return new DataSplitTest.Settings(m_fraction, m_repeats, DataSplitTest.Method.valueOf(m_test.name()), m_permutations, m_seed);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Limits.require(m_motifs, 1, SelectionSettings.MOST, "number of motifs");
        Limits.require(m_flank, 0, 100, "number of letters beside the sites");
        Limits.require(m_permutations, 1, 1_000_000, "number of permutations");
        Limits.requireSeed(m_seed);
        m_candidates.validate();
        EngineCall.check(() -> DiscoverySettings.DEFAULT.withAlpha(m_alpha));
        EngineCall.check(this::split);
    }
}
