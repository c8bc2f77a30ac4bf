package org.seism.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.seism.motif.Strand;
import org.seism.motif.scan.GenomeRegion;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.study.Study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The study's part of the report's JSON document. */
final class StudyNode {
    /** Letters of all sequences together that a page takes along: for flanks, all sites and their map. */
    static final long MOST_LETTERS = 4_000_000;

    private StudyNode() {
    }

    /** @return whether the page holds the letters of the sequences */
    static boolean holdsLetters(final Study study) {
        long letters = 0;
        for (final int length : study.sequences().lengths()) {
            letters += length;
        }
        return letters <= MOST_LETTERS;
    }

    static void write(final ObjectNode node, final Study study) {
        final SequenceSet sequences = study.sequences();
        node.put("sequences", study.size()).put("alphabet", sequences.alphabet().label());
        node.put("bothStrands", study.strands() == Strands.BOTH);
        node.put("phenotype", study.phenotype().name()).put("positiveClass", study.phenotype().positiveClass());
        node.put("binary", study.phenotype().isBinary());
        study.covariates().names().forEach(node.putArray("covariates")::add);
        sequences.ids().forEach(node.putArray("ids")::add);
        node.set("y", PackedNumbers.doubles(study.phenotype().values()));
        node.set("lengths", PackedNumbers.integers(sequences.lengths()));
        final StringBuilder letters = new StringBuilder();
        for (int a = 0; a < sequences.alphabet().size(); a++) {
            letters.append(sequences.alphabet().letter(a));
        }
        node.put("letters", letters.toString());
        if (holdsLetters(study)) {
            final StringBuilder text = new StringBuilder();
            for (int i = 0; i < study.size(); i++) {
                text.append(sequences.text(i));
            }
            node.put("text", text.toString());
        }
        regions(sequences).ifPresent(r -> node.set("regions", r));
    }

    /**
     * Where the sequences lie in a genome, if all identifiers say so and agree with the lengths: counted from 0 as BEDTools writes them,
     * or from 1 as samtools faidx does.
     */
    static Optional<ObjectNode> regions(final SequenceSet sequences) {
        final Map<String, Integer> names = new LinkedHashMap<>();
        final int n = sequences.size();
        final int[] chromosomes = new int[n];
        final double[] starts = new double[n];
        final int[] reverse = new int[n];
        for (int i = 0; i < n; i++) {
            final Optional<GenomeRegion> found = GenomeRegion.of(sequences.id(i), sequences.length(i));
            if (found.isEmpty()) {
                return Optional.empty();
            }
            final GenomeRegion region = found.get();
            chromosomes[i] = names.computeIfAbsent(region.chromosome(), c -> names.size());
            starts[i] = region.start();
            reverse[i] = region.strand() == Strand.REVERSE ? 1 : 0;
        }
        final ObjectNode node = JsonNodeFactory.instance.objectNode();
        final ArrayNode array = node.putArray("names");
        final List<String> ordered = new ArrayList<>(names.keySet());
        ordered.forEach(array::add);
        node.set("chromosome", PackedNumbers.integers(chromosomes));
        node.set("start", PackedNumbers.doubles(starts));
        node.set("reverse", PackedNumbers.integers(reverse));
        return Optional.of(node);
    }
}
