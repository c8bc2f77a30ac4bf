package org.seism.knime.node.comparer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.seism.InputException;
import org.seism.knime.engine.EngineCall;
import org.seism.knime.node.comparer.MotifComparerNodeParameters.TriedStrands;
import org.seism.knime.table.Columns;
import org.seism.knime.table.MotifMatrices;
import org.seism.knime.table.MotifMatrixReader;
import org.seism.knime.table.TableWriter;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.compare.FamilyCall;
import org.seism.motif.compare.LibraryMatch;
import org.seism.motif.compare.LibraryMotif;
import org.seism.motif.compare.MotifComparison;
import org.seism.motif.compare.MotifLibrary;
import org.seism.sequence.Alphabet;

/** Compares a table of motifs with a library. */
final class MotifComparerNode {
    private static final String MOTIFS = "The table of motifs";
    private static final String LIBRARY = "The library";

    private static final DataTableSpec MATCHES = new DataTableSpec(column(Columns.MOTIF, StringCell.TYPE),
        column(Columns.RANK, IntCell.TYPE), column(MotifMatrices.NAME, StringCell.TYPE),
        column(MotifMatrices.ALTERNATIVE, StringCell.TYPE), column(MotifMatrices.FAMILY, StringCell.TYPE),
        column(Columns.P_VALUE, DoubleCell.TYPE), column(Columns.Q_VALUE, DoubleCell.TYPE), column(Columns.STRAND, StringCell.TYPE),
        column(Columns.OFFSET, IntCell.TYPE), column(Columns.OVERLAP, IntCell.TYPE), column(MotifMatrices.CONSENSUS, StringCell.TYPE));
    private static final DataTableSpec CALLS = new DataTableSpec(column(Columns.MOTIF, StringCell.TYPE),
        column(MotifMatrices.CONSENSUS, StringCell.TYPE), column(MotifMatrices.FAMILY, StringCell.TYPE),
        column(MotifMatrices.NAME, StringCell.TYPE), column(MotifMatrices.ALTERNATIVE, StringCell.TYPE),
        column(Columns.Q_VALUE, DoubleCell.TYPE), column(Columns.RESEMBLES, StringCell.TYPE));

    private MotifComparerNode() {
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final MotifComparerNodeParameters p = in.getParameters();
        p.validate();
        MotifMatrixReader.of(in.getInTableSpec(0), MOTIFS);
        MotifMatrixReader.of(in.getInTableSpec(1), LIBRARY);
        out.setOutSpec(0, MATCHES);
        out.setOutSpec(1, CALLS);
    }

    /** A motif with all its matches, best first. */
    private record Compared(FrequencyMatrix motif, List<LibraryMatch> matches) {
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) throws CanceledExecutionException, KNIMEException {
        final MotifComparerNodeParameters p = in.getParameters();
        final BufferedDataTable motifTable = in.getInTable(0);
        final BufferedDataTable libraryTable = in.getInTable(1);
        final List<Compared> compared = EngineCall.run(in.getExecutionContext(), (progress, runner) -> {
            final List<FrequencyMatrix> motifs = MotifMatrixReader.execute(motifTable, MOTIFS).read(motifTable, progress).stream()
                .map(LibraryMotif::matrix).toList();
            final List<LibraryMotif> library = MotifMatrixReader.execute(libraryTable, LIBRARY).read(libraryTable, progress);
            final MotifLibrary known = new MotifLibrary(LIBRARY, library);
            final MotifComparison comparison = new MotifComparison(known, both(p, known));
            final AtomicInteger done = new AtomicInteger();
            return runner.runAll(motifs.stream().<Callable<Compared>> map(m -> () -> {
                final Compared result = new Compared(m, comparison.match(m, progress));
                final int count = done.incrementAndGet();
                progress.report((double)count / motifs.size(), () -> "Compared " + count + " of " + motifs.size() + " motifs with "
                    + library.size());
                return result;
            }).toList());
        });
        out.setOutData(0, matches(compared, p, in.getExecutionContext()));
        out.setOutData(1, calls(compared, in.getExecutionContext()));
        if (compared.isEmpty()) {
            out.setWarningMessage(MOTIFS + " has no row: there is nothing to compare.");
        }
    }

    private static boolean both(final MotifComparerNodeParameters p, final MotifLibrary library) {
        final Alphabet alphabet = library.motifs().get(0).matrix().alphabet();
        if (p.m_strands == TriedStrands.BOTH && !alphabet.hasComplement()) {
            throw new InputException("The motifs are over protein, which has no second strand.", "Try one strand.");
        }
        return p.m_strands == TriedStrands.BOTH || p.m_strands == TriedStrands.AUTO && alphabet == Alphabet.DNA;
    }

    private static DataCell text(final String text) {
        return text.isEmpty() ? new MissingCell("not known") : new StringCell(text);
    }

    private static BufferedDataTable matches(final List<Compared> compared, final MotifComparerNodeParameters p,
        final ExecutionContext context) {
        final TableWriter table = new TableWriter(context, MATCHES);
        for (final Compared c : compared) {
            int rank = 0;
            for (final LibraryMatch match : c.matches().stream().limit(p.m_best).filter(m -> m.q() <= p.m_maxQ).toList()) {
                rank++;
                final LibraryMotif target = match.target();
                table.add(List.of(new StringCell(c.motif().name()), new IntCell(rank), new StringCell(target.matrix().name()),
                    text(target.matrix().description()), text(target.family()), new DoubleCell(match.p()), new DoubleCell(match.q()),
                    new StringCell(String.valueOf(match.strand().symbol())), new IntCell(match.offset()), new IntCell(match.overlap()),
                    new StringCell(target.matrix().consensus())));
            }
        }
        return table.close();
    }

    private static BufferedDataTable calls(final List<Compared> compared, final ExecutionContext context) {
        final TableWriter table = new TableWriter(context, CALLS);
        for (final Compared c : compared) {
            final Optional<FamilyCall> call = FamilyCall.of(c.matches());
            final List<DataCell> cells = new ArrayList<>(List.of(new StringCell(c.motif().name()), new StringCell(c.motif().consensus())));
            if (call.isPresent()) {
                final LibraryMatch first = call.get().matches().get(0);
                cells.addAll(List.of(new StringCell(call.get().family()), new StringCell(first.target().matrix().name()),
                    text(first.target().matrix().description()), new DoubleCell(first.q()), new StringCell(call.get().text())));
            } else {
                final DataCell none = new MissingCell("resembles nothing in the library");
                cells.addAll(List.of(none, none, none, none, none));
            }
            table.add(cells);
        }
        return table.close();
    }
}
