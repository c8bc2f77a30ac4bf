package org.knime.core.data.image;

import org.knime.core.data.DataValue;

/** Stands for KNIME's view of a cell as an image. */
public interface ImageValue extends DataValue {

    ImageContent getImageContent();

    String getImageExtension();
}
