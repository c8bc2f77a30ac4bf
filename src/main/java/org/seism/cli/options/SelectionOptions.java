package org.seism.cli.options;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.seism.InputException;
import org.seism.analysis.SelectionSettings;
import org.seism.candidate.Erasing;
import org.seism.candidate.GridSettings;
import org.seism.candidate.library.LibraryCandidates;
import org.seism.candidate.shape.Positions;
import org.seism.candidate.shape.WordForms;
import org.seism.motif.compare.MotifLibrary;
import org.seism.selection.AssociationScore;
import org.seism.selection.RefinementSettings;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options that say how motifs are selected. */
@Heading("Selection of motifs")
public final class SelectionOptions {
    /** What is selected from. */
    enum Candidates {
        /** Words of the sequences. */
        WORDS,
        /** Matrices of the library. */
        LIBRARY,
        /** Both. */
        BOTH
    }

    @Option(names = "--candidates", paramLabel = "WHICH", defaultValue = "words",
        description = "What motifs are selected from: words of the sequences, the matrices of the library (--library), or both. Default: words.")
    private Candidates m_candidates;

    @Mixin
    private LibraryOption m_library;

    @Option(names = "--width", paramLabel = "N|N-M", defaultValue = "6", converter = WidthRange.Converter.class,
        description = "Width of the motifs, or a range such as 6-8. Default: 6.")
    private WidthRange m_width;

    @Option(names = "--degeneracy", paramLabel = "N", defaultValue = "0",
        description = "How many positions of a word may be IUPAC codes: 0, 1 or 2. Default: 0.")
    private int m_degeneracy;

    @Option(names = "--positions", paramLabel = "auto|none|N,N", defaultValue = "none", converter = Places.class,
        description = "Words in a place as candidates too, for aligned sequences of one length: places of N neighbouring starts; auto: "
            + "20,5,1, if the sequences have one length. Short words are enough there: --width 2-6. Default: none.")
    private Positions m_positions;

    @Option(names = "--gapped", description = "Two words of 3 or 4 letters with up to 20 free letters between as candidates too.")
    private boolean m_gapped;

    @Option(names = "--motifs", paramLabel = "N|auto", converter = MotifCount.class,
        description = "Number of motifs, or auto: ForwardStop decides. Default: 3 (calibrate: 1).")
    private Integer m_motifs;

    @Option(names = "--score", paramLabel = "SCORE", defaultValue = "ridge",
        description = "Association score: ridge or hsic. Default: ridge.")
    private AssociationScore.Kind m_score;

    @Option(names = "--lambda", paramLabel = "X", defaultValue = "0", description = "Penalty of the ridge score. Default: 0.")
    private double m_lambda;

    @Option(names = "--bandwidth", paramLabel = "X", split = ",", splitSynopsisLabel = ",", defaultValue = "1",
        description = "Bandwidth of the activation, or a list such as 0.7,1,1.4 to choose from. Default: 1.")
    private List<Double> m_bandwidths;

    @Option(names = "--min-support", paramLabel = "N",
        description = "Fewest sequences that hold a candidate word. Default: 1%% of them, at least 2 and at most 10; 2%% for "
            + "words with a gap.")
    private Integer m_minSupport;

    @Option(names = "--max-grid-size", paramLabel = "N", defaultValue = "100000",
        description = "Most candidates; those with the largest support stay. Default: 100000.")
    private int m_maxGridSize;

    @Option(names = "--sign", paramLabel = "SIGN", defaultValue = "any",
        description = "Which associations count: any, or positive for motifs that go with large values (or cases) only. "
            + "Default: any.")
    private AssociationScore.Sign m_sign;

    @Option(names = "--erase", paramLabel = "auto|N|none", defaultValue = "auto", converter = Limit.class,
        description = "What a selected motif takes out of the sequences before the next one is selected: its sites with up to N "
            + "mismatches. auto: 1, from width 8 on 2. none: nothing; later motifs are adjusted for the earlier ones' "
            + "activations. Default: auto.")
    private int m_erase;

    @Option(names = "--erase-overlap", paramLabel = "auto|N", defaultValue = "auto", converter = Limit.class,
        description = "A window with at least N erased letters can't be part of a later motif. auto: 1, from width 8 on more than "
            + "half of the window. Default: auto.")
    private int m_eraseOverlap;

