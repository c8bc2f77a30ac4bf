package org.seism.study.check;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.sequence.Alphabet;
import org.seism.sequence.SequenceSet;

class StudyChecksTest {

    private static String random(final int length, final SplittableRandom random) {
        final StringBuilder s = new StringBuilder();
        for (int k = 0; k < length; k++) {
            s.append("ACGT".charAt(random.nextInt(4)));
        }
        return s.toString();
    }

    private static String mutated(final String s, final int changes, final SplittableRandom random) {
        final StringBuilder m = new StringBuilder(s);
        for (int c = 0; c < changes; c++) {
            // spread, so that every change is one of its own
            final int at = (c * s.length() / changes + random.nextInt(s.length() / changes)) % s.length();
            m.setCharAt(at, "CGTA".charAt("ACGT".indexOf(s.charAt(at))));
        }
        return m.toString();
    }

    private static String turned(final String s) {
        final StringBuilder t = new StringBuilder();
        for (int k = s.length() - 1; k >= 0; k--) {
            t.append("TGCA".charAt("ACGT".indexOf(s.charAt(k))));
        }
        return t.toString();
    }

    @Test
    @DisplayName("copies, reverse complements and near-copies are found, strangers are not")
    void copies() {
        final SplittableRandom random = new SplittableRandom(8);
        final List<String> sequences = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sequences.add(random(100, random));
        }
        sequences.add(sequences.get(3).toLowerCase(java.util.Locale.ROOT));
        sequences.add(turned(sequences.get(5)));
        sequences.add(mutated(sequences.get(7), 5, random));
        sequences.add(turned(mutated(sequences.get(9), 5, random)));
        sequences.add(mutated(sequences.get(11), 30, random));
        // the next window of one stretch shares letters, but is no copy
        sequences.add(sequences.get(13).substring(40) + random(40, random));
        final CopyFamilies both = CopyFamilies.of(sequences, Alphabet.DNA, true, Progress.NONE);
        assertEquals(4, both.copies());
        assertEquals(4, both.families());
        assertEquals(3, both.first(200));
        assertEquals(CopyFamilies.Relation.IDENTICAL, both.relation(200));
        assertEquals(5, both.first(201));
        assertEquals(CopyFamilies.Relation.REVERSE_COMPLEMENT, both.relation(201));
        assertEquals(7, both.first(202));
        assertEquals(CopyFamilies.Relation.NEAR, both.relation(202));
        assertEquals(9, both.first(203));
        assertEquals(CopyFamilies.Relation.NONE, both.relation(204), "70% identical is no copy");
        final CopyFamilies single = CopyFamilies.of(sequences, Alphabet.DNA, false, Progress.NONE);
        assertEquals(2, single.copies(), "with one strand a reverse complement is another sequence");
        assertTrue(both.check().finding().startsWith("Only 202 of 206 sequences are different"), both.check().finding());
        assertTrue(both.check().remedy().contains("--copies first"));
    }

    @Test
    @DisplayName("length and GC content are named where the phenotype goes with them, with the remedy, and not where they are adjusted for")
    void confounders() {
        final SplittableRandom random = new SplittableRandom(3);
        final List<String> ids = new ArrayList<>();
        final List<String> sequences = new ArrayList<>();
        final double[] noise = new double[150];
        final double[] byLength = new double[150];
        final double[] byGc = new double[150];
        for (int i = 0; i < 150; i++) {
            ids.add("s" + i);
            sequences.add(random(random.nextInt(30, 120), random));
            noise[i] = random.nextDouble();
            byLength[i] = sequences.get(i).length() + 20 * random.nextDouble();
            final long gc = sequences.get(i).chars().filter(c -> c == 'G' || c == 'C').count();
            byGc[i] = (double)gc / sequences.get(i).length() + 0.05 * random.nextDouble();
        }
        final SequenceSet set = SequenceSet.of(Alphabet.DNA, ids, sequences);
        assertEquals(List.of(), Confounders.of(set, noise, Set.of()));
        final List<StudyCheck> length = Confounders.of(set, byLength, Set.of());
        assertEquals(1, length.size());
        assertTrue(length.get(0).text().contains("sequence length") && length.get(0).text().contains("--adjust length"));
        assertEquals(List.of(), Confounders.of(set, byLength, Set.of(Adjustment.LENGTH)));
        assertTrue(Confounders.of(set, byGc, Set.of()).get(0).text().contains("--adjust gc"));
    }

    @Test
    @DisplayName("p-values of rank correlations are those of Student's t")
    void pValue() {
        // with two degrees of freedom p = 1 - |r|
        assertEquals(0.3, Confounders.pValue(-0.7, 4), 1e-12);
        assertEquals(1, Confounders.pValue(0, 20));
        assertEquals(0.2, Confounders.correlation(new double[]{1, 2, 3, 4}, new double[]{2, 4, 1, 3}) + 0.2, 1e-12);
        assertEquals(0, Confounders.correlation(new double[]{1, 1, 1}, new double[]{2, 4, 1}));
    }

    @Test
    @DisplayName("GC content counts letters of the alphabet only")
    void adjustments() {
        final SequenceSet set = SequenceSet.of(Alphabet.RNA, List.of("a", "b", "c"), List.of("GGCA", "NNGU", "NN"));
        assertArrayEquals(new double[]{0.75, 0.5, 0.5}, Adjustment.GC.values(set));
        assertArrayEquals(new double[]{4, 4, 2}, Adjustment.LENGTH.values(set));
        assertEquals(Set.of(Adjustment.LENGTH, Adjustment.GC), Adjustment.parse(" GC, length"));
        assertEquals(Set.of(), Adjustment.parse(""));
        assertThrows(InputException.class, () -> Adjustment.parse("lenght"));
    }

    @Test
    @DisplayName("skewed, heavy-tailed and two-class noise is not normal; moments are those of the definition")
    void noise() {
        final NoiseShape shape = NoiseShape.of(new double[]{0, 0, 0, 10}, false);
        assertEquals(1.1547005, shape.skewness(), 1e-6);
        assertEquals(-2 / 3.0, shape.kurtosis(), 1e-9);
        assertFalse(shape.isNormal());
        assertTrue(shape.check().orElseThrow().text().contains("--transform rank"));
        final SplittableRandom random = new SplittableRandom(1);
        final double[] normal = new double[400];
        final double[] exponential = new double[400];
        for (int i = 0; i < 400; i++) {
            for (int k = 0; k < 12; k++) {
                normal[i] += random.nextDouble();
            }
            exponential[i] = -Math.log(random.nextDouble());
        }
        assertTrue(NoiseShape.of(normal, false).isNormal());
        assertFalse(NoiseShape.of(normal, true).isNormal());
        assertFalse(NoiseShape.of(exponential, false).isNormal());
        assertTrue(NoiseShape.of(new double[]{1, 1, 1}, false).isNormal(), "nothing to say about a constant");
    }
}
