package org.seism.knime.node.writer;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileWriterWidget;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.seism.motif.format.MotifFormat;
import org.seism.sequence.Strands;

/** Dialog of the Motif Writer. */
final class MotifWriterNodeParameters implements NodeParameters {

    interface Sections {
        @Section(title = "Destination")
        interface File {
        }

        @Section(title = "Format")
        @After(File.class)
        interface Content {
        }
    }

    /** What to do where there is a file of that name. */
    enum IfExists {
        @Label(value = "Overwrite", description = "The new file takes its place once it is complete.")
        OVERWRITE,
        @Label(value = "Fail", description = "The node fails and leaves the file as it is.")
        FAIL
    }

    /** File formats. */
    enum Format {
        @Label(value = "MEME", description = "Minimal MEME format, read by the MEME Suite and most other programs.")
        MEME(MotifFormat.MEME),
        @Label(value = "JASPAR", description = "One row of counts per letter.")
        JASPAR(MotifFormat.JASPAR),
        @Label(value = "JASPAR raw PFM", description = "Four rows of counts without letters.")
        JASPAR_PFM(MotifFormat.JASPAR_PFM),
        @Label(value = "TRANSFAC", description = "Tagged lines, one row of counts per position.")
        TRANSFAC(MotifFormat.TRANSFAC),
        @Label(value = "HOMER", description = "One row of probabilities per position. The detection threshold is written as 80% of the "
            + "best log-odds score.")
        HOMER(MotifFormat.HOMER);

        private final MotifFormat m_format;

        Format(final MotifFormat format) {
            m_format = format;
        }

        MotifFormat format() {
            return m_format;
        }
    }

    /** What a MEME file says about the strands. */
    enum StrandsOption {
        @Label(value = "Both", description = "The motifs may be looked for on either strand.")
        BOTH(Strands.BOTH),
        @Label(value = "One", description = "The motifs have a direction, as those of RNA.")
        SINGLE(Strands.SINGLE);

        private final Strands m_strands;

        StrandsOption(final Strands strands) {
            m_strands = strands;
        }

        Strands strands() {
            return m_strands;
        }
    }

    interface FormatReference extends ParameterReference<Format> {
    }

    static final class IsMeme implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FormatReference.class).isOneOf(Format.MEME);
        }
    }

    @Widget(title = "File", description = "Where to write: on this computer, in the workflow's data area, or on a KNIME Hub. The folder "
        + "must exist. Usual endings are .meme, .jaspar, .pfm, .transfac and .motif (HOMER).")
    @FileWriterWidget
    @Layout(Sections.File.class)
    @Persist(configKey = "file")
    FileSelection m_file = new FileSelection();

    @Widget(title = "If the file exists", description = "What to do where a file of that name is there already.")
    @ValueSwitchWidget
    @Layout(Sections.File.class)
    @Persist(configKey = "ifExists")
    IfExists m_ifExists = IfExists.OVERWRITE;

    @Widget(title = "Format", description = "Format of the file.")
    @ValueReference(FormatReference.class)
    @Layout(Sections.Content.class)
    @Persist(configKey = "format")
    Format m_format = Format.MEME;

    @Widget(title = "Strands", description = "What the file says about the strands that DNA motifs are looked for on. RNA has one.")
    @ValueSwitchWidget
    @Effect(predicate = IsMeme.class, type = Effect.EffectType.SHOW)
    @Layout(Sections.Content.class)
    @Persist(configKey = "strands")
    StrandsOption m_strands = StrandsOption.BOTH;
}
