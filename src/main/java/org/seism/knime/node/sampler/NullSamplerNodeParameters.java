package org.seism.knime.node.sampler;

import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.seism.InputException;
import org.seism.analysis.Extras;
import org.seism.analysis.JointChoice;
import org.seism.analysis.NullChoice;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.parameters.DialogProblem;
import org.seism.knime.parameters.HypothesisOption;
import org.seism.knime.parameters.Limits;

/** Dialog of the Null Sampler. */
final class NullSamplerNodeParameters implements NodeParameters {

    interface Sections {
        @Section(title = "Null hypothesis")
        interface Null {
        }

        @Section(title = "Sampling")
        @After(Null.class)
        interface Sampling {
        }
    }

    /** How phenotypes are drawn. */
    enum Model {
        @Label(value = "Automatic", description = "Permutation, for every phenotype.")
        AUTO,
        @Label(value = "Gaussian", description = "Normal noise of unknown variance around what covariates and motifs explain. Not "
            + "honest for phenotypes that are far from normal.")
        GAUSSIAN,
        @Label(value = "Permutation", description = "The measured phenotypes in another order, exchanged within the strata of "
            + "the earlier motifs. Exact without covariates, approximate with them.")
        PERMUTATION
    }

    /** What becomes of the phenotype beforehand. */
    enum Transform {
        @Label(value = "None", description = "The phenotype as it is.")
        NONE,
        @Label(value = "Ranks", description = "Normal scores of the ranks: the gaussian model then holds for numbers of any kind.")
        RANK
    }

    /** The test of all motifs together. */
    enum Joint {
        @Label(value = "None", description = "No such test.")
        NONE,
        @Label(value = "Share", description = "By the share of the phenotype that all motifs explain together.")
        SHARE,
        @Label(value = "Ridge", description = "By the share that a ridge fit on all motifs explains, which counts weak directions less.")
        RIDGE,
        @Label(value = "HSIC", description = "By the sum of the motifs' squared associations.")
        HSIC
    }

    /** How the chain moves. */
    enum Moves {
        @Label(value = "Block rotation", description = "Changes a few sequences at a time; mixes fast.")
        BLOCK,
        @Label(value = "Hypersphere", description = "Moves all sequences in one random direction, as the paper does; for comparison.")
        HYPERSPHERE
    }

    interface ModelRef extends ParameterReference<Model> {
    }

