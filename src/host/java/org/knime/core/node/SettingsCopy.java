package org.knime.core.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.knime.core.node.config.Config;

/** Copies settings trees by way of their XML form, which therefore is exercised by every copy. */
final class SettingsCopy {

    private SettingsCopy() {
    }

    static void copy(final Config from, final Config to) {
        try {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            from.saveToXML(bytes);
            to.load(new ByteArrayInputStream(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
