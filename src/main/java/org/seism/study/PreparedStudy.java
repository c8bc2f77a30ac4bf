package org.seism.study;

import java.util.List;

/**
 * A study that passed quality control, with the account of what happened on the way.
 *
 * @param study the rows that are used
 * @param quality one row per record read: kept or not, and why
 * @param notes what was decided automatically or is worth knowing, one sentence each: alphabet, positive class, unused
 *            identifiers
 */
public record PreparedStudy(Study study, QualityReport quality, List<String> notes) {

    /** Copies the notes. */
    public PreparedStudy {
        notes = List.copyOf(notes);
    }
}
