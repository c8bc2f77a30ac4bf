package org.seism.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.seism.study.check.StudyCheck;

import com.fasterxml.jackson.databind.node.ArrayNode;

/**
 * Warnings and findings, each with the entry of the page's explanations that it leads to. A warning is known by how it begins; one that
 * is not known is shown without a link.
 */
final class RemarkNode {
    /** Beginnings of sentences and the explanation they lead to. */
    private static final Map<String, String> TOPICS = Map.ofEntries(
        Map.entry("The grid is full", "full"),
        Map.entry("Only ", "fewer"),
        Map.entry("The exact p-values of trained motifs", "trained"),
        Map.entry("The permutation p-values are approximate", "approximate"),
        Map.entry("The replicates of motif", "alike"),
        Map.entry("The number of replicates was adapted", "adaptive"),
        Map.entry("No data-split p-values", "nosplit"),
        Map.entry("No joint fit", "norefit"),
        Map.entry("The motifs before motif", topic(StudyCheck.Kind.STRATA)));

    private RemarkNode() {
    }

    /** What only says how many are kept stands in the headline. */
    static boolean isVerdict(final String sentence) {
        return sentence.startsWith("No motif is kept at level") || sentence.matches("(?s)\\d+ of \\d+ motifs are kept at level .*");
    }

    static void write(final ArrayNode array, final List<String> sentences) {
        for (final String sentence : sentences) {
            if (!isVerdict(sentence)) {
                final var node = array.addObject().put("text", sentence);
                topic(sentence).ifPresent(t -> node.put("topic", t));
            }
        }
    }

    static void checks(final ArrayNode array, final List<StudyCheck> checks) {
        for (final StudyCheck check : checks) {
            array.addObject().put("finding", check.finding()).put("remedy", check.remedy()).put("topic", topic(check.kind()));
        }
    }

    /** @return the explanation that a warning leads to */
    static Optional<String> topic(final String sentence) {
        // the longest beginning wins
        return TOPICS.entrySet().stream().filter(e -> sentence.startsWith(e.getKey()))
            .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length())).map(Map.Entry::getValue)
            .or(() -> sentence.contains("skewness") || sentence.contains("kurtosis") || sentence.contains("gaussian null")
                ? Optional.of(topic(StudyCheck.Kind.NOISE)) : Optional.empty());
    }

    static String topic(final StudyCheck.Kind kind) {
        return switch (kind) {
            case COPIES -> "copies";
            case CONFOUNDER -> "confounder";
            case NOISE -> "noise";
            case STRATA -> "strata";
            case LETTERS -> "letters";
        };
    }
}
