package org.seism.knime.node.extractor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.parameters.DialogProblem;
import org.seism.sequence.annotated.RegionSettings;

/** Dialog of the Region Extractor. */
final class RegionExtractorNodeParameters implements NodeParameters {

    interface Sections {
        @Section(title = "Source")
        interface Source {
        }

        @Section(title = "Regions")
        @After(Source.class)
        interface Regions {
        }

        @Section(title = "Output")
        @After(Regions.class)
        interface Output {
        }
    }

    /** Where the features stand. */
    enum FeaturesIn {
        @Label(value = "The same file", description = "The file is GenBank, EMBL or UniProt and holds features of its own.")
        SAME,
        @Label(value = "A second file", description = "The file is FASTA; a GFF3, GTF or BED file has the features.")
        SECOND,
        @Label(value = "The input table", description = "The file is FASTA; the rows of the table at the input are the features, by their "
            + "columns Chromosome, Start, End (from 1, both included) and, where there is one, Strand. All its columns are attributes.")
        TABLE
    }

    /** What the letters are counted from. */
    enum Around {
        @Label(value = "Start", description = "Around the feature's first letter on its strand, which is the first of those downstream: "
            + "promoters.")
        START(RegionSettings.Anchor.START),
        @Label(value = "End", description = "Around the feature's last letter on its strand, which is the last of those upstream: 3' ends.")
        END(RegionSettings.Anchor.END),
        @Label(value = "Whole feature", description = "The feature, with letters before and behind it.")
        WHOLE(RegionSettings.Anchor.WHOLE);

        private final RegionSettings.Anchor m_anchor;

        Around(final RegionSettings.Anchor anchor) {
            m_anchor = anchor;
        }
    }

    /** What becomes of letters of a neighbour. */
    enum NeighbourRule {
        @Label(value = "Keep", description = "They stay, and the column Remarks says whose they are.")
        KEEP(RegionSettings.Neighbours.KEEP),
        @Label(value = "Cut", description = "The region ends before them.")
        CUT(RegionSettings.Neighbours.CUT),
        @Label(value = "Leave out", description = "The region is left out.")
        LEAVE_OUT(RegionSettings.Neighbours.LEAVE_OUT);

        private final RegionSettings.Neighbours m_rule;

        NeighbourRule(final RegionSettings.Neighbours rule) {
            m_rule = rule;
        }
    }

    interface FeaturesInRef extends ParameterReference<FeaturesIn> {
    }

    interface TypesRef extends ParameterReference<String> {
    }

    interface AroundRef extends ParameterReference<Around> {
    }

    interface UpstreamRef extends ParameterReference<Integer> {
    }

    interface DownstreamRef extends ParameterReference<Integer> {
    }

