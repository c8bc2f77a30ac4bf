package org.seism.knime.parameters;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/**
 * Sections of the dialogs that report tests, in this order. A type of its own, because KNIME puts sections nested in a
 * parameters class after those outside of it, whatever their order says.
 */
public interface ReportSections {

    /** What is tested; Closed-Form Selective Test only. */
    @Section(title = "Null hypothesis")
    interface Test {
    }

    /** Corrections. */
    @Section(title = "Several motifs")
    @After(Test.class)
    interface SeveralMotifs {
    }

    /** What logos show. */
    @Section(title = "Logos")
    @After(SeveralMotifs.class)
    @Advanced
    interface Logos {
    }
}