    static final class MayBeGaussian implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModelRef.class).isOneOf(Model.GAUSSIAN);
        }
    }

    static final class Permutes implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModelRef.class).isOneOf(Model.AUTO, Model.PERMUTATION);
        }
    }

    static final class IsAdaptive implements BooleanReference {
    }

    interface ReplicatesRef extends ParameterReference<Integer> {
    }

    interface MostRef extends ParameterReference<Integer> {
    }

    /** Tells of a largest number of replicates below the number of replicates. */
    static final class ReplicateProblem implements StateProvider<Optional<TextMessage.Message>> {
        private Supplier<Boolean> m_adds;
        private Supplier<Integer> m_first;
        private Supplier<Integer> m_last;

        @Override
        public void init(final StateProviderInitializer i) {
            i.computeBeforeOpenDialog();
            m_adds = i.computeFromValueSupplier(IsAdaptive.class);
            m_first = i.computeFromValueSupplier(ReplicatesRef.class);
            m_last = i.computeFromValueSupplier(MostRef.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput in) {
            return DialogProblem.of(() -> requireMore(m_adds.get(), m_first.get(), m_last.get()));
        }
    }

    @Widget(title = "Null model", description = "What phenotypes could have looked like if the motif did not matter.")
    @ValueSwitchWidget
    @ValueReference(ModelRef.class)
    @Layout(Sections.Null.class)
    @Persist(configKey = "nullModel")
    Model m_nullModel = Model.AUTO;

    @Widget(title = "Hypothesis", description = "What each motif has to add something to.")
    @ValueSwitchWidget
    @Layout(Sections.Null.class)
    @Persist(configKey = "hypothesis")
    HypothesisOption m_hypothesis = HypothesisOption.SEQUENTIAL;

    @Widget(title = "Transform the phenotype", description = "What becomes of the phenotype before motifs are tested. The motifs "
        + "are selected again with the transformed phenotype.")
    @Advanced
    @ValueSwitchWidget
    @Layout(Sections.Null.class)
    @Persist(configKey = "transform")
    @Migrate(loadDefaultIfAbsent = true)
    Transform m_transform = Transform.NONE;

    @Widget(title = "Closed form too", description = "Computes the p-value of the closed form beside the permutation model too. It "
        + "assumes gaussian noise, whatever the null model; under the gaussian model it is always there.")
    @Advanced
    @Effect(predicate = Permutes.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Null.class)
    @Persist(configKey = "closedForm")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_closedForm;

    @Widget(title = "Intervals of effects", description = "Gives each motif's effect a 95% interval that accounts for the selection: the log "
        + "odds ratio for two classes, units of the phenotype for numbers. Samples anew, which takes about as long as the p-values.")
    @Layout(Sections.Null.class)
    @Persist(configKey = "intervals")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_intervals;

    @Widget(title = "Estimates of small p-values", description = "Estimates how small the p-value is where no replicate is as large as the "
        + "observed statistic. An estimate beside the valid p-value, never in its place.")
    @Effect(predicate = Permutes.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Null.class)
    @Persist(configKey = "tails")
    @Migrate(loadDefaultIfAbsent = true)
    boolean m_tails;

    @Widget(title = "Joint test", description = "Tests all motifs together as well: does the phenotype have to do with any of them?")
    @Advanced
    @ValueSwitchWidget
    @Layout(Sections.Null.class)
    @Persist(configKey = "joint")
    @Migrate(loadDefaultIfAbsent = true)
    Joint m_joint = Joint.NONE;

    @Widget(title = "Replicates", description = "Number of null phenotypes drawn per motif, 1 to 100,000,000. With 4999 the smallest "
        + "possible p-value is 1/5000.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.HundredMillion.class)
    @Layout(Sections.Sampling.class)
    @ValueReference(ReplicatesRef.class)
    @Persist(configKey = "replicates")
    int m_replicates = SamplingSettings.DEFAULT.replicates();

    @Widget(title = "Add replicates where needed", description = "Goes on drawing until the p-value is known well enough, at most up to "
        + "the number below. The p-value is then marked as adaptive.")
    @Advanced
    @ValueReference(IsAdaptive.class)
    @Layout(Sections.Sampling.class)
    @Persist(configKey = "adaptive")
    boolean m_adaptive;

    @Widget(title = "Most replicates", description = "Where to stop adding, not below the number of replicates.")
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.HundredMillion.class)
    @Effect(predicate = IsAdaptive.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Sampling.class)
    @ValueReference(MostRef.class)
    @Persist(configKey = "maxReplicates")
    int m_maxReplicates = 99_999;

    @TextMessage(ReplicateProblem.class)
    @Layout(Sections.Sampling.class)
    Void m_replicateProblem;

    @Widget(title = "Moves", description = "How the Markov chain moves from one null phenotype to the next under the gaussian model.")
    @Advanced
    @Effect(predicate = MayBeGaussian.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Sampling.class)
    @Persist(configKey = "kernel")
    Moves m_kernel = Moves.BLOCK;

    @Widget(title = "Thinning", description = "Steps between two replicates, 1 to 1000. More steps make replicates less alike (larger "
        + "ESS) and take longer; with 4 steps of block rotation they are nearly independent. The p-value is valid for any number.")
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Thousand.class)
    @Layout(Sections.Sampling.class)
    @Persist(configKey = "thinning")
    int m_thinning = SamplingSettings.DEFAULT.thinning();

    @Widget(title = "Branches", description = "1: one chain through the measured phenotype. More, from 3 up to 1000: so many "
        + "independent branches from a common state, for computers with many cores; equally valid. About twice as many as cores; "
        + "many more cost precision (smaller ESS).")
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class, maxValidation = Limits.Thousand.class)
    @Layout(Sections.Sampling.class)
    @Persist(configKey = "branches")
    @Migrate(loadDefaultIfAbsent = true)
    int m_branches = SamplingSettings.DEFAULT.branches();

    @Widget(title = "Seed", description = "Start of the random numbers. The same seed gives the same result, on any computer and "
        + "with any number of threads.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.LargestSeed.class)
    @Layout(Sections.Sampling.class)
    @Persist(configKey = "seed")
    long m_seed = SamplingSettings.DEFAULT.seed();

    /** @return the null model as chosen, possibly left to the data */
    NullChoice nullChoice() {
        return NullChoice.valueOf(m_nullModel.name());
    }

    /** @return what becomes of the phenotype beforehand */
    PhenotypeTransform transform() {
        return PhenotypeTransform.valueOf(m_transform.name());
    }

    /** @return what is computed beside the p-values */
    Extras extras() {
        return new Extras(m_closedForm, m_intervals, m_tails, JointChoice.valueOf(m_joint.name()));
    }

    /** @return the engine's settings; their null model is the one of {@link #nullChoice()} once the data are known */
    SamplingSettings settings() {
        return new SamplingSettings(
            m_hypothesis.engine(), Kernel.valueOf(m_kernel.name()), m_replicates, m_thinning,
            m_adaptive ? m_maxReplicates : m_replicates, m_branches, m_seed);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        Limits.requireSeed(m_seed);
        Limits.require(m_thinning, 1, 1000, "thinning");
        Limits.require(m_maxReplicates, 1, 100_000_000, "largest number of replicates");
        EngineCall.check(() -> {
            requireMore(m_adaptive, m_replicates, m_maxReplicates);
            return settings();
        });
    }

    private static void requireMore(final boolean adds, final int first, final int last) {
        if (adds && last < first) {
            throw new InputException("The largest number of replicates, " + last + ", is below the number of replicates, " + first + ".",
                "Raise it, or do not add replicates.");
        }
    }
}
