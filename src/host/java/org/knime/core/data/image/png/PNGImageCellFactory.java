package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Stands for KNIME's factory of PNG cells. */
public class PNGImageCellFactory {

    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    public PNGImageCellFactory() {
    }

    public DataType getDataType() {
        return TYPE;
    }

    public DataCell createCell(final InputStream input) throws IOException {
        return create(input);
    }

    public static DataCell create(final InputStream input) throws IOException {
        return new PNGImageContent(input).toImageCell();
    }

    public static DataCell create(final byte[] image) {
        return new PNGImageContent(image).toImageCell();
    }
}