    static final class IsSecond implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FeaturesInRef.class).isOneOf(FeaturesIn.SECOND);
        }
    }

    static final class IsFile implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FeaturesInRef.class).isOneOf(FeaturesIn.SAME, FeaturesIn.SECOND);
        }
    }

    static final class IsWhole implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(AroundRef.class).isOneOf(Around.WHOLE);
        }
    }

    /** At most {@link RegionSettings#MOST}. */
    static final class MostLetters extends MaxValidation {
        @Override
        protected double getMax() {
            return RegionSettings.MOST;
        }
    }

    /** Tells of regions without a letter and of features without a type. */
    static final class RegionProblem implements StateProvider<Optional<TextMessage.Message>> {
        private Supplier<String> m_types;
        private Supplier<Around> m_around;
        private Supplier<Integer> m_upstream;
        private Supplier<Integer> m_downstream;

        @Override
        public void init(final StateProviderInitializer i) {
            i.computeBeforeOpenDialog();
            m_types = i.computeFromValueSupplier(TypesRef.class);
            m_around = i.computeFromValueSupplier(AroundRef.class);
            m_upstream = i.computeFromValueSupplier(UpstreamRef.class);
            m_downstream = i.computeFromValueSupplier(DownstreamRef.class);
        }

        @Override
        public Optional<TextMessage.Message> computeState(final NodeParametersInput in) {
            return DialogProblem.of(() -> new RegionSettings(listed(m_types.get()), m_around.get().m_anchor, m_upstream.get(),
                m_downstream.get(), false, RegionSettings.Neighbours.KEEP, List.of()));
        }
    }

    @Widget(title = "File", description = "Sequences with their features (GenBank, EMBL, UniProt), or FASTA; plain or compressed with "
        + "gzip, on this computer, in the workflow's data area, or on a KNIME Hub. Which format a file has is told from its content; the "
        + "name of a file with another ending can be typed.")
    @FileReaderWidget(fileExtensions = {"gb", "gbk", "gbff", "genbank", "embl", "dat", "fasta", "fa", "fna", "gb.gz", "gbk.gz", "gbff.gz",
        "embl.gz", "dat.gz", "fasta.gz", "fa.gz", "fna.gz"})
    @Layout(Sections.Source.class)
    @Persist(configKey = "file")
    FileSelection m_file = new FileSelection();

    @Widget(title = "Features are in", description = "Where the features stand.")
    @ValueSwitchWidget
    @ValueReference(FeaturesInRef.class)
    @Layout(Sections.Source.class)
    @Persist(configKey = "featuresIn")
    FeaturesIn m_featuresIn = FeaturesIn.SAME;

    @Widget(title = "Annotation", description = "A GFF3, GTF or BED file for the same assembly: its first column names the FASTA file's "
        + "sequences. Plain or compressed with gzip.")
    @FileReaderWidget(fileExtensions = {"gff3", "gff", "gtf", "bed", "gff3.gz", "gff.gz", "gtf.gz", "bed.gz"})
    @Effect(predicate = IsSecond.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Source.class)
    @Persist(configKey = "annotation")
    FileSelection m_annotation = new FileSelection();

    @Widget(title = "Types of features", description = "Such as gene, CDS or mRNA, in the file's own spelling; several are separated by "
        + "commas. Features of a BED file have the type region. If none is there, the message names the types of the file.")
    @TextInputWidget(placeholder = "gene")
    @Effect(predicate = IsFile.class, type = Effect.EffectType.SHOW)
    @ValueReference(TypesRef.class)
    @Layout(Sections.Regions.class)
    @Persist(configKey = "types")
    String m_types = String.join(", ", RegionSettings.DEFAULT.types());

    @Widget(title = "Letters around", description = "What the letters upstream and downstream are counted from.")
    @ValueSwitchWidget
    @ValueReference(AroundRef.class)
    @Layout(Sections.Regions.class)
    @Persist(configKey = "around")
    Around m_around = Around.START;

    @Widget(title = "Letters upstream", description = "How many letters before that place, on the feature's strand, 0 to 10,000,000.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MostLetters.class)
    @ValueReference(UpstreamRef.class)
    @Layout(Sections.Regions.class)
    @Persist(configKey = "upstream")
    int m_upstream = RegionSettings.DEFAULT.upstream();

    @Widget(title = "Letters downstream", description = "How many letters from that place on, on the feature's strand, 0 to 10,000,000.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = MostLetters.class)
    @ValueReference(DownstreamRef.class)
    @Layout(Sections.Regions.class)
    @Persist(configKey = "downstream")
    int m_downstream = RegionSettings.DEFAULT.downstream();

    @TextMessage(RegionProblem.class)
    @Layout(Sections.Regions.class)
    Void m_regionProblem;

    @Widget(title = "Join the parts", description = "A feature in parts, such as exons, is taken as its parts joined. Otherwise what lies "
        + "between them is kept.")
    @Effect(predicate = IsWhole.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Regions.class)
    @Persist(configKey = "spliced")
    boolean m_spliced;

    @Widget(title = "Letters of a neighbour", description = "What becomes of letters beside a feature that belong to another feature of "
        + "these types, on either strand.")
    @ValueSwitchWidget
    @Layout(Sections.Regions.class)
    @Persist(configKey = "neighbours")
    NeighbourRule m_neighbours = NeighbourRule.KEEP;

    @Widget(title = "Attributes that name a region", description = "Qualifiers or attributes of the features, separated by commas; the "
        + "first that a feature has becomes its ID. Without one, sequence, type and position make a name; a name that comes again gets a "
        + "number.")
    @TextInputWidget(placeholder = "locus_tag, gene")
    @Layout(Sections.Output.class)
    @Persist(configKey = "names")
    String m_names = String.join(", ", RegionSettings.DEFAULT.names());

    @Widget(title = "Attributes that become columns", description = "Qualifiers or attributes, separated by commas, such as gene, product. "
        + "Each becomes a column of text; several values are joined by semicolons.")
    @TextInputWidget(placeholder = "gene, product")
    @Layout(Sections.Output.class)
    @Persist(configKey = "attributes")
    String m_attributes = "";

    /** @return the parts between commas, without blanks around them; none for an empty text */
    static List<String> listed(final String text) {
        return text == null ? List.of() : Arrays.stream(text.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
    }

    /** @return names of the attributes that become columns, each once */
    List<String> attributes() {
        return listed(m_attributes).stream().distinct().toList();
    }

    RegionSettings settings() {
        return new RegionSettings(m_featuresIn == FeaturesIn.TABLE ? List.of(RegionTable.TYPE) : listed(m_types), m_around.m_anchor,
            m_upstream, m_downstream, m_spliced, m_neighbours.m_rule,
            listed(m_names));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.check(this::settings);
    }
}