    @Option(names = "--refine", paramLabel = "KIND", defaultValue = "none",
        description = "Soft columns for the selected words: none, lattice or network. Costs power, see docs/REFINEMENT.md. "
            + "Default: none.")
    private RefinementSettings.Mode m_refine;

    @Option(names = "--resolution", paramLabel = "N", defaultValue = "2",
        description = "With --refine: columns are multiples of 1/N; 1, 2 or 4. Default: 2.")
    private int m_resolution;

    @Option(names = "--max-sweeps", paramLabel = "N", defaultValue = "10",
        description = "With --refine lattice: most sweeps over the columns. Default: 10.")
    private int m_maxSweeps;

    /**
     * @param motifs default number of motifs
     * @return the settings
     */
    public SelectionSettings settings(final int motifs) {
        if (m_minSupport != null && m_minSupport < 1) {
            throw new InputException("--min-support is " + m_minSupport + ".", "Give at least 1, or leave it out: 1% of the sequences, at least 2 and at most 10.");
        }
        if (m_candidates != Candidates.WORDS && m_library.file().isEmpty()) {
            throw new InputException("--candidates " + m_candidates.name().toLowerCase(Locale.ROOT) + " asks for a library.",
                "Name a file of known motifs with --library.");
        }
        if (m_candidates != Candidates.WORDS && m_refine != RefinementSettings.Mode.NONE) {
            throw new InputException("Matrices of a library are not refined.", "Leave --refine out, or select from words.");
        }
        final WordForms forms = new WordForms(m_positions, m_gapped);
        if (m_candidates == Candidates.LIBRARY && forms.any()) {
            throw new InputException("--positions and --gapped are about words, and none are candidates.",
                "Leave them out, or use --candidates both.");
        }
        return new SelectionSettings(
            new GridSettings(m_width.min(), m_width.max(), m_degeneracy, m_bandwidths, m_minSupport == null ? 0 : m_minSupport, m_maxGridSize)
                .withForms(forms),
            new AssociationScore(m_score, m_lambda, m_sign), m_motifs == null ? motifs : m_motifs,
            new RefinementSettings(m_refine, m_resolution, m_maxSweeps, RefinementSettings.NONE.starts()), erasing());
    }

    /** @return the option that names the library */
    public LibraryOption library() {
        return m_library;
    }

    /**
     * @param settings as {@link #settings} gives them
     * @param known the library, if one is named
     * @return with its matrices as candidates, where that is asked for
     */
    public SelectionSettings withLibrary(final SelectionSettings settings, final Optional<MotifLibrary> known) {
        return m_candidates == Candidates.WORDS ? settings : settings.withGrid(
            settings.grid().withLibrary(new LibraryCandidates(known.orElseThrow(), m_candidates == Candidates.BOTH)));
    }

    private Erasing erasing() {
        if (m_eraseOverlap == Limit.NONE) {
            throw new InputException("--erase-overlap is none.", "Give a number of letters or auto; --erase none turns erasing off.");
        }
        return m_erase == Limit.NONE ? Erasing.NONE : new Erasing(true, m_erase, m_eraseOverlap);
    }

    /** Numbers of starts, auto or none. */
    static final class Places implements ITypeConverter<Positions> {
        @Override
        public Positions convert(final String value) {
            try {
                return Positions.parse(value);
            } catch (InputException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** A number, auto or none. */
    static final class Limit implements ITypeConverter<Integer> {
        private static final int NONE = -2;

        @Override
        public Integer convert(final String value) {
            if (value.equalsIgnoreCase("auto")) {
                return Erasing.BY_WIDTH;
            }
            if (value.equalsIgnoreCase("none")) {
                return NONE;
            }
            try {
                final int limit = Integer.parseInt(value);
                if (limit >= 0) {
                    return limit;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new TypeConversionException("'" + value + "' is neither a number from 0 on, nor auto or none");
        }
    }

    /** A number, or auto. */
    static final class MotifCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(final String value) {
            if (value.equalsIgnoreCase("auto")) {
                return SelectionSettings.AUTO;
            }
            try {
                final int count = Integer.parseInt(value);
                if (count >= 1 && count <= SelectionSettings.MOST) {
                    return count;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new TypeConversionException("'" + value + "' is neither a number from 1 to " + SelectionSettings.MOST + " nor auto");
        }
    }
}
