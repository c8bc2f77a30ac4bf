package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.format.MotifFile;
import org.seism.motif.format.MotifFormat;
import org.seism.sequence.Alphabet;

/**
 * Damaged inputs, thousands of them: whatever the bytes, a command ends with a result that checks or with a message of two
 * lines that says what is wrong and what to do. {@code -Dseism.mutations=20000} makes a longer run.
 */
@Tag("slow")
class MutationTest {
    private static final int INPUTS = Integer.getInteger("seism.mutations", 2000);
    private static final String[] TOKENS = {"NaN", "Inf", "1e308", "-1e308", "1e999", "", "\t", "\"", "'", ",", ";", ">", "[", "]", "|", "#", "=",
        "\0", "\uFEFF", "\u2212", "\u00A0", "\u00e4", "\u202e", "\u009b", "<0.5", "1,5", "1.234,5", "0x1F", "TRUE", "NA", "-", ".", "N", "U", "*", "+80",
        "ACGT", "\r", "\r\n", "\n\n", "A", "9".repeat(400), "-0.0", "4.9E-324", "MOTIF x\n", ">x\n", "w= 3", "nsites= 0", "//\n", "P0 A C G T\n"};

    /** A kind of input with the command that reads it. */
    private record Kind(String name, String extension, String text, List<String> command) {
    }

    @TempDir
    private Path m_folder;

