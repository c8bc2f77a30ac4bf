package org.seism.output;

import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.seism.Progress;
import org.seism.analysis.Discovery;
import org.seism.analysis.MotifRefit;
import org.seism.analysis.MotifResult;
import org.seism.analysis.field.FieldText;
import org.seism.analysis.field.MotifField;
import org.seism.analysis.field.ResultKind;
import org.seism.analysis.given.PlainTest;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.MotifSites;
import org.seism.motif.Site;
import org.seism.motif.format.MotifFormat;
import org.seism.motif.growth.GrownMatrix;
import org.seism.motif.growth.MatrixSite;
import org.seism.motif.logo.LogoOptions;
import org.seism.motif.logo.SequenceLogo;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.PreparedStudy;
import org.seism.study.QualityReport;
import org.seism.study.Study;
import org.seism.table.DelimitedWriter;

/**
 * The files of a discovery: {@value #TABLE}, {@value #JSON}, {@value #SITES}, {@value #MOTIFS}, {@value #QUALITY},
 * {@value #REFIT} where it was asked for, and a logo per motif as SVG and PNG. Equal results are equal bytes.
 */
public final class ResultFiles {
    /** One row per motif. */
    public static final String TABLE = "results.tsv";
    /** Everything for scripts, see {@link ResultJson}. */
    public static final String JSON = "results.json";
    /** All windows that the motifs' matrices score at or above their cuts. */
    public static final String SITES = "sites.tsv";
    /** Frequency matrices of the motifs in MEME's minimal format. */
    public static final String MOTIFS = "motifs.meme";
    /** What quality control did with every record. */
    public static final String QUALITY = "quality.tsv";

    /** Table of the joint fit, where it was asked for. */
    public static final String REFIT = "refit.tsv";

    /** Fields of motifs that have no column in {@value #TABLE}, and why. */
    static final Map<MotifField, String> LEFT_OUT = Map.of(
        MotifField.PFM, "a matrix: motifs.meme and results.json hold it",
        MotifField.LATTICE, "a matrix: motifs.meme and results.json hold it",
        MotifField.PWM, "a matrix: motifs.meme holds it",
        MotifField.LOG_ODDS, "a matrix: results.json holds it");

    private static final int LOGO_PIXELS = 800;

    private ResultFiles() {
    }

    /**
     * Writes all files.
     *
     * @param folder where they go; not committed here
     * @param discovery the result
     * @param quality of all records read
     * @param origin settings of the input, see {@link ResultJson#of}
     * @param progress asked for cancellation between files
     * @throws org.seism.InputException if a file can't be written
     */
    public static void write(final OutputDirectory folder, final Discovery discovery, final QualityReport quality,
        final Map<String, ?> origin, final Progress progress) {
        final Study study = discovery.tested().selection().study();
        AtomicFiles.writeText(folder.file(TABLE), out -> writeTable(discovery, out));
        AtomicFiles.writeText(folder.file(JSON),
            out -> ResultJson.write(ResultJson.of(discovery, quality.rows().size(), origin), out));
        progress.checkCancelled();
        AtomicFiles.writeText(folder.file(SITES), out -> {
            writeSites(discovery.motifs(), study, out);
        });
        AtomicFiles.writeText(folder.file(MOTIFS), out -> out.write(meme(discovery)));
        AtomicFiles.writeText(folder.file(QUALITY), out -> writeQuality(quality, out));
        discovery.refit().ifPresent(refit -> AtomicFiles.writeText(folder.file(REFIT), out -> writeRefit(discovery, refit, out)));
        for (final MotifResult motif : discovery.motifs()) {
            progress.checkCancelled();
            final SequenceLogo logo = logo(motif, study);
            AtomicFiles.writeText(folder.file(logo(motif.motif().rank(), "svg")), out -> out.write(logo.svg()));
            AtomicFiles.write(folder.file(logo(motif.motif().rank(), "png")), out -> out.write(logo.png(LOGO_PIXELS)));
        }
    }

