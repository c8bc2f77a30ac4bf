package org.seism.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.seism.cli.options.WidthRange;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;
import org.seism.simulation.PlantedMotif;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatedCovariate;
import org.seism.simulation.Simulation;
import org.seism.simulation.SimulatorSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Sequences with planted motifs and a phenotype, for trying things out. */
@Command(name = "simulate", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    abbreviateSynopsis = true, optionListHeading = "%n",
    description = {"Draw random sequences with planted motifs and a phenotype that depends on them."},
    footer = {"", "Example:",
        "  ./seism simulate --sequences 100 --length 30 --plant ACGTAC:1.2:0.5 --seed 1 --out seism-out-simulated.tsv"})
final class SimulateCommand extends SeismCommand {
    /** What the sequences are written as. */
    enum Format {
        /** By the name of the file; a table otherwise. */
        AUTO,
        /** Tab-separated, with the planted words. */
        TSV,
        /** FASTA with the phenotype in the headers. */
        FASTA
    }

    @Option(names = "--sequences", paramLabel = "N", defaultValue = "100", description = "Number of sequences. Default: 100.")
    private int m_count;

    @Option(names = "--length", paramLabel = "N|N-M", defaultValue = "30", converter = WidthRange.Converter.class,
        description = "Letters per sequence, or a range. Default: 30.")
    private WidthRange m_length;

    @Option(names = "--alphabet", paramLabel = "ALPHABET", defaultValue = "dna", description = "dna, rna or protein. Default: dna.")
    private Alphabet m_alphabet;

    @Option(names = "--background", paramLabel = "X", split = ",", splitSynopsisLabel = ",",
        description = "Relative frequency of each letter, in the order of the alphabet. Default: all equal.")
    private List<Double> m_background;

    @Option(names = "--plant", paramLabel = "WORD:EFFECT:SHARE", converter = Planted.class,
        description = "Plant a word (IUPAC codes allowed) in a share of the sequences; carrying it adds the effect to the phenotype. "
            + "May be given several times.")
    private List<PlantedMotif> m_planted = List.of();

    @Option(names = "--strands", paramLabel = "STRANDS", defaultValue = "single",
        description = "single, or both: words stand on either strand. Default: single.")
    private Strands m_strands;

    @Option(names = "--noise", paramLabel = "SD", defaultValue = "1", description = "Standard deviation of the noise. Default: 1.")
    private double m_noise;

    @Option(names = "--covariate", paramLabel = "NAME:EFFECT", converter = Covariate.class,
        description = "Add a standard normal covariate with this effect. May be given several times.")
    private List<SimulatedCovariate> m_covariates = List.of();

    @Option(names = "--response", paramLabel = "KIND", defaultValue = "numeric",
        description = "numeric, logistic or threshold (the last two make cases and controls). Default: numeric.")
    private SimulatorSettings.Response m_response;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed of all random numbers. Default: 1.")
    private long m_seed;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "auto",
        description = "tsv, fasta (phenotype in the header, see --header-pattern 'y=(\\S+)') or auto, by the file's name. Default: auto.")
    private Format m_format;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "File to write. Default, or -: standard output.")
    private Path m_out;

    @Override
    protected void execute(final TerminalProgress progress) {
        final SimulatorSettings settings = usage(this::settings);
        requireOutput(m_out, List.of());
        final Simulation simulation = SequenceSimulator.simulate(settings, progress);
        progress.close();
        write(m_out, isFasta() ? simulation::writeFasta : simulation::writeTable);
        if (isFile(m_out)) {
            err().println(m_count + " sequences are in " + m_out + ".");
        }
    }

    private SimulatorSettings settings() {
        return new SimulatorSettings(m_count, m_length.min(), m_length.max(), m_alphabet,
            m_background == null ? SimulatorSettings.uniform(m_alphabet) : m_background, m_planted, m_strands, m_noise, m_covariates,
            m_response, m_seed);
    }

    private boolean isFasta() {
        final String name = m_out == null ? "" : m_out.toString().toLowerCase(Locale.ROOT);
        return m_format == Format.FASTA || m_format == Format.AUTO && name.matches(".*\\.(fa|fasta|fas|fna|faa)");
    }

    /** WORD:EFFECT or WORD:EFFECT:SHARE. */
    static final class Planted implements ITypeConverter<PlantedMotif> {
        @Override
        public PlantedMotif convert(final String value) {
            final String[] parts = value.split(":", -1);
            if (parts.length < 2 || parts.length > 3) {
                throw new TypeConversionException("'" + value + "' is not WORD:EFFECT or WORD:EFFECT:SHARE, such as ACGTAC:1.2:0.5");
            }
            return new PlantedMotif(parts[0], number(parts[1], value), parts.length == 3 ? number(parts[2], value) : 0.5);
        }
    }

    /** NAME:EFFECT. */
    static final class Covariate implements ITypeConverter<SimulatedCovariate> {
        @Override
        public SimulatedCovariate convert(final String value) {
            final int colon = value.lastIndexOf(':');
            if (colon < 1) {
                throw new TypeConversionException("'" + value + "' is not NAME:EFFECT, such as length:0.5");
            }
            return new SimulatedCovariate(value.substring(0, colon), number(value.substring(colon + 1), value));
        }
    }

    private static double number(final String text, final String whole) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' in '" + whole + "' is no number");
        }
    }
}