    @Test
    @DisplayName("a result that checks, or a message that helps")
    void mutations() throws IOException {
        final List<Kind> kinds = kinds();
        final Path sequences = Cli.write(m_folder, "sequences.fa", kinds.get(2).text());
        final Map<String, Integer> outcomes = new ConcurrentSkipListMap<>();
        final Map<Integer, String> failures = new ConcurrentSkipListMap<>();
        IntStream.range(0, INPUTS).parallel().forEach(seed -> {
            final Kind kind = kinds.get(seed % kinds.size());
            final Path file = m_folder.resolve("in" + seed + kind.extension());
            try {
                Files.write(file, mutated(kind.text(), new Random(seed)));
                final List<Object> args = new ArrayList<>(kind.command());
                args.replaceAll(a -> a.equals("FILE") ? file.toString() : a.equals("SEQUENCES") ? sequences.toString() : a);
                final Cli.Run run = Cli.run(args.toArray());
                final String outcome = outcome(run, kind);
                outcomes.merge(kind.name() + ": " + outcome, 1, Integer::sum);
                if (!outcome.equals("result") && !outcome.equals("refused")) {
                    failures.put(seed, "seed " + seed + ", " + kind.name() + ", " + outcome + ": " + run.err());
                }
                Files.delete(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        System.out.println(INPUTS + " damaged inputs: " + outcomes);
        assertTrue(failures.isEmpty(), () -> failures.size() + " of " + INPUTS + ":\n" + failures.values().stream().limit(10)
            .collect(Collectors.joining("\n")));
        // a harness that only ever sees refusals, or none, would show nothing
        for (final Kind kind : kinds) {
            assertTrue(outcomes.getOrDefault(kind.name() + ": result", 0) > 5, outcomes.toString());
            assertTrue(outcomes.getOrDefault(kind.name() + ": refused", 0) > 5, outcomes.toString());
        }
        assertEquals(INPUTS, outcomes.values().stream().mapToInt(Integer::intValue).sum());
    }

    private static String outcome(final Cli.Run run, final Kind kind) {
        final List<String> messages = run.err().lines().filter(l -> !l.startsWith("note: ") && !l.startsWith("warning: ")).toList();
        if (run.err().contains("unexpected failure") || run.err().contains("Exception")) {
            return "CRASH";
        }
        if (!run.err().chars().allMatch(c -> c == '\n' || c == '\r' || c >= ' ' && (c < 0x7F || c > 0x9F))) {
            return "CONTROL CHARACTERS";
        }
        if (run.code() == 1) {
            return messages.size() == 2 && messages.get(0).startsWith("seism: ") && messages.get(1).startsWith("       ")
                && messages.get(1).strip().length() > 5 && run.out().isEmpty() ? "refused" : "UNCLEAR";
        }
        if (run.code() != 0) {
            return "EXIT " + run.code();
        }
        final String wrong = check(run, kind);
        return wrong.isEmpty() ? "result" : "WRONG RESULT (" + wrong + ")";
    }

    /** @return what is wrong with a result, empty if nothing is */
    private static String check(final Cli.Run run, final Kind kind) {
        switch (kind.command().get(0)) {
            case "convert": {
                final MotifFile file = MotifFile.parse(run.out(), "out", null, null).strict();
                for (final FrequencyMatrix m : file.motifs()) {
                    for (final double[] column : m.frequencies()) {
                        if (Math.abs(Arrays.stream(column).sum() - 1) > 1e-9 || Arrays.stream(column).anyMatch(f -> !(f >= 0 && f <= 1))) {
                            return "column " + Arrays.toString(column);
                        }
                    }
                }
                return "";
            }
            case "scan":
                for (final String line : run.out().lines().skip(1).toList()) {
                    final String[] fields = line.split("\t", -1);
                    if (fields.length != 8 || !fields[3].isEmpty() && !(Double.parseDouble(fields[3]) >= 0 && Double.parseDouble(fields[3]) <= 1)) {
                        return line;
                    }
                }
                return run.out().lines().count() > 1 ? "" : "no row";
            case "test": {
                final List<String> lines = run.out().lines().toList();
                return lines.size() == 2 && lines.get(1).startsWith("ACG") && !run.out().contains("NaN") && !run.out().contains("inf") ? "" : run.out();
            }
            default:
                return run.out().contains("SEISM-1") && !run.out().contains("NaN") ? "" : run.out();
        }
    }

    private static byte[] mutated(final String text, final Random random) throws IOException {
        final StringBuilder s = new StringBuilder(text);
        for (int k = random.nextInt(3); k >= 0; k--) {
            final int at = random.nextInt(s.length() + 1);
            final int to = Math.min(s.length(), at + 1 + random.nextInt(12));
            switch (random.nextInt(9)) {
                case 0 -> s.delete(at, to);
                case 1 -> s.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
                case 2 -> s.replace(at, to, TOKENS[random.nextInt(TOKENS.length)]);
                case 3 -> s.insert(at, s.substring(at, to));
                case 4 -> s.setLength(Math.max(1, at));
                case 5 -> lines(s, random);
                case 6 -> fields(s, random);
                case 7 -> s.insert(at, (char)random.nextInt(300));
                default -> s.insert(at, s.substring(at, Math.min(s.length(), at + 1)).repeat(1 + random.nextInt(50)));
            }
        }
        final byte[] bytes = switch (random.nextInt(16)) {
            case 0 -> s.toString().getBytes(StandardCharsets.UTF_16);
            case 1 -> s.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            case 2 -> s.toString().replace('\n', '\r').getBytes(StandardCharsets.UTF_8);
            case 3 -> s.toString().getBytes(StandardCharsets.ISO_8859_1);
            case 4 -> gzip(s.toString());
            case 5 -> s.toString().getBytes(StandardCharsets.UTF_16LE);
            default -> s.toString().getBytes(StandardCharsets.UTF_8);
        };
        if (random.nextInt(12) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte)(1 << random.nextInt(8));
        }
        return random.nextInt(30) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    /** Drops, doubles or swaps lines. */
    private static void lines(final StringBuilder s, final Random random) {
        final List<String> lines = new ArrayList<>(List.of(s.toString().split("\n", -1)));
        final int i = random.nextInt(lines.size());
        final int j = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(i);
            case 1 -> lines.add(j, lines.get(i));
            default -> java.util.Collections.swap(lines, i, j);
        }
        s.setLength(0);
        s.append(String.join("\n", lines)).append(lines.isEmpty() ? "\n" : "");
    }

    /** Puts a token in place of one field, or of a column. */
    private static void fields(final StringBuilder s, final Random random) {
        final String token = TOKENS[random.nextInt(TOKENS.length)];
        final String[] lines = s.toString().split("\n", -1);
        final int column = random.nextInt(4);
        final boolean all = random.nextInt(3) == 0;
        final int row = random.nextInt(lines.length);
        for (int i = 0; i < lines.length; i++) {
            final String[] fields = lines[i].split("[\t ]", -1);
            if ((all || i == row) && column < fields.length) {
                fields[column] = token;
                lines[i] = String.join("\t", fields);
            }
        }
        s.setLength(0);
        s.append(String.join("\n", lines));
    }

    private static byte[] gzip(final String text) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<Kind> kinds() {
        final Random random = new Random(11);
        final StringBuilder table = new StringBuilder("id\tsequence\ty\n");
        final StringBuilder fasta = new StringBuilder();
        for (int i = 0; i < 24; i++) {
            final StringBuilder letters = new StringBuilder();
            for (int k = 0; k < 12; k++) {
                letters.append("ACGT".charAt(random.nextInt(4)));
            }
            final double y = random.nextGaussian();
            table.append("s" + i).append('\t').append(letters).append('\t').append(y).append('\n');
            fasta.append(">s" + i).append(" y=").append(y).append('\n').append(letters).append('\n');
        }
        final List<FrequencyMatrix> motifs = List.of(
            new FrequencyMatrix("one", "first", Alphabet.DNA, new double[][]{{0.5, 0.5, 0, 0}, {0, 0, 0.25, 0.75}, {1, 0, 0, 0}}, 4, null),
            new FrequencyMatrix("two", "", Alphabet.DNA, new double[][]{{0.1, 0.2, 0.3, 0.4}, {0.7, 0.1, 0.1, 0.1}, {0, 0, 1, 0}, {0.3, 0.3, 0.2, 0.2}},
                10, null));
        final List<Kind> kinds = new ArrayList<>();
        final List<String> test = List.of("test", "--input", "FILE", "--words", "ACG", "--permutations", "99", "--threads", "1");
        kinds.add(new Kind("table", ".tsv", table.toString(), test));
        final List<String> headers = new ArrayList<>(test);
        headers.addAll(List.of("--header-pattern", "y=(\\S+)"));
        kinds.add(new Kind("FASTA with phenotypes", ".fa", fasta.toString(), headers));
        kinds.add(new Kind("FASTA", ".fa", fasta.toString(), List.of("scan", "--input", "FILE", "--words", "ACG,TTA", "--threads", "1")));
        for (final MotifFormat format : MotifFormat.values()) {
            kinds.add(new Kind(format.label(), "." + format.extension(), format.write(motifs), List.of("convert", "--input", "FILE", "--to", "meme")));
        }
        kinds.add(new Kind("rows per position", ".pcm", ">a x\n1 2 3 4\n9 1 0 0\n0 0 10 0\n>b\n0.1\t0.2\t0.3\t0.4\n0.5\t0.5\t0\t0\n",
            List.of("convert", "--input", "FILE", "--to", "transfac")));
        kinds.add(new Kind("CIS-BP", ".txt", "Pos\tA\tC\tG\tT\n1\t0.1\t0.2\t0.3\t0.4\n2\t1\t0\t0\t0\n3\t0.25\t0.25\t0.5\t0\n",
            List.of("convert", "--input", "FILE", "--to", "jaspar")));
        kinds.add(new Kind("motifs to scan with", ".meme", MotifFormat.MEME.write(motifs),
            List.of("scan", "--input", "SEQUENCES", "--motif-file", "FILE", "--threads", "1")));
        return kinds;
    }
}
