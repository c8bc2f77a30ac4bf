package org.seism.report;

import java.util.List;

import org.seism.analysis.MotifResult;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.format.MotifFormat;
import org.seism.motif.growth.GrownMatrix;
import org.seism.motif.growth.MatchCounts;
import org.seism.motif.growth.MatrixPlace;
import org.seism.motif.growth.MatrixSite;
import org.seism.study.Study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Matrix, its sites and the counts that a person can check, as the page shows, copies and looks for them. */
final class MatrixNode {
    private final Study m_study;

    MatrixNode(final Study study) {
        m_study = study;
    }

    void write(final ObjectNode node, final MotifResult result) {
        final GrownMatrix matrix = result.description().matrix();
        final ObjectNode m = node.putObject("matrix");
        m.put("width", matrix.width()).put("cut", matrix.cut()).put("grown", matrix.grown());
        final ArrayNode rows = m.putArray("logOdds");
        for (final double[] row : matrix.logOdds()) {
            final ArrayNode r = rows.addArray();
            for (final double v : row) {
                r.add(v);
            }
        }
        final MatrixPlace place = matrix.place();
        if (!place.equals(MatrixPlace.ANYWHERE)) {
            m.putArray("place").add(place.forwardFrom()).add(place.forwardTo()).add(place.reverseFrom()).add(place.reverseTo());
        }
        final FrequencyMatrix f = matrix.toFrequencyMatrix(result.name(), result.consensus());
        m.put("meme", MotifFormat.MEME.write(List.of(f), m_study.strands()));
        if (f.alphabet().hasComplement()) {
            m.put("jaspar", MotifFormat.JASPAR.write(List.of(f), m_study.strands()));
        }
        sites(m, matrix);
        counts(node.putObject("counts"), result.description().counts());
    }

    /** How many sequences hold a site, per class or with the mean phenotype. */
    private void sites(final ObjectNode node, final GrownMatrix matrix) {
        final boolean[] holds = new boolean[m_study.size()];
        final List<MatrixSite> sites = matrix.allSites(m_study.sequences(), m_study.strands());
        sites.forEach(s -> holds[s.sequence()] = true);
        final double[] y = m_study.phenotype().values();
        final boolean classes = m_study.phenotype().isBinary();
        double largest = Double.NEGATIVE_INFINITY;
        for (final double v : y) {
            largest = Math.max(largest, v);
        }
        final int[] with = new int[2];
        final int[] all = new int[2];
        final double[] sums = new double[2];
        for (int i = 0; i < y.length; i++) {
            final int group = classes && y[i] == largest ? 1 : 0;
            all[group]++;
            with[group] += holds[i] ? 1 : 0;
            sums[holds[i] ? 1 : 0] += y[i];
        }
        node.put("sites", sites.size());
        node.putArray("with").add(with[0]).add(with[1]);
        node.putArray("of").add(all[0]).add(all[1]);
        final int holders = with[0] + with[1];
        if (!classes) {
            MotifNode.number(node, "meanWith", sums[1] / holders);
            MotifNode.number(node, "meanWithout", sums[0] / (y.length - holders));
        }
    }

    private static void counts(final ObjectNode node, final MatchCounts counts) {
        final ArrayNode sequences = node.putArray("sequences");
        for (final int n : counts.sequences()) {
            sequences.add(n);
        }
        if (counts.positives() != null) {
            final ArrayNode positives = node.putArray("positives");
            for (final int n : counts.positives()) {
                positives.add(n);
            }
        }
        final ArrayNode means = node.putArray("means");
        for (final double mean : counts.phenotype()) {
            if (Double.isFinite(mean)) {
                means.add(mean);
            } else {
                means.addNull();
            }
        }
        node.put("few", counts.isThin());
    }
}
