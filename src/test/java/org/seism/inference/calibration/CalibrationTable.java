package org.seism.inference.calibration;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

import org.apache.commons.math3.distribution.BinomialDistribution;

/** Shares of p-values up to each level, row by row, held against binomial bounds. */
final class CalibrationTable {
    private static final int MIN_SETS = 300;
    private static final double[] LEVELS = {0.01, 0.05, 0.1, 0.5};
    private static final double TAIL = 0.0005;

    /** What is asked of a row. */
    enum Rule {
        /** Both bounds. */
        UNIFORM,
        /** The upper bound: ties count as exceeding. */
        CONSERVATIVE,
        /** The upper bound of a level that is {@link #MISS} larger: something of the covariates is estimated, or noise not normal. */
        NEAR,
        /** Clearly above the levels 0.05 and 0.1. */
        FAILS;

        static final double MISS = 0.02;
    }

    private final Object m_design;
    private final Map<String, List<Double>> m_p = new LinkedHashMap<>();

    CalibrationTable(final Object design) {
        m_design = design;
    }

    void add(final Map<String, Double> row) {
        row.forEach((name, p) -> m_p.computeIfAbsent(name, x -> new ArrayList<>()).add(p));
    }

    /** Leaves rows out. */
    void drop(final Predicate<String> names) {
        m_p.keySet().removeIf(names);
    }

    void check(final Function<String, Rule> rules) {
        final StringBuilder text = new StringBuilder(String.format("%n%s%n%-46s %5s", m_design, "share of p up to", "sets"));
        for (final double level : LEVELS) {
            text.append(String.format(Locale.ROOT, " %7.2f", level));
        }
        final List<String> wrong = new ArrayList<>();
        m_p.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            final List<Double> p = entry.getValue();
            text.append(String.format("%n%-46s %5d", entry.getKey(), p.size()));
            assertTrue(p.size() >= MIN_SETS, () -> m_design + ", " + entry.getKey() + ": only " + p.size() + " data sets");
            for (final double level : LEVELS) {
                // p of 100 places is a multiple of 0.01 only up to rounding
                final int hits = (int)p.stream().filter(x -> x <= level + 1e-12).count();
                final boolean ok = ok(rules.apply(entry.getKey()), hits, p.size(), level);
                text.append(String.format(Locale.ROOT, " %6.3f%s", (double)hits / p.size(), ok ? " " : "!"));
                if (!ok) {
                    wrong.add(entry.getKey() + " at " + level);
                }
            }
        });
        System.out.println(text);
        assertTrue(wrong.isEmpty(), () -> m_design + ": " + wrong + text);
    }

    private static boolean ok(final Rule rule, final int hits, final int sets, final double level) {
        final BinomialDistribution binomial = new BinomialDistribution(null, sets, level);
        final boolean notTooMany = 1 - binomial.cumulativeProbability(hits - 1) >= TAIL;
        final boolean notTooFew = binomial.cumulativeProbability(hits) >= TAIL;
        return switch (rule) {
            case UNIFORM -> notTooMany && notTooFew;
            case CONSERVATIVE -> notTooMany;
            case NEAR -> 1 - new BinomialDistribution(null, sets, level + Rule.MISS).cumulativeProbability(hits - 1) >= TAIL;
            case FAILS -> level < 0.05 || level > 0.1 || !notTooMany && hits >= 2 * level * sets;
        };
    }
}
