package org.seism.study;

import java.util.List;

import org.seism.study.check.StudyCheck;

/**
 * A study that passed quality control, with the account of what happened on the way.
 *
 * @param study the rows that are used
 * @param quality one row per record read: kept or not, and why
 * @param notes what was decided automatically or is worth knowing, one sentence each: alphabet, positive class, unused
 *            identifiers
 * @param checks what could make p-values wrong
 */
public record PreparedStudy(Study study, QualityReport quality, List<String> notes, List<StudyCheck> checks) {

    /** Copies the lists. */
    public PreparedStudy {
        notes = List.copyOf(notes);
        checks = List.copyOf(checks);
    }
}
