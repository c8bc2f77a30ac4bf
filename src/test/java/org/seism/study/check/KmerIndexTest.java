package org.seism.study.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KmerIndexTest {
    private static List<Integer> of(final KmerIndex index, final long kmer) {
        final List<Integer> found = new ArrayList<>();
        for (int entry = index.first(kmer); entry >= 0; entry = index.next(entry)) {
            found.add(0, index.sequence(entry));
        }
        return found;
    }

    @Test
    @DisplayName("finds what a map of lists finds, while it grows, and keeps the first few of a common k-mer")
    void asAMap() {
        final int most = 5;
        final Random random = new Random(3);
        final KmerIndex index = new KmerIndex(most);
        final Map<Long, List<Integer>> map = new HashMap<>();
        for (int k = 0; k < 20_000; k++) {
            // some common, most rare, and 0 among them
            final long kmer = random.nextInt(4) == 0 ? random.nextInt(30) : random.nextLong();
            final List<Integer> known = map.computeIfAbsent(kmer, x -> new ArrayList<>());
            if (known.size() < most) {
                known.add(k);
            }
            index.add(kmer, k);
        }
        assertTrue(map.size() > 10_000);
        map.forEach((kmer, sequences) -> assertEquals(sequences, of(index, kmer)));
        assertEquals(List.of(), of(index, 12_345_678_901L));
    }
}
