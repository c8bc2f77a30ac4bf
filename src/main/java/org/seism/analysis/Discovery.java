package org.seism.analysis;

import java.util.List;

/**
 * Result of {@link SeismAnalysis#discover}.
 *
 * @param settings what was asked for
 * @param tested the motifs with their tests
 * @param motifs one result per motif, in order of rank
 * @param warnings what the user should know, full sentences; empty where there is nothing
 */
public record Discovery(DiscoverySettings settings, TestedMotifs tested, List<MotifResult> motifs, List<String> warnings) {

    /** Copies the lists. */
    public Discovery {
        motifs = List.copyOf(motifs);
        warnings = List.copyOf(warnings);
    }
}
