package org.seism.knime.port;

import java.util.Locale;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullModel;
import org.seism.knime.port.view.Facts;

/** What is known about sampled null distributions, possibly before sampling. Immutable once made or loaded. */
public final class NullSamplePortObjectSpec extends SeismSpec {

    /** KNIME loads specs through it. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<NullSamplePortObjectSpec> {
    }

    private MotifsPortObjectSpec m_motifs = new MotifsPortObjectSpec();
    private Hypothesis m_hypothesis = Hypothesis.SEQUENTIAL;
    private NullModel m_nullModel = NullModel.GAUSSIAN;
    private Optional<SamplingSettings> m_sampling = Optional.empty();

    /** For KNIME's serializer only. */
    public NullSamplePortObjectSpec() {
        // load() fills it
    }

    /**
     * @param motifs what is known about the motifs
     * @param hypothesis null hypothesis of the tests
     * @param nullModel null model; before the sampling it may be another than the one that the data decide on
     * @param sampling how the null is sampled; empty where it is not
     */
    public NullSamplePortObjectSpec(final MotifsPortObjectSpec motifs, final Hypothesis hypothesis,
        final NullModel nullModel, final Optional<SamplingSettings> sampling) {
        m_motifs = motifs;
        m_hypothesis = hypothesis;
        m_nullModel = nullModel;
        m_sampling = sampling;
    }

    /** @return what is known about the motifs */
    public MotifsPortObjectSpec motifs() {
        return m_motifs;
    }

    /** @return null hypothesis of the tests */
    public Hypothesis hypothesis() {
        return m_hypothesis;
    }

    /** @return null model of the tests */
    public NullModel nullModel() {
        return m_nullModel;
    }

    /** @return how the null is sampled, empty where only exact tests were made */
    public Optional<SamplingSettings> sampling() {
        return m_sampling;
    }

    @Override
    String what() {
        return "null samples";
    }

    @Override
    Facts facts() {
        final Facts facts = m_motifs.facts().add("Hypothesis", m_hypothesis.name().toLowerCase(Locale.ROOT));
        return m_sampling.map(s -> facts.add("Replicates", s.replicates()).add("Seed", Long.toString(s.seed())))
            .orElseGet(() -> facts.add("Sampling", "none, exact tests only"));
    }

    @Override
    void write(final ModelContentWO model) {
        m_motifs.save(model.addModelContent("motifs"));
        model.addString("hypothesis", m_hypothesis.name());
        model.addBoolean("sampled", m_sampling.isPresent());
        m_sampling.ifPresent(settings -> {
            final ModelContentWO sampling = model.addModelContent("sampling");
            sampling.addString("nullModel", m_nullModel.name());
            TestCodec.writeSettings(settings, sampling);
        });
    }

    @Override
    void read(final ModelContentRO model) throws InvalidSettingsException {
        m_motifs = new MotifsPortObjectSpec();
        m_motifs.load(model.getModelContent("motifs"));
        m_hypothesis = Hypothesis.valueOf(model.getString("hypothesis"));
        m_nullModel = NullModel.GAUSSIAN;
        m_sampling = Optional.empty();
        if (model.getBoolean("sampled")) {
            final ModelContentRO sampling = model.getModelContent("sampling");
            m_nullModel = NullModel.valueOf(sampling.getString("nullModel"));
            m_sampling = Optional.of(TestCodec.readSettings(sampling));
        }
    }
}
