package org.seism.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.seism.InputException;
import org.seism.analysis.field.MotifField;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the grown matrices of a folder of results, each with its scores and the cut from which on a window is a site. */
public final class GrownMatrices {
    private GrownMatrices() {
    }

    /**
     * A grown matrix.
     *
     * @param name of the motif
     * @param consensus of the matrix
     * @param bits {@code [column][letter]}: log-odds scores in bits
     * @param cut score of a site in bits
     */
    public record Grown(String name, String consensus, double[][] bits, double cut) {
    }

    /**
     * @param folder that discover wrote
     * @param letters number of letters of the sequences' alphabet
     * @return its matrices
     * @throws InputException if there is no result in the folder, an older version wrote it, or the motifs are of other sequences
     */
    public static List<Grown> read(final Path folder, final int letters) {
        final Path file = folder.resolve(ResultFiles.JSON);
        final String remedy = "Name a folder that discover wrote; run it again if an older version did.";
        if (!Files.isRegularFile(file)) {
            throw new InputException("The folder " + folder + " holds no " + ResultFiles.JSON + ".", remedy);
        }
        final List<Grown> matrices = new ArrayList<>();
        try {
            for (final JsonNode motif : new ObjectMapper().readTree(file.toFile()).path("motifs")) {
                final JsonNode odds = motif.path(MotifField.LOG_ODDS.key());
                final JsonNode cut = motif.path(MotifField.CUT.key());
                if (!odds.isArray() || !cut.isNumber()) {
                    throw new InputException(file + " holds no cuts.", remedy);
                }
                final double[][] bits = new double[odds.size()][odds.path(0).size()];
                for (int c = 0; c < bits.length; c++) {
                    for (int a = 0; a < bits[c].length; a++) {
                        bits[c][a] = odds.get(c).path(a).asDouble();
                    }
                }
                if (bits.length == 0 || bits[0].length != letters) {
                    throw new InputException("The motifs of " + folder + " are over " + (bits.length == 0 ? 0 : bits[0].length)
                        + " letters, the sequences over " + letters + ".", "Scan sequences of the same kind.");
                }
                matrices.add(new Grown(motif.path(MotifField.NAME.key()).asText(), motif.path(MotifField.MATRIX.key()).asText(), bits,
                    cut.asDouble()));
            }
        } catch (IOException e) {
            throw new InputException(file + " can't be read: it is no JSON.", remedy, e);
        }
        if (matrices.isEmpty()) {
            throw new InputException(file + " holds no motifs.", remedy);
        }
        return matrices;
    }
}
