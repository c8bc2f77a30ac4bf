package org.seism.knime.table;

import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.seism.Progress;
import org.seism.motif.compare.MotifLibrary;

/** The table of known motifs at the optional input of nodes that select or test motifs. */
public final class LibraryInput {
    /** What it is called in messages and results: a table has no name that says more. */
    private static final String NAME = "The library";

    private LibraryInput() {
    }

    /**
     * @param spec of the input, null where nothing is connected
     * @return whether a library is connected
     * @throws InvalidSettingsException if what is connected is no table of motifs
     */
    public static boolean isConnected(final DataTableSpec spec) throws InvalidSettingsException {
        if (spec == null) {
            return false;
        }
        MotifMatrixReader.of(spec, NAME);
        return true;
    }

    /**
     * @param table the input, null where nothing is connected
     * @param progress cancellation
     * @return the library
     * @throws KNIMEException if it is no table of motifs
     * @throws org.seism.InputException if a row holds no motif, or there is none
     */
    public static Optional<MotifLibrary> read(final BufferedDataTable table, final Progress progress) throws KNIMEException {
        return table == null ? Optional.empty()
            : Optional.of(new MotifLibrary(NAME, MotifMatrixReader.execute(table, NAME).read(table, progress)));
    }
}
