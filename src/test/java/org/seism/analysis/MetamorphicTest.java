package org.seism.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.candidate.GridSettings;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.PhenotypeTransform;
import org.seism.sequence.Inputs;
import org.seism.sequence.Strands;
import org.seism.study.StudySettings;
import org.seism.study.input.StudyInput;
import org.seism.study.input.StudyReader;
import org.seism.table.NamedInput;

/**
 * What must not change a result: the order of the rows, the unit and sign of the phenotype, the strand on which a sequence was
 * read, RNA for DNA, case, compression, the file's format, threads. Over 200 random studies, without a difference.
 */
@Tag("slow")
class MetamorphicTest {
    private static final int STUDIES = 200;
    private static final double TOLERANCE = 1e-8;

    /** A random study as text. */
    private record Data(List<String> sequences, double[] y) {

        NamedInput table() {
            return Inputs.text("s.tsv", text());
        }

        String text() {
            final StringBuilder s = new StringBuilder("id\tsequence\ty\n");
            for (int i = 0; i < y.length; i++) {
                s.append("s" + i).append('\t').append(sequences.get(i)).append('\t').append(y[i]).append('\n');
            }
            return s.toString();
        }

        NamedInput fasta() {
            final StringBuilder s = new StringBuilder();
            for (int i = 0; i < y.length; i++) {
                final String letters = sequences.get(i);
                s.append(">s" + i).append(" y=").append(y[i]).append('\n').append(letters, 0, 7).append('\n').append(letters.substring(7)).append('\n');
            }
            return Inputs.text("s.fa", s.toString());
        }

        Data with(final java.util.function.UnaryOperator<String> letters) {
            return new Data(sequences.stream().map(letters).toList(), y);
        }

        Data times(final double factor) {
            return new Data(sequences, Arrays.stream(y).map(v -> factor * v).toArray());
        }

        Data shuffled(final Random random) {
            final List<Integer> order = new ArrayList<>(IntStream.range(0, y.length).boxed().toList());
            Collections.shuffle(order, random);
            return new Data(order.stream().map(sequences::get).toList(), order.stream().mapToDouble(i -> y[i]).toArray());
        }

        static Data random(final Random random) {
            final int n = 20 + random.nextInt(20);
            final List<String> sequences = new ArrayList<>();
            final double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                final StringBuilder s = new StringBuilder();
                final int length = 12 + random.nextInt(12);
                for (int k = 0; k < length; k++) {
                    s.append("ACGT".charAt(random.nextInt(4)));
                }
                sequences.add(s.toString());
                y[i] = random.nextGaussian() + (s.indexOf("ACG") >= 0 ? 1 : 0);
            }
            return new Data(sequences, y);
        }
    }

    /** What a run says of its motifs. */
    private record Outcome(List<String> words, double[] statistics, double[] exact, double[] sampled) {
    }

    private static Outcome run(final NamedInput input, final Strands strands, final boolean sampled, final int threads) {
        StudyInput from = StudyInput.of(input);
        if (input.name().endsWith(".fa")) {
            from = from.withHeaderPattern("y=(\\S+)");
        }
        final var study = StudyReader.read(from, StudySettings.DEFAULTS.withMinWidth(4).withStrands(strands), Progress.NONE).study();
        final SelectionSettings settings =
            SelectionSettings.DEFAULT.withGrid(GridSettings.DEFAULT.withWidths(3, 4)).withMotifs(2);
        try (TaskRunner.Pool pool = TaskRunner.withThreads(threads)) {
            final MotifSelection selection = SeismAnalysis.select(study, settings, pool, Progress.NONE);
            final TestedMotifs tested = sampled
                ? SeismAnalysis.sample(selection, SamplingSettings.DEFAULT.withReplicates(39), NullChoice.GAUSSIAN,
                    PhenotypeTransform.NONE, Extras.NONE, pool, Progress.NONE)
                : SeismAnalysis.exact(selection, Hypothesis.SEQUENTIAL, pool, Progress.NONE);
            return new Outcome(selection.motifs().stream().map(m -> m.motif().name().replace('U', 'T')).toList(),
                tested.tests().stream().mapToDouble(SelectiveTest::statistic).toArray(),
                tested.tests().stream().mapToDouble(t -> t.closedForm().orElseThrow().log()).toArray(),
                sampled ? tested.tests().stream().mapToDouble(t -> t.sample().orElseThrow().p()).toArray() : new double[0]);
        }
    }

    private static String complement(final String sequence) {
        final StringBuilder s = new StringBuilder();
        for (final char c : new StringBuilder(sequence).reverse().toString().toCharArray()) {
            s.append("TGCA".charAt("ACGT".indexOf(c)));
        }
        return s.toString();
    }

    private static boolean same(final Outcome a, final Outcome b, final double sign, final boolean bits) {
        if (!a.words().equals(b.words()) || bits && !Arrays.equals(a.sampled(), b.sampled())) {
            return false;
        }
        for (int k = 0; k < a.statistics().length; k++) {
            final double tolerance = bits ? 0 : TOLERANCE;
            if (!(Math.abs(a.statistics()[k] - sign * b.statistics()[k]) <= tolerance)
                || !(Math.abs(a.exact()[k] - b.exact()[k]) <= tolerance * (1 + Math.abs(a.exact()[k])) * 10)) {
                return false;
            }
        }
        return true;
    }

    @Test
    @DisplayName("nine changes of 200 studies that change nothing")
    void nothingChanges() {
        final Map<String, Integer> differences = new TreeMap<>();
        int compared = 0;
        for (int seed = 0; seed < STUDIES; seed++) {
            final Random random = new Random(seed);
            final Data data = Data.random(random);
            final Outcome single = run(data.table(), Strands.SINGLE, true, 1);
            final Outcome both = run(data.table(), Strands.BOTH, false, 1);
            final String seen = " (seed " + seed + ")";
            final Map<String, Boolean> kept = new TreeMap<>();
            kept.put("threads", same(single, run(data.table(), Strands.SINGLE, true, 2), 1, true));
            kept.put("case", same(single, run(data.with(String::toLowerCase).table(), Strands.SINGLE, true, 1), 1, true));
            kept.put("RNA", same(single, run(data.with(s -> s.replace('T', 'U')).table(), Strands.SINGLE, true, 1), 1, true));
            kept.put("gzip", same(single, run(Inputs.bytes("s.tsv", Inputs.gzip(data.text())), Strands.SINGLE, true, 1), 1, true));
            kept.put("UTF-16", same(single, run(Inputs.bytes("s.tsv", data.text().getBytes(StandardCharsets.UTF_16)), Strands.SINGLE, true, 1), 1,
                true));
            kept.put("FASTA", same(single, run(data.fasta(), Strands.SINGLE, true, 1), 1, true));
            kept.put("scaling", same(single, run(data.times(1e-3).table(), Strands.SINGLE, false, 1), 1, false));
            kept.put("negation", same(single, run(data.times(-1).table(), Strands.SINGLE, false, 1), -1, false));
            kept.put("row order", same(both, run(data.shuffled(random).table(), Strands.BOTH, false, 1), 1, false));
            kept.put("reverse complement", same(both, run(data.with(MetamorphicTest::complement).table(), Strands.BOTH, false, 1), 1, false));
            compared += kept.size();
            kept.forEach((change, same) -> {
                if (!same) {
                    differences.put(change + seen, 1);
                }
            });
        }
        assertEquals(10 * STUDIES, compared);
        assertTrue(differences.isEmpty(), () -> differences.size() + " differences: " + differences.keySet());
    }
}