    /**
     * Writes the files of a plain test: {@value #TABLE}, {@value #SITES} and {@value #QUALITY}.
     *
     * @param folder where they go; not committed here
     * @param prepared the data
     * @param results of the motifs
     * @throws org.seism.InputException if a file can't be written
     */
    public static void writePlain(final OutputDirectory folder, final PreparedStudy prepared, final List<PlainTest.Result> results) {
        AtomicFiles.writeText(folder.file(TABLE), out -> {
            final DelimitedWriter table = new DelimitedWriter(out,
                List.of("motif", "consensus", "width", "statistic", "effect", "pStudent", "pPermutation", "holm", "bh", "remark"));
            for (final PlainTest.Result r : results) {
                final boolean tested = r.problem().isEmpty();
                table.row(r.motif().name(), r.motif().consensus(), Integer.toString(r.motif().search().width()),
                    DelimitedWriter.number(r.statistic()), DelimitedWriter.number(r.effect()), tested ? r.student().text() : "",
                    tested ? DelimitedWriter.number(r.permutation()) : "", DelimitedWriter.number(r.holm()),
                    DelimitedWriter.number(r.bh()), tested ? "valid only if the motif did not come from these data" : r.problem());
            }
        });
        AtomicFiles.writeText(folder.file(SITES), out -> {
            final SiteTable sites = new SiteTable(out, prepared.study().sequences());
            results.forEach(r -> sites.add(r.motif().name(), r.sites()));
        });
        AtomicFiles.writeText(folder.file(QUALITY), out -> writeQuality(prepared.quality(), out));
    }

    /**
     * {@value #REFIT}: the joint coefficients, one row per term, and the cross-validated quality.
     *
     * @param discovery the result whose motifs were fitted together
     * @param refit the joint fit
     * @param out the table; not closed
     */
    public static void writeRefit(final Discovery discovery, final MotifRefit refit, final Writer out) {
        final DelimitedWriter table = new DelimitedWriter(out, List.of("term", "kind", "value", "remark"));
        final List<String> covariates = discovery.tested().selection().study().covariates().names();
        table.row("intercept", "coefficient", DelimitedWriter.number(refit.intercept()), "");
        for (int c = 0; c < covariates.size(); c++) {
            table.row(covariates.get(c), "coefficient", DelimitedWriter.number(refit.covariates()[c]), "covariate, not shrunken");
        }
        for (int j = 0; j < refit.motifs().length; j++) {
            table.row(discovery.motifs().get(j).name(), "coefficient", DelimitedWriter.number(refit.motifs()[j]),
                discovery.motifs().get(j).consensus());
        }
        final String measure = refit.measure().name();
        table.row("all", measure, DelimitedWriter.number(refit.quality()), MotifRefit.REMARK);
        table.row("covariates alone", measure, DelimitedWriter.number(refit.baseline()), "");
    }

    /**
     * @param name of a file
     * @return whether results have such a name
     */
    static boolean isName(final String name) {
        return List.of(TABLE, JSON, SITES, MOTIFS, QUALITY, REFIT, "report.html", Manifest.NAME).contains(name)
            || name.matches("logo-\\d+\\.(svg|png)");
    }

    /**
     * @param rank of the motif
     * @param extension svg or png
     * @return name of the file that holds its logo
     */
    public static String logo(final int rank, final String extension) {
        return "logo-" + rank + "." + extension;
    }

    /**
     * @param motif a motif
     * @param study the data
     * @return its logo with flanks, of both strands where both were scanned
     */
    public static SequenceLogo logo(final MotifResult motif, final Study study) {
        final LogoOptions options = LogoOptions.defaults().withTitle(motif.name() + " " + motif.consensus())
            .withIdPrefix("seism-logo-" + motif.motif().rank() + "-")
            .withReading(study.strands() == Strands.BOTH ? LogoOptions.Reading.BOTH : LogoOptions.Reading.FORWARD);
        return SequenceLogo.of(motif.matrix(), options);
    }

