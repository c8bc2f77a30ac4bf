package org.seism.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.seism.InputException;
import org.seism.sequence.annotated.ExtractionReport;
import org.seism.sequence.annotated.RecordSource;
import org.seism.sequence.annotated.Region;
import org.seism.sequence.annotated.RegionExtractor;
import org.seism.sequence.annotated.RegionSettings;
import org.seism.table.DelimitedWriter;
import org.seism.table.NamedInput;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Letters around the features of annotated sequences: what comes before a motif can be looked for. */
@Command(name = "extract", mixinStandardHelpOptions = true, versionProvider = Main.VersionText.class, sortOptions = false,
    abbreviateSynopsis = true, optionListHeading = "%n",
    description = {"Cut the letters around features (promoters, 3' ends, whole genes) out of annotated sequences.",
        "The features come with the sequences (GenBank, EMBL, UniProt), or from GFF3, GTF or BED beside FASTA. Regions are read on the "
            + "feature's strand; on a circular sequence they go on behind its end, on another they are shortened there. The table has "
            + "the columns id and sequence that discover reads."},
    footer = {"", "Example:", "  ./seism extract --input examples/made_genome.gbk --upstream 60 --downstream 0 --out seism-out-promoters.tsv",
        "", "Then, with a value for every locus_tag:", "  ./seism discover --input seism-out-promoters.tsv --phenotype examples/made_expression.tsv "
            + "--phenotype-column expression"})
final class ExtractCommand extends SeismCommand {
    private static final int FASTA_LINE = 80;

    /** What is written. */
    enum Form {
        /** A table. */
        TSV,
        /** Records whose headers say the place. */
        FASTA
    }

    @Option(names = {"-i", "--input"}, paramLabel = "FILE", required = true,
        description = "GenBank, EMBL or UniProt file, or FASTA; plain or gzip.")
    private Path m_input;

    @Option(names = "--annotation", paramLabel = "FILE", description = "Features for a FASTA file: GFF3, GTF or BED.")
    private Path m_annotation;

    @Option(names = "--feature", paramLabel = "TYPE", split = ",", splitSynopsisLabel = ",", defaultValue = "gene",
        description = "Types of features, separated by commas; region for those of BED. Default: gene.")
    private List<String> m_types;

    @Option(names = "--anchor", paramLabel = "WHERE", defaultValue = "start",
        description = "start: around the feature's first letter; end: around its last; whole: the feature with letters before and behind. "
            + "Default: start.")
    private RegionSettings.Anchor m_anchor;

    @Option(names = "--upstream", paramLabel = "N", description = "Letters before the anchor. Default: 200; for end 0, for whole 0.")
    private Integer m_upstream;

    @Option(names = "--downstream", paramLabel = "N",
        description = "Letters from the anchor on. Default: 50; for end 200, for whole 0.")
    private Integer m_downstream;

    @Option(names = "--spliced", description = "With --anchor whole: join the parts of a feature (exons), instead of keeping what lies between.")
    private boolean m_spliced;

    @Option(names = "--neighbours", paramLabel = "RULE", defaultValue = "keep",
        description = "Letters beside the feature that belong to another one of these types: keep (and say whose they are), cut, or "
            + "leave_out the region. Default: keep.")
    private String m_neighbours;

    @Option(names = "--name", paramLabel = "ATTRIBUTE", split = ",", splitSynopsisLabel = ",",
        description = "Attribute that names a region, the first of several that is there. Default: locus_tag,gene,Name,gene_name,gene_id,ID.")
    private List<String> m_names;

    @Option(names = "--attributes", paramLabel = "NAME", split = ",", splitSynopsisLabel = ",",
        description = "Attributes that become columns of the table, such as product.")
    private List<String> m_attributes = List.of();

    @Option(names = "--to", paramLabel = "FORM", description = "tsv or fasta. Default: told from the name of the output file, else tsv.")
    private Form m_form;

    @Option(names = {"-o", "--out"}, paramLabel = "FILE", description = "File to write. Default, or -: standard output.")
    private Path m_out;

    @Override
    protected void execute(final TerminalProgress progress) {
        final RegionSettings settings = usage(this::settings);
        if (m_input.toString().equals(NamedInput.STANDARD)) {
            throw usageError("--input can't be standard input: the file is looked at twice.");
        }
        requireOutput(m_out, Stream.concat(Stream.of(m_input), Optional.ofNullable(m_annotation).stream()).toList());
        final List<Region> regions = new ArrayList<>();
        final ExtractionReport report;
        try (RecordSource records = RecordSource.open(NamedInput.of(m_input), m_annotation == null ? null : NamedInput.of(m_annotation))) {
            report = new RegionExtractor(settings).extract(records, progress, regions::add);
        }
        progress.close();
        write(m_out, out -> {
            if (form() == Form.FASTA) {
                regions.forEach(r -> fasta(out, r));
            } else {
                table(out, regions);
            }
        });
        warn(report.warnings());
        if (isFile(m_out)) {
            err().println(regions.size() + (regions.size() == 1 ? " region of " : " regions of ") + report.features() + " features "
                + (regions.size() == 1 ? "is" : "are") + " in " + m_out + (report.crossing() > 0 ? "; " + report.crossing()
                    + (report.crossing() == 1 ? " crosses" : " cross") + " the origin." : "."));
        }
    }

    private RegionSettings settings() {
        final boolean start = m_anchor == RegionSettings.Anchor.START;
        final int upstream = m_upstream != null ? m_upstream : start ? RegionSettings.DEFAULT.upstream() : 0;
        final int downstream = m_downstream != null ? m_downstream : start ? RegionSettings.DEFAULT.downstream()
            : m_anchor == RegionSettings.Anchor.END ? RegionSettings.DEFAULT.upstream() : 0;
        return new RegionSettings(m_types, m_anchor, upstream, downstream, m_spliced, rule(),
            m_names == null ? RegionSettings.DEFAULT.names() : m_names);
    }

    private RegionSettings.Neighbours rule() {
        try {
            return RegionSettings.Neighbours.valueOf(m_neighbours.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new InputException("'" + m_neighbours + "' is no rule for neighbours.", "Use keep, cut or leave_out.", e);
        }
    }

    private Form form() {
        final String name = m_out == null ? "" : m_out.toString().toLowerCase(Locale.ROOT);
        return m_form != null ? m_form : name.matches(".*\\.(fa|fasta|fna|fas)") ? Form.FASTA : Form.TSV;
    }

    private void table(final Appendable out, final List<Region> regions) {
        final List<String> head = new ArrayList<>(List.of("id", "sequence", "chromosome", "start", "end", "strand", "remarks"));
        head.addAll(m_attributes);
        final DelimitedWriter table = new DelimitedWriter(out, head);
        for (final Region r : regions) {
            final List<String> row = new ArrayList<>(List.of(r.id(), r.letters(), r.sequence(), Integer.toString(r.start()),
                Integer.toString(r.end()), r.forward() ? "+" : "-", String.join("; ", r.remarks())));
            m_attributes.forEach(a -> row.add(r.feature().text(a)));
            table.row(row.toArray(String[]::new));
        }
    }

    private static void fasta(final Appendable out, final Region region) {
        try {
            out.append('>').append(region.id().replaceAll("\\s+", "_")).append(' ').append(region.place());
            if (!region.remarks().isEmpty()) {
                out.append(' ').append(String.join("; ", region.remarks()).replaceAll("\\s+", " "));
            }
            out.append('\n');
            for (int k = 0; k < region.letters().length(); k += FASTA_LINE) {
                out.append(region.letters(), k, Math.min(region.letters().length(), k + FASTA_LINE)).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
