package org.seism.knime.port;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.seism.knime.port.view.Facts;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.study.Kinship;
import org.seism.study.Study;

/** What is known about encoded sequences, possibly before they are encoded. Immutable once made or loaded. */
public final class SequencesPortObjectSpec extends SeismSpec {

    /** KNIME loads specs through it. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<SequencesPortObjectSpec> {
    }

    private String m_alphabet = "";
    private Strands m_strands = Strands.SINGLE;
    private String m_phenotype = "";
    private PhenotypeKind m_kind = PhenotypeKind.UNKNOWN;
    private String m_positiveClass = "";
    private List<String> m_covariates = List.of();
    private int m_minWidth = 1;
    private int m_size = -1;
    /** What says how sequences are related; empty where they are not. */
    private String m_related = "";
    /** Letters of every sequence; 0 where they differ or are not known yet. */
    private int m_length;

    /** For KNIME's serializer only. */
    public SequencesPortObjectSpec() {
        // load() fills it
    }

    /**
     * @param alphabet the alphabet, or null if it is known only after reading the sequences
     * @param strands which strands are scanned
     * @param phenotype name of the phenotype
     * @param kind what is known about it
     * @param covariates names of the covariates
     * @param minWidth smallest motif width that every sequence has a window for
     */
    public SequencesPortObjectSpec(final Alphabet alphabet, final Strands strands, final String phenotype,
        final PhenotypeKind kind, final List<String> covariates, final int minWidth) {
        m_alphabet = alphabet == null ? "" : alphabet.name();
        m_strands = strands;
        m_phenotype = phenotype;
        m_kind = kind;
        m_covariates = List.copyOf(covariates);
        m_minWidth = minWidth;
    }

    /**
     * @param study encoded sequences
     * @param minWidth smallest motif width that every sequence has a window for
     * @return their spec
     */
    public static SequencesPortObjectSpec of(final Study study, final int minWidth) {
        final SequencesPortObjectSpec spec = new SequencesPortObjectSpec(study.sequences().alphabet(), study.strands(),
            study.phenotype().name(), study.phenotype().isBinary() ? PhenotypeKind.CASE_CONTROL : PhenotypeKind.NUMERIC,
            study.covariates().names(), minWidth);
        spec.m_positiveClass = study.phenotype().positiveClass();
        spec.m_size = study.size();
        spec.m_length = study.sequences().commonLength().orElse(0);
        spec.m_related = study.kinship().map(Kinship::text).orElse("");
        return spec;
    }

    /**
     * @param related what says how sequences are related; empty where they are not
     * @return a copy that says so
     */
    public SequencesPortObjectSpec withRelated(final String related) {
        final SequencesPortObjectSpec spec = new SequencesPortObjectSpec(alphabet().orElse(null), m_strands, m_phenotype, m_kind, m_covariates,
            m_minWidth);
        spec.m_positiveClass = m_positiveClass;
        spec.m_size = m_size;
        spec.m_length = m_length;
        spec.m_related = related;
        return spec;
    }

    /** @return what says how sequences are related; empty where they are not */
    public String related() {
        return m_related;
    }

    /** @return the alphabet, empty if it is known only after reading the sequences */
    public Optional<Alphabet> alphabet() {
        return m_alphabet.isEmpty() ? Optional.empty() : Optional.of(Alphabet.valueOf(m_alphabet));
    }

    /** @return which strands are scanned */
    public Strands strands() {
        return m_strands;
    }

    /** @return name of the phenotype */
    public String phenotype() {
        return m_phenotype;
    }

    /** @return what is known about the phenotype */
    public PhenotypeKind kind() {
        return m_kind;
    }

    /** @return the class coded as 1, empty for a phenotype of numbers and where it is not known yet */
    public String positiveClass() {
        return m_positiveClass;
    }

    /** @return names of the covariates */
    public List<String> covariates() {
        return m_covariates;
    }

    /** @return smallest motif width that every sequence has a window for */
    public int minWidth() {
        return m_minWidth;
    }

    /** @return number of sequences, -1 if it is not known yet */
    public int size() {
        return m_size;
    }

    /** @return how many letters every sequence has; empty where they differ or are not known yet */
    public OptionalInt commonLength() {
        return m_length > 0 ? OptionalInt.of(m_length) : OptionalInt.empty();
    }

    /** @return what port and node show about the sequences */
    public String summary() {
        return (m_size < 0 ? "" : m_size + " ") + alphabet().map(a -> a.label() + " ").orElse("") + "sequences, "
            + (m_strands == Strands.BOTH ? "both strands" : "one strand") + ", " + m_kind.label() + " '" + m_phenotype + "'"
            + (m_positiveClass.isEmpty() ? "" : " (1 = " + m_positiveClass + ")") + ", " + m_covariates.size() + " covariate"
            + (m_covariates.size() == 1 ? "" : "s");
    }

    @Override
    String what() {
        return "sequences";
    }

    @Override
    Facts facts() {
        final Facts facts = new Facts().add("Alphabet", alphabet().map(Alphabet::label).orElse("known when the node is executed"))
            .add("Strands", m_strands == Strands.BOTH ? "both" : "as given").add("Phenotype", m_phenotype)
            .add("Kind of the phenotype", m_kind.label()).add("Positive class", m_positiveClass)
            .add("Covariates", m_covariates.isEmpty() ? "none" : String.join(", ", m_covariates))
            .add("Shortest usable stretch", m_minWidth + " letters");
        if (!m_related.isEmpty()) {
            facts.add("Related sequences", m_related);
        }
        return m_size < 0 ? facts : facts.add("Sequences", m_size);
    }

    @Override
    void write(final ModelContentWO model) {
        model.addString("alphabet", m_alphabet);
        model.addString("strands", m_strands.name());
        model.addString("phenotype", m_phenotype);
        model.addString("kind", m_kind.name());
        model.addString("positiveClass", m_positiveClass);
        model.addStringArray("covariates", m_covariates.toArray(String[]::new));
        model.addInt("minWidth", m_minWidth);
        model.addInt("size", m_size);
        model.addString("related", m_related);
        model.addInt("length", m_length);
    }

    @Override
    void read(final ModelContentRO model) throws InvalidSettingsException {
        m_alphabet = model.getString("alphabet");
        m_strands = Strands.valueOf(model.getString("strands"));
        m_phenotype = model.getString("phenotype");
        m_kind = PhenotypeKind.valueOf(model.getString("kind"));
        m_positiveClass = model.getString("positiveClass");
        m_covariates = List.of(model.getStringArray("covariates"));
        m_minWidth = model.getInt("minWidth");
        m_size = model.getInt("size");
        m_related = model.getString("related", "");
        m_length = model.getInt("length", 0);
        alphabet(); // an unknown one is said now, not later
    }
}