    /**
     * @param discovery a result
     * @return the motifs' site frequency matrices without flanks in MEME's minimal format, each followed by its columns on
     *         the lattice where words are refined
     */
    public static String meme(final Discovery discovery) {
        final Study study = discovery.tested().selection().study();
        final double[] background = background(study.sequences());
        final List<FrequencyMatrix> matrices = new ArrayList<>();
        for (final MotifResult m : discovery.motifs()) {
            final FrequencyMatrix f = m.matrix().core().toFrequencyMatrix(m.name(), m.consensus());
            matrices.add(new FrequencyMatrix(f.name(), f.description(), f.alphabet(), f.frequencies(), f.sites(), background));
            if (m.motif().motif().isSoft()) {
                final FrequencyMatrix lattice = m.motif().motif().toFrequencyMatrix(m.name() + (m.motif().motif().seed().isPresent() ? "-lattice" : "-library"));
                matrices.add(new FrequencyMatrix(lattice.name(), "the motif that was tested"
                    + m.motif().motif().seed().map(s -> ", refined from " + s.name()).orElse(", " + m.motif().motif().name() + " of the library"),
                    lattice.alphabet(), lattice.frequencies(), lattice.sites(), background));
            }
        }
        return MotifFormat.MEME.write(matrices, study.strands());
    }

    /**
     * @param quality what happened to every record
     * @param out the table; not closed
     */
    public static void writeQuality(final QualityReport quality, final Writer out) {
        final DelimitedWriter table = new DelimitedWriter(out, List.of("record", "id", "kept", "reason"));
        quality.rows().forEach(r -> table.row(Long.toString(r.number()), r.id(), Boolean.toString(r.kept()), r.reason()));
    }

    /** One row per window that a motif's matrix scores at or above its cut, by motif, sequence and place. */
    private static void writeSites(final List<MotifResult> motifs, final Study study, final Writer out) {
        final DelimitedWriter table =
            new DelimitedWriter(out, List.of("motif", "sequence", "start", "end", "strand", "site", "score"));
        for (final MotifResult motif : motifs) {
            final GrownMatrix matrix = motif.description().matrix();
            for (final MatrixSite site : matrix.allSites(study.sequences(), study.strands())) {
                table.row(motif.name(), study.sequences().id(site.sequence()), Integer.toString(site.start() + 1),
                    Integer.toString(site.start() + matrix.width()), String.valueOf(site.strand().symbol()),
                    site.letters(study.sequences(), matrix.width()), DelimitedWriter.number(Math.rint(100 * site.score()) / 100));
            }
        }
    }

    private static void writeTable(final Discovery discovery, final Writer out) {
        final List<MotifField> fields =
            MotifField.of(ResultKind.DISCOVERY).stream().filter(f -> !LEFT_OUT.containsKey(f)).toList();
        final DelimitedWriter table = new DelimitedWriter(out, fields.stream().map(MotifField::key).toList());
        for (final MotifResult result : discovery.motifs()) {
            table.row(fields.stream().map(f -> f == MotifField.LOGO ? logo(result.motif().rank(), "svg") : FieldText.of(f.read(result)))
                .toArray(String[]::new));
        }
    }

    /** Share of each letter, with one of each added so that none is 0, which other programs refuse. */
    private static double[] background(final SequenceSet sequences) {
        final Alphabet alphabet = sequences.alphabet();
        final double[] background = new double[alphabet.size()];
        double total = alphabet.size();
        Arrays.fill(background, 1);
        for (final byte code : sequences.codes()) {
            if (code >= 0) {
                background[code]++;
                total++;
            }
        }
        for (int a = 0; a < background.length; a++) {
            background[a] /= total;
        }
        return background;
    }

    /** The table of sites: the best site of every sequence, as far as it is above half of the largest activation. */
    static final class SiteTable {
        private final DelimitedWriter m_table;
        private final SequenceSet m_sequences;

        SiteTable(final Writer out, final SequenceSet sequences) {
            m_table = new DelimitedWriter(out, List.of("motif", "sequence", "start", "end", "strand", "word", "activation"));
            m_sequences = sequences;
        }

        void add(final String motif, final MotifSites sites) {
            for (final Site s : sites.strong()) {
                m_table.row(motif, m_sequences.id(s.sequence()), Integer.toString(s.start() + 1), Integer.toString(s.end()),
                    String.valueOf(s.strand().symbol()), s.word(), DelimitedWriter.number(s.activation()));
            }
        }
    }
}
