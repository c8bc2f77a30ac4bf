package org.seism.candidate.library;

import org.seism.motif.compare.MotifLibrary;

/**
 * That known motifs are candidates.
 *
 * @param motifs the library; all its motifs are candidates
 * @param besideWords whether words are candidates too
 */
public record LibraryCandidates(MotifLibrary motifs, boolean besideWords) {
}
