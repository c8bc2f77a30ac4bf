package org.seism.analysis;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How cost grows: one setting at a time is changed from 1000 sequences of 100 letters, width 8, 10 000 candidates, 3 motifs
 * and 100 replicates. One thread, processor time. Argument: csv file.
 */
public final class GrowthCurves {
    private static final Map<String, int[]> AXES = new LinkedHashMap<>();
    static {
        AXES.put("n", new int[]{250, 500, 1000, 2000, 4000});
        AXES.put("length", new int[]{50, 100, 200, 400, 800});
        AXES.put("width", new int[]{6, 7, 8, 9, 10});
        AXES.put("candidates", new int[]{625, 1250, 2500, 5000, 10_000, 20_000});
        AXES.put("motifs", new int[]{1, 2, 4, 8});
    }

    private GrowthCurves() {
    }

    /**
     * @param args csv file
     * @throws IOException if it can't be written
     */
    public static void main(final String[] args) throws IOException {
        final Map<String, String> base = Map.of("candidates", "10000", "replicates", "100", "threads", "0");
        StageTimes.measure(base); // warm-up
        for (final var axis : AXES.entrySet()) {
            for (final int value : axis.getValue()) {
                final Map<String, String> options = new HashMap<>(base);
                options.put(axis.getKey(), String.valueOf(value));
                options.put("label", axis.getKey());
                options.put("csv", args[0]);
                StageTimes.measure(options);
            }
        }
    }
}
