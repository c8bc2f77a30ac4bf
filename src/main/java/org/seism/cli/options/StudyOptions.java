package org.seism.cli.options;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.study.PhenotypeType;
import org.seism.study.PreparedStudy;
import org.seism.study.StudySettings;
import org.seism.study.check.Adjustment;
import org.seism.study.check.CopyRule;
import org.seism.study.input.StudyInput;
import org.seism.study.input.StudyReader;
import org.seism.table.NamedInput;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Options that say where phenotypes and covariates are found, beside {@link SequenceOptions}. {@link OfOne} adds which phenotype it is;
 * commands for many phenotypes name them in their own way.
 */
@Heading("Phenotype and covariates")
public class StudyOptions {
    @Mixin
    private SequenceOptions m_sequences;

    @Option(names = "--phenotype", paramLabel = "FILE",
        description = "Second table with identifiers, phenotype and covariates, joined by identifier; for FASTA input.")
    private Path m_phenotypeTable;

    @Option(names = "--phenotype-type", paramLabel = "TYPE", defaultValue = "auto",
        description = "auto, numeric or nominal (classes). Default: auto.")
    private PhenotypeType m_type;

    @Option(names = "--positive-class", paramLabel = "CLASS", defaultValue = "",
        description = "The class that counts as 1 where the phenotype is nominal; all others are 0.")
    private String m_positiveClass;

    @Option(names = "--covariates", paramLabel = "NAME", split = ",", splitSynopsisLabel = ",",
        description = "Columns to correct for, separated by commas: numbers, or names of groups.")
    private List<String> m_covariates = List.of();

    @Option(names = "--adjust", paramLabel = "WHAT", defaultValue = "",
        description = "Correct for what the sequences themselves hold: length, gc, or length,gc.")
    private String m_adjust;

    @Option(names = "--copies", paramLabel = "RULE", defaultValue = "warn",
        description = "Copies among the sequences (identical, reverse complements, more than 90%% identical): warn, first (keep one of "
            + "each) or error. Default: warn.")
    private CopyRule m_copies;

    /** @return the files that are read */
    public List<Path> files() {
        return Stream.of(m_sequences.file(), m_phenotypeTable).filter(Objects::nonNull).toList();
    }

    /** @return what the study is called where nobody says */
    public String title() {
        return StudyTitle.of(m_sequences.file());
    }

    public SequenceOptions sequences() {
        return m_sequences;
    }

    /**
     * @param opener opens a file that an option names
     * @return where everything is found, with the default column of the phenotype
     */
    public StudyInput input(final Function<Path, NamedInput> opener) {
        if (files().size() == 2 && files().stream().allMatch(f -> f.toString().equals(NamedInput.STANDARD))) {
            throw new InputException("Sequences and phenotypes can't both come from standard input.", "Name a file for one of them.");
        }
        final StudyInput input = m_sequences.input().withSequences(opener.apply(m_sequences.file())).withCovariateColumns(m_covariates.stream().map(String::strip).toList());
        return m_phenotypeTable == null ? input : input.withPhenotypeTable(opener.apply(m_phenotypeTable));
    }

    /**
     * @param minWidth smallest motif width
     * @return how rows become a study
     */
    public StudySettings settings(final int minWidth) {
        return StudySettings.DEFAULTS.withAlphabet(m_sequences.alphabet()).withStrands(m_sequences.strands())
            .withMinWidth(minWidth).withPhenotypeType(m_type).withPositiveClass(m_positiveClass)
            .withAdjust(Adjustment.parse(m_adjust)).withCopies(m_copies);
    }

    /** @return where the data come from, for the results: names of files and columns, never a path */
    public Map<String, Object> origin() {
        final Map<String, Object> origin = new LinkedHashMap<>(m_sequences.origin());
        if (m_phenotypeTable != null) {
            origin.put("phenotypeTable", SequenceOptions.name(m_phenotypeTable));
        }
        return origin;
    }

    /** The options of commands for one phenotype. */
    @Heading("Phenotype and covariates")
    public static final class OfOne extends StudyOptions {
        @Option(names = "--phenotype-column", paramLabel = "NAME", defaultValue = "y",
            description = "Column of the phenotype. Default: y.")
        private String m_phenotypeColumn;

        @Option(names = "--header-pattern", paramLabel = "REGEX", defaultValue = "",
            description = "Regular expression with one group that finds the phenotype in FASTA headers, such as 'y=(\\S+)'.")
        private String m_headerPattern;

        /**
         * @param minWidth smallest motif width
         * @param progress progress and cancellation
         * @return the study as the options describe it
         */
        public PreparedStudy read(final int minWidth, final Progress progress) {
            return read(minWidth, StudyInput.Related.NONE, progress);
        }

        /**
         * @param minWidth smallest motif width
         * @param related how sequences are related
         * @param progress progress and cancellation
         * @return the study as the options describe it
         */
        public PreparedStudy read(final int minWidth, final StudyInput.Related related, final Progress progress) {
            return StudyReader.read(
                input(NamedInput::of).withPhenotypeColumn(m_phenotypeColumn).withHeaderPattern(m_headerPattern).withRelated(related), settings(minWidth),
                progress);
        }

        @Override
        public Map<String, Object> origin() {
            final Map<String, Object> origin = super.origin();
            if (m_headerPattern.isEmpty()) {
                origin.put("phenotypeColumn", m_phenotypeColumn);
            } else {
                origin.put("headerPattern", m_headerPattern);
            }
            return origin;
        }
    }
}
