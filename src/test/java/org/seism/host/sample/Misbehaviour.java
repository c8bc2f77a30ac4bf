package org.seism.host.sample;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEConstants;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** The cases of {@link MisbehaviourFactory}. */
final class Misbehaviour {

    /** What to do. */
    enum Case {
            NONE, CONFIGURE_SETTINGS, CONFIGURE_MESSAGE, CONFIGURE_RUNTIME, CONFIGURE_NULL, CONFIGURE_WARNING,
            CONFIGURE_WARNING_ONLY, KNIME_EXCEPTION, MESSAGE, ROW_ISSUE, RUNTIME, NO_TEXT, ERROR, CANCELLED, WARNING,
            EMPTY, EMPTY_WARNING, WRONG_NAME, STRING_FOR_DOUBLE, INT_FOR_DOUBLE, NOTHING, NOT_CLOSED, DUPLICATE, SHORT_ROW,
            WRONG_CELL, NULL_CELL, AFTER_CLOSE, POLL, SLEEP, DEAF, TASKS, TWO_WRITERS
    }

    /** The case, and a column chosen from the input. */
    static final class Parameters implements NodeParameters {

        Case m_case = Case.NONE;

        String m_column = "";

        Parameters() {
        }

        Parameters(final NodeParametersInput input) {
            m_column = ColumnSelectionUtil.getStringColumnsOfFirstPort(input).stream().findFirst()
                .map(c -> c.getName()).orElse("none");
        }
    }

    static final DataTableSpec SPEC =
        new DataTableSpec(new String[]{"Text", "Number"}, new DataType[]{StringCell.TYPE, DoubleCell.TYPE});

    private Misbehaviour() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final Parameters parameters = in.getParameters();
        switch (parameters.m_case) {
            case CONFIGURE_SETTINGS -> throw new InvalidSettingsException("T");
            case CONFIGURE_MESSAGE -> throw Message.fromSummaryWithResolution("S", "R").toInvalidSettingsException();
            case CONFIGURE_RUNTIME -> throw new IllegalStateException("T");
            case CONFIGURE_NULL -> throw new NullPointerException();
            case CONFIGURE_WARNING, CONFIGURE_WARNING_ONLY -> out.setWarningMessage("W");
            default -> {
            }
        }
        out.setOutSpec(0, SPEC);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ExecutionContext context = in.getExecutionContext();
        final Parameters parameters = in.getParameters();
        switch (parameters.m_case) {
            case KNIME_EXCEPTION -> throw new KNIMEException("T", new IllegalStateException("cause"));
            case MESSAGE -> throw KNIMEException.of(Message.fromSummaryWithResolution("S", "R1", "R2"));
            case ROW_ISSUE -> throw Message.fromRowIssue("S", 0, 1L, 0, "D").toKNIMEException();
            case RUNTIME -> throw new IllegalArgumentException("T");
            case NO_TEXT -> throw new NullPointerException();
            case ERROR -> throw new OutOfMemoryError("T");
            case CANCELLED -> throw new CanceledExecutionException("T");
            case POLL -> poll(context);
            case SLEEP -> sleep();
            case DEAF -> deaf();
            case TASKS -> tasks(context);
            case NOTHING -> {
                return;
            }
            default -> {
            }
        }
        final String warning = parameters.m_case == Case.WARNING || parameters.m_case == Case.EMPTY_WARNING ? "W" : null;
        out.setWarningMessage(warning);
        out.setOutData(0, Tables.make(parameters.m_case, context));
    }

    private static void poll(final ExecutionContext context) throws CanceledExecutionException {
        while (true) {
            context.checkCanceled();
            Thread.onSpinWait();
        }
    }

    private static void sleep() throws CanceledExecutionException {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            throw new CanceledExecutionException("woken");
        }
    }

    private static void deaf() {
        final long end = System.nanoTime() + 400_000_000L;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void tasks(final ExecutionContext context) throws CanceledExecutionException {
        final Future<Object> future = KNIMEConstants.GLOBAL_THREAD_POOL.enqueue(() -> {
            poll(context);
            return null;
        });
        try {
            future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new CanceledExecutionException();
        } finally {
            future.cancel(true);
        }
    }

    /** Tables with faults. */
    private static final class Tables {

        static org.knime.core.node.BufferedDataTable make(final Case fault, final ExecutionContext context) {
            final DataTableSpec spec = switch (fault) {
                case WRONG_NAME -> new DataTableSpec(new String[]{"Text", "Other"},
                    new DataType[]{StringCell.TYPE, DoubleCell.TYPE});
                case STRING_FOR_DOUBLE -> new DataTableSpec(new String[]{"Text", "Number"},
                    new DataType[]{StringCell.TYPE, StringCell.TYPE});
                case INT_FOR_DOUBLE -> new DataTableSpec(new String[]{"Text", "Number"},
                    new DataType[]{StringCell.TYPE, IntCell.TYPE});
                default -> SPEC;
            };
            final BufferedDataContainer c = context.createDataContainer(spec);
            final StringCell text = new StringCell("t");
            switch (fault) {
                case EMPTY, EMPTY_WARNING -> {
                }
                case STRING_FOR_DOUBLE -> c.addRowToTable(new DefaultRow("k", text, text));
                case INT_FOR_DOUBLE -> c.addRowToTable(new DefaultRow("k", text, new IntCell(1)));
                case SHORT_ROW -> c.addRowToTable(new DefaultRow("k", text));
                case WRONG_CELL -> c.addRowToTable(new DefaultRow("k", new DoubleCell(1), new DoubleCell(1)));
                case NULL_CELL -> c.addRowToTable(new DefaultRow("k", text, null));
                default -> c.addRowToTable(new DefaultRow("k", text, new DoubleCell(1)));
            }
            if (fault == Case.DUPLICATE) {
                try {
                    c.addRowToTable(new DefaultRow("k", text, new DoubleCell(2)));
                } catch (RuntimeException e) {
                    throw new IllegalStateException("KNIME does not throw here", e);
                }
            }
            if (fault == Case.TWO_WRITERS) {
                try {
                    KNIMEConstants.GLOBAL_THREAD_POOL
                        .enqueue(() -> c.addRowToTable(new DefaultRow("l", text, new DoubleCell(2)))).get();
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e.getCause().getMessage(), e);
                }
            }
            if (fault != Case.NOT_CLOSED) {
                c.close();
            }
            if (fault == Case.AFTER_CLOSE) {
                c.addRowToTable(new DefaultRow("l", text, new DoubleCell(2)));
            }
            return c.getTable();
        }
    }
}
