package org.seism.knime.node.reader;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileReaderWidget;
import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileSelection;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.widget.choices.Label;
import org.seism.knime.file.DroppedFile;
import org.seism.motif.format.MotifLayout;
import org.seism.sequence.Alphabet;

/** Dialog of the Motif Reader. */
final class MotifReaderNodeParameters implements NodeParameters {

    interface Sections {
        @Section(title = "Source")
        interface File {
        }

        @Section(title = "Reading")
        @After(File.class)
        interface Reading {
        }
    }

    /** How the file is laid out. */
    enum Format {
        @Label(value = "Tell from the content", description = "What the file declares and how its numbers add up decide.")
        AUTO(null),
        @Label(value = "MEME", description = "Minimal MEME format, and the text output of MEME, STREME and DREME.")
        MEME(MotifLayout.MEME),
        @Label(value = "JASPAR", description = "One row of counts per letter, the letter before it.")
        JASPAR(MotifLayout.JASPAR),
        @Label(value = "JASPAR raw PFM", description = "Four rows of counts, for A, C, G and T.")
        JASPAR_PFM(MotifLayout.JASPAR_PFM),
        @Label(value = "TRANSFAC", description = "Lines with a tag of two letters, one row of counts per position.")
        TRANSFAC(MotifLayout.TRANSFAC),
        @Label(value = "HOMER", description = "A header with a threshold, one row of probabilities per position.")
        HOMER(MotifLayout.HOMER),
        @Label(value = "Rows per position", description = "A header, then one row of four numbers per position: HOCOMOCO, gimme, "
            + "Cluster-Buster.")
        PCM(MotifLayout.PCM),
        @Label(value = "ENCODE", description = "One row per position with its consensus letter before the numbers.")
        ENCODE(MotifLayout.ENCODE),
        @Label(value = "CIS-BP", description = "A table with the letters as headings.")
        CISBP(MotifLayout.CISBP),
        @Label(value = "UniPROBE", description = "Rows such as A: 0.1 0.2 after a line of text.")
        UNIPROBE(MotifLayout.UNIPROBE);

        private final MotifLayout m_layout;

        Format(final MotifLayout layout) {
            m_layout = layout;
        }

        /** @return the layout, null where it is told from the content */
        MotifLayout layout() {
            return m_layout;
        }
    }

    /** What the letters are. */
    enum Letters {
        @Label(value = "As the file says", description = "DNA where it does not tell DNA from RNA.")
        FILE(null),
        @Label(value = "DNA", description = "U is read as T.")
        DNA(Alphabet.DNA),
        @Label(value = "RNA", description = "T is read as U, for motifs of RNA-binding proteins in files that write T.")
        RNA(Alphabet.RNA),
        @Label(value = "Protein", description = "Twenty amino acids. Only MEME files hold such motifs.")
        PROTEIN(Alphabet.PROTEIN);

        private final Alphabet m_alphabet;

        Letters(final Alphabet alphabet) {
            m_alphabet = alphabet;
        }

        /** @return the alphabet, null for that of the file */
        Alphabet alphabet() {
            return m_alphabet;
        }
    }

    @Widget(title = "File", description = "A motif file, plain or compressed with gzip, on this computer, in the workflow's data area, "
        + "or on a KNIME Hub; the name of a file with another ending can be typed.")
    @FileReaderWidget(fileExtensions = {"meme", "jaspar", "pfm", "transfac", "tf", "motif", "meme.gz", "jaspar.gz", "transfac.gz"})
    @Layout(Sections.File.class)
    @Persist(configKey = "file")
    FileSelection m_file = new FileSelection();

    @Widget(title = "Format", description = "How the file is laid out. Say it where the content does not decide, for instance for a "
        + "matrix of four positions without letters.")
    @Layout(Sections.Reading.class)
    @Persist(configKey = "format")
    Format m_format = Format.AUTO;

    @Widget(title = "Alphabet", description = "What the letters of the motifs are.")
    @Layout(Sections.Reading.class)
    @Persist(configKey = "alphabet")
    Letters m_alphabet = Letters.FILE;

    @Widget(title = "Fail if a motif can't be read", description = "Otherwise such a motif is left out, and a warning counts them and "
        + "names the first one's line.")
    @Layout(Sections.Reading.class)
    @Persist(configKey = "strict")
    boolean m_strict;

    /** For KNIME, when settings are loaded. */
    MotifReaderNodeParameters() {
        // the fields' defaults
    }

    /** For KNIME, when the node is new: the file that was dropped on the canvas, if that made the node. */
    MotifReaderNodeParameters(final NodeParametersInput in) {
        DroppedFile.location().ifPresent(l -> m_file = new FileSelection(l));
    }
}
