package org.seism.analysis;

import java.util.List;
import java.util.Optional;

/**
 * Result of {@link SeismAnalysis#discover}.
 *
 * @param settings what was asked for
 * @param tested the motifs with their tests
 * @param motifs one result per motif, in order of rank
 * @param refit all motifs fitted together; empty where it was not asked for or not possible, which a warning then says
 * @param warnings what the user should know, full sentences; empty where there is nothing
 */
public record Discovery(DiscoverySettings settings, TestedMotifs tested, List<MotifResult> motifs, Optional<MotifRefit> refit,
    List<String> warnings) {

    /** Copies the lists. */
    public Discovery {
        motifs = List.copyOf(motifs);
        warnings = List.copyOf(warnings);
    }
}
