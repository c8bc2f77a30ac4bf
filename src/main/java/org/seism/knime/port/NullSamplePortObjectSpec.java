package org.seism.knime.port;

import java.util.Locale;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.knime.port.view.Facts;

/** What is known about sampled null distributions, possibly before sampling. Immutable once made or loaded. */
public final class NullSamplePortObjectSpec extends SeismSpec {

    /** KNIME loads specs through it. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<NullSamplePortObjectSpec> {
    }

    private MotifsPortObjectSpec m_motifs = new MotifsPortObjectSpec();
    private Hypothesis m_hypothesis = Hypothesis.SEQUENTIAL;
    private SamplingSettings m_sampling;

    /** For KNIME's serializer only. */
    public NullSamplePortObjectSpec() {
        // load() fills it
    }

    /**
     * @param motifs what is known about the motifs
     * @param hypothesis null hypothesis of the tests
     * @param sampling how the null is sampled, null where it is not; before the sampling its null model may be another than
     *            the one that the data decide on
     */
    public NullSamplePortObjectSpec(final MotifsPortObjectSpec motifs, final Hypothesis hypothesis,
        final SamplingSettings sampling) {
        m_motifs = motifs;
        m_hypothesis = hypothesis;
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

    /** @return how the null is sampled, empty where only exact tests were made */
    public Optional<SamplingSettings> sampling() {
        return Optional.ofNullable(m_sampling);
    }

    @Override
    String what() {
        return "null samples";
    }

    @Override
    Facts facts() {
        final Facts facts = m_motifs.facts().add("Hypothesis", m_hypothesis.name().toLowerCase(Locale.ROOT));
        return m_sampling == null ? facts.add("Sampling", "none, exact tests only")
            : facts.add("Replicates", m_sampling.replicates()).add("Seed", Long.toString(m_sampling.seed()));
    }

    @Override
    void write(final ModelContentWO model) {
        m_motifs.save(model.addModelContent("motifs"));
        model.addString("hypothesis", m_hypothesis.name());
        model.addBoolean("sampled", m_sampling != null);
        if (m_sampling != null) {
            TestCodec.writeSettings(m_sampling, model.addModelContent("sampling"));
        }
    }

    @Override
    void read(final ModelContentRO model) throws InvalidSettingsException {
        m_motifs = new MotifsPortObjectSpec();
        m_motifs.load(model.getModelContent("motifs"));
        m_hypothesis = Hypothesis.valueOf(model.getString("hypothesis"));
        m_sampling = model.getBoolean("sampled") ? TestCodec.readSettings(model.getModelContent("sampling")) : null;
    }
}
