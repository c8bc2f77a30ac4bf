package org.knime.core.webui.data;

import java.io.IOException;

/** Stands for KNIME's service of a page's first data, of which the slice needs the serializer. */
public final class InitialDataService<D> {

    private InitialDataService() {
    }

    /** Stands for KNIME's serializer of a page's first data. */
    @FunctionalInterface
    public interface Serializer<D> {
        String serialize(D data) throws IOException;
    }
}
