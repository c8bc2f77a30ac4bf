package org.seism.knime.node.scanner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.StringValue;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.UniqueNameGenerator;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.given.GivenMotif;
import org.seism.knime.node.scanner.MotifScannerNodeParameters.Background;
import org.seism.knime.node.scanner.MotifScannerNodeParameters.Identifier;
import org.seism.knime.table.Columns;
import org.seism.knime.table.TableWriter;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.Site;
import org.seism.motif.Strand;
import org.seism.motif.scan.GenomeRegion;
import org.seism.motif.scan.LogOddsMatrix;
import org.seism.motif.scan.MatrixScanner;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;

/** A table of sequences while it is scanned, some rows at a time; both outputs are filled in the table's order. */
final class ScannedTable {
    /** So many letters are read before they are scanned together. */
    private static final long BATCH_LETTERS = 1 << 20;
    private static final int BATCH_ROWS = 512;

    /** The two tables, and what to warn of. */
    record Result(BufferedDataTable best, BufferedDataTable sites, String warning) {
    }

    /** A row with its letters; null where the sequence is missing. */
    private record Row(DataRow row, String id, String letters) {
    }

    /** What one motif has in one sequence. */
    private record Found(Optional<Site> nearest, Optional<MatrixScanner.Hit> best, List<MatrixScanner.Hit> all) {
    }

    private final List<FrequencyMatrix> m_motifs;
    private final boolean m_both;
    private final MotifScannerNodeParameters m_parameters;
    private final BufferedDataTable m_table;
    private final Alphabet m_alphabet;
    private final int m_sequence;
    private final int m_id;
    private final TableWriter m_best;
    private final TableWriter m_sites;
    private List<MatrixScanner> m_scanners = List.of();
    private List<GivenMotif> m_searches = List.of();
    private long m_missing;
    private long m_without;
    private long m_done;

