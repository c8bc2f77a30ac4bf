package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;

/** Stands for KNIME's file of a page. */
public interface Resource {

    String getRelativePath();

    InputStream getInputStream() throws IOException;

    boolean isStatic();
}
