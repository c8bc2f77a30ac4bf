package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Collections;
import java.util.Iterator;

import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;

/** Stands for KNIME's row iterator that may be closed early. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {

    public CloseableRowIterator() {
    }

    public static CloseableRowIterator empty() {
        return from(Collections.emptyIterator());
    }

    public static CloseableRowIterator from(final Iterator<DataRow> iterator) {
        return new CloseableRowIterator() {
            private boolean closed;

            @Override
            public boolean hasNext() {
                return !closed && iterator.hasNext();
            }

            @Override
            public DataRow next() {
                if (closed) {
                    throw new java.util.NoSuchElementException("The iterator has been closed.");
                }
                return iterator.next();
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    @Override
    public abstract void close();
}