    ScannedTable(final List<FrequencyMatrix> motifs, final boolean both, final MotifScannerNodeParameters parameters,
        final BufferedDataTable table, final ExecutionContext context) {
        m_motifs = motifs;
        m_both = both;
        m_parameters = parameters;
        m_table = table;
        m_alphabet = motifs.get(0).alphabet();
        final DataTableSpec spec = table.getDataTableSpec();
        m_sequence = spec.findColumnIndex(parameters.m_sequenceColumn);
        m_id = parameters.m_identifier == Identifier.COLUMN ? spec.findColumnIndex(parameters.m_idColumn) : -1;
        m_best = new TableWriter(context, bestSpec(spec, motifs));
        m_sites = new TableWriter(context, sitesSpec());
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    /** The table's own columns, then five per motif under names that are free. */
    private static DataTableSpec bestSpec(final DataTableSpec table, final List<FrequencyMatrix> motifs) {
        final List<DataColumnSpec> columns = new ArrayList<>(table.stream().toList());
        final UniqueNameGenerator names = new UniqueNameGenerator(table);
        for (final FrequencyMatrix motif : motifs) {
            columns.add(names.newColumn(motif.name() + " activation", DoubleCell.TYPE));
            columns.add(names.newColumn(motif.name() + " score", DoubleCell.TYPE));
            columns.add(names.newColumn(motif.name() + " start", IntCell.TYPE));
            columns.add(names.newColumn(motif.name() + " strand", StringCell.TYPE));
            columns.add(names.newColumn(motif.name() + " site", StringCell.TYPE));
        }
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    /** @return columns of the list of sites */
    static DataTableSpec sitesSpec() {
        return new DataTableSpec(column(Columns.MOTIF, StringCell.TYPE), column(Columns.ID, StringCell.TYPE),
            column(Columns.START, IntCell.TYPE), column(Columns.END, IntCell.TYPE), column(Columns.STRAND, StringCell.TYPE),
            column(Columns.SCORE_BITS, DoubleCell.TYPE), column(Columns.P_VALUE_SCORE, DoubleCell.TYPE),
            column(Columns.SITE, StringCell.TYPE), column(Columns.CHROMOSOME, StringCell.TYPE),
            column(Columns.CHROMOSOME_START, LongCell.TYPE), column(Columns.CHROMOSOME_END, LongCell.TYPE),
            column(Columns.CHROMOSOME_STRAND, StringCell.TYPE));
    }

    Result scan(final Progress progress, final TaskRunner runner) {
        final double[] common = m_parameters.m_background == Background.SEQUENCES ? background(progress.part(0, 0.1)) : null;
        m_scanners = m_motifs.stream().map(m -> new MatrixScanner(m, background(m, common), m_both, m_parameters.m_threshold)).toList();
        m_searches = GivenMotif.ofMatrices(m_motifs, m_parameters.m_bandwidth);
        final Progress scanning = progress.part(0.1, 1);
        try (CloseableRowIterator rows = m_table.iterator()) {
            final List<Row> batch = new ArrayList<>();
            long letters = 0;
            while (rows.hasNext()) {
                final Row row = row(rows.next());
                batch.add(row);
                letters += row.letters() == null ? 0 : row.letters().length();
                if (letters >= BATCH_LETTERS || batch.size() >= BATCH_ROWS || !rows.hasNext()) {
                    scanning.checkCancelled();
                    write(batch, scanning, runner);
                    batch.clear();
                    letters = 0;
                }
            }
        }
        final List<String> warnings = new ArrayList<>();
        if (m_missing > 0) {
            warnings.add(m_missing + " of " + m_table.size() + " sequences are missing: so are their sites.");
        }
        if (m_without > 0) {
            warnings.add(m_without + " of " + m_table.size() + " sequences have no window of " + m_alphabet.label()
                + " letters for at least one motif: their cells are missing.");
        }
        final List<String> never = new ArrayList<>();
        for (int m = 0; m < m_motifs.size(); m++) {
            if (!m_scanners.get(m).canHit()) {
                never.add(m_motifs.get(m).name());
            }
        }
        if (!never.isEmpty()) {
            warnings.add(never.size() + " of " + m_motifs.size() + " motifs are too short or too weak to reach a p-value of "
                + m_parameters.m_threshold + " (" + never.get(0) + (never.size() > 1 ? ", ..." : "") + "): they have no site in the list.");
        }
        return new Result(m_best.close(), m_sites.close(), String.join(" ", warnings));
    }

    private Row row(final DataRow row) {
        final DataCell letters = row.getCell(m_sequence);
        final DataCell id = m_id < 0 ? null : row.getCell(m_id);
        final String name = id == null ? row.getKey().getString() : id.isMissing() ? "" : ((StringValue)id).getStringValue();
        return new Row(row, name, letters.isMissing() ? null : ((StringValue)letters).getStringValue());
    }

    private double[] background(final FrequencyMatrix motif, final double[] common) {
        if (common != null) {
            return common;
        }
        if (m_parameters.m_background == Background.MOTIF && motif.background() != null) {
            return motif.background();
        }
        final double[] uniform = new double[m_alphabet.size()];
        Arrays.fill(uniform, 1.0 / uniform.length);
        return uniform;
    }

    private double[] background(final Progress progress) {
        final long[] counts = new long[m_alphabet.size()];
        long read = 0;
        try (CloseableRowIterator rows = m_table.iterator()) {
            while (rows.hasNext()) {
                progress.checkCancelled();
                final long number = ++read;
                progress.report((double)read / m_table.size(), () -> "Counting letters of row " + number + " of " + m_table.size());
                final DataCell cell = rows.next().getCell(m_sequence);
                final String letters = cell.isMissing() ? "" : ((StringValue)cell).getStringValue();
                for (int k = 0; k < letters.length(); k++) {
                    final int code = m_alphabet.code(letters.charAt(k));
                    if (code >= 0) {
                        counts[code]++;
                    }
                }
            }
        }
        final int[] complements = new int[counts.length];
        for (int a = 0; m_both && a < complements.length; a++) {
            complements[a] = m_alphabet.complement(a);
        }
        return MatrixScanner.background(counts, m_both ? complements : null);
    }

    /** Rows are shared among the tasks; of a single long one the motifs are. */
    private void write(final List<Row> batch, final Progress progress, final TaskRunner runner) {
        final int parts = batch.size() >= runner.threads() ? 1 : Math.min(m_motifs.size(), runner.threads());
        final List<Callable<List<Found>>> tasks = new ArrayList<>();
        for (final Row row : batch) {
            for (int part = 0; part < parts; part++) {
                final int first = m_motifs.size() * part / parts;
                final int last = m_motifs.size() * (part + 1) / parts;
                tasks.add(() -> find(row, first, last, progress));
            }
        }
        final List<List<Found>> found = runner.runAll(tasks);
        for (int i = 0; i < batch.size(); i++) {
            final List<Found> ofRow = new ArrayList<>();
            found.subList(i * parts, (i + 1) * parts).forEach(ofRow::addAll);
            write(batch.get(i), ofRow);
            m_done++;
        }
        progress.report((double)m_done / m_table.size(), () -> "Scanned " + m_done + " of " + m_table.size() + " sequences");
    }

    private List<Found> find(final Row row, final int first, final int last, final Progress progress) {
        final List<Found> found = new ArrayList<>();
        if (row.letters() == null) {
            return found;
        }
        final SequenceSet set = SequenceSet.of(m_alphabet, List.of(row.id()), List.of(row.letters()));
        final byte[] codes = set.codes(0);
        for (int m = first; m < last; m++) {
            progress.checkCancelled();
            final MatrixScanner scanner = m_scanners.get(m);
            final List<MatrixScanner.Hit> all = new ArrayList<>();
            if (scanner.canHit()) {
                scanner.scan(codes, 0, codes.length, hit -> {
                    progress.checkCancelled();
                    all.add(hit);
                });
            }
            found.add(new Found(m_searches.get(m).search().best(set, 0, m_both ? Strands.BOTH : Strands.SINGLE), scanner.best(codes), all));
        }
        return found;
    }

    private void write(final Row row, final List<Found> found) {
        final List<DataCell> cells = new ArrayList<>();
        row.row().forEach(cells::add);
        final boolean missing = row.letters() == null;
        m_missing += missing ? 1 : 0;
        boolean without = false;
        for (int m = 0; m < m_motifs.size(); m++) {
            final Optional<MatrixScanner.Hit> best = missing ? Optional.empty() : found.get(m).best();
            if (best.isEmpty()) {
                without |= !missing;
                final DataCell none = new MissingCell(missing ? "the sequence is missing"
                    : "no window of " + m_motifs.get(m).width() + " plain letters");
                cells.addAll(List.of(none, none, none, none, none));
                continue;
            }
            final MatrixScanner.Hit hit = best.get();
            cells.add(new DoubleCell(found.get(m).nearest().map(Site::activation).orElseThrow()));
            cells.add(new DoubleCell((double)hit.score() / LogOddsMatrix.PER_BIT));
            cells.add(new IntCell(hit.start() + 1));
            cells.add(new StringCell(String.valueOf(hit.strand().symbol())));
            cells.add(new StringCell(letters(row.letters(), hit, m_motifs.get(m).width())));
        }
        m_without += without ? 1 : 0;
        m_best.add(row.row().getKey(), cells);
        if (!missing) {
            sites(row, found);
        }
    }

    /** A hit of a motif. */
    private record Placed(int motif, MatrixScanner.Hit hit) {
    }

    private void sites(final Row row, final List<Found> found) {
        final List<Placed> placed = new ArrayList<>();
        for (int m = 0; m < found.size(); m++) {
            final int motif = m;
            found.get(m).all().forEach(h -> placed.add(new Placed(motif, h)));
        }
        placed.sort(Comparator.comparingInt((final Placed p) -> p.hit().start()).thenComparingInt(Placed::motif)
            .thenComparing(p -> p.hit().strand()));
        final Optional<GenomeRegion> region = GenomeRegion.parse(row.id()).filter(r -> r.fits(row.letters().length()));
        for (final Placed p : placed) {
            final int width = m_motifs.get(p.motif()).width();
            final List<DataCell> cells = new ArrayList<>();
            cells.add(new StringCell(m_motifs.get(p.motif()).name()));
            cells.add(new StringCell(row.id()));
            cells.add(new IntCell(p.hit().start() + 1));
            cells.add(new IntCell(p.hit().start() + width));
            cells.add(new StringCell(String.valueOf(p.hit().strand().symbol())));
            cells.add(new DoubleCell((double)p.hit().score() / LogOddsMatrix.PER_BIT));
            cells.add(new DoubleCell(p.hit().p()));
            cells.add(new StringCell(letters(row.letters(), p.hit(), width)));
            final Optional<GenomeRegion> site = region.map(r -> r.site(p.hit().start(), width, p.hit().strand()));
            final DataCell none = new MissingCell("the identifier names no place in a genome");
            cells.add(site.<DataCell> map(s -> new StringCell(s.chromosome())).orElse(none));
            cells.add(site.<DataCell> map(s -> new LongCell(s.start() + 1)).orElse(none));
            cells.add(site.<DataCell> map(s -> new LongCell(s.end())).orElse(none));
            cells.add(site.<DataCell> map(s -> new StringCell(String.valueOf(s.strand().symbol()))).orElse(none));
            m_sites.add(cells);
        }
    }

    /** The letters of a site as the motif reads them, in the alphabet's upper case. */
    private String letters(final String sequence, final MatrixScanner.Hit hit, final int width) {
        final StringBuilder letters = new StringBuilder(width);
        for (int c = 0; c < width; c++) {
            final boolean forward = hit.strand() == Strand.FORWARD;
            final int code = m_alphabet.code(sequence.charAt(hit.start() + (forward ? c : width - 1 - c)));
            letters.append(m_alphabet.letter(forward ? code : m_alphabet.complement(code)));
        }
        return letters.toString();
    }
}
