package org.knime.core.node.streamable;

import org.knime.core.data.DataRow;
import org.knime.core.node.ExecutionContext;

/** Stands for KNIME's row function; the slice computes rearranged tables with it. */
public abstract class StreamableFunction {

    protected StreamableFunction() {
    }

    public void init(final ExecutionContext ctx) throws Exception {
    }

    public DataRow compute(final DataRow input) throws Exception {
        throw new UnsupportedOperationException("Neither of the compute methods is implemented.");
    }

    public DataRow compute(final DataRow input, final long rowIndex) throws Exception {
        return compute(input);
    }

    public void finish() {
    }
}
