package org.seism;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the tables of docs/PERFORMANCE.md from the measured csv files, between the marks that name them, and the picture of
 * how cost grows. A table without measurements stays as it is. Arguments: directory of the csv files, the Markdown file.
 */
public final class PerformanceReport {
    private final Path m_directory;
    private String m_text;
    /** Microseconds of processor time by "benchmark size". */
    private final Map<String, Double> m_times = new TreeMap<>();

    private PerformanceReport(final Path directory, final String text) {
        m_directory = directory;
        m_text = text;
    }

    /**
     * @param args directory of the csv files, Markdown file
     * @throws IOException if a file can't be read or written
     */
    public static void main(final String[] args) throws IOException {
        final Path markdown = Path.of(args[1]);
        final PerformanceReport report = new PerformanceReport(Path.of(args[0]), Files.readString(markdown));
        report.readJmh();
        report.machine();
        if (!report.m_times.isEmpty()) {
            report.roofline();
            report.scan();
            report.alternatives();
            report.sampler();
            report.whole();
        }
        report.peers();
        report.scale();
        report.threads();
        report.growth(markdown.resolveSibling("images"));
        Files.writeString(markdown, report.m_text);
    }

    private List<Map<String, String>> csv(final String name) throws IOException {
        final Path file = m_directory.resolve(name);
        final List<Map<String, String>> rows = new ArrayList<>();
        if (Files.exists(file)) {
            final List<String> lines = Files.readAllLines(file);
            final String[] header = cells(lines.get(0));
            for (final String line : lines.subList(1, lines.size())) {
                final String[] cells = cells(line);
                final Map<String, String> row = new LinkedHashMap<>();
                for (int c = 0; c < header.length; c++) {
                    row.put(header[c], c < cells.length ? cells[c] : "");
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String[] cells(final String line) {
        return Arrays.stream(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).map(c -> c.replace("\"", "")).toArray(String[]::new);
    }

    private void readJmh() throws IOException {
        for (final String file : List.of("roofline.csv", "kernels.csv", "floats.csv", "grid.csv", "discover.csv")) {
            for (final Map<String, String> row : csv(file)) {
                final String[] name = row.get("Benchmark").split(":");
                final String[] parts = name[0].split("\\.");
                final String method = parts[parts.length - 1];
                final boolean threaded = method.equals("discover");
                // several threads: wall-clock time, since the profiler sees the calling thread only
                if (name.length == (threaded ? 1 : 2)) {
                    m_times.put((method + " " + row.getOrDefault("Param: m_size", "")).trim(),
                        Double.parseDouble(row.get("Score")) * (threaded ? 1000 : 1));
                }
            }
        }
        for (final String size : SIZES) {
            final double grid = m_times.getOrDefault("grid " + size, 0.0);
            if (m_times.getOrDefault("discover " + size, Double.MAX_VALUE) < grid / 2) {
                throw new IllegalStateException("discover " + size + " can't be faster than its own grid on two threads");
            }
        }
    }

    private void put(final String mark, final String... lines) {
        put(mark, Arrays.asList(lines));
    }

    private void put(final String mark, final List<String> lines) {
        final String begin = "<!-- begin " + mark + " -->";
        final int from = m_text.indexOf(begin);
        final int to = m_text.indexOf("<!-- end " + mark + " -->");
        if (from < 0 || to < from) {
            throw new IllegalStateException("no place for " + mark);
        }
        m_text = m_text.substring(0, from) + begin + "\n" + String.join("\n", lines) + "\n" + m_text.substring(to);
    }

    private static String f(final String format, final Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static double number(final Map<String, String> row, final String column) {
        return Double.parseDouble(row.get(column));
    }

    private void machine() throws IOException {
        final Path file = m_directory.resolve("machine.txt");
        if (Files.exists(file)) {
            final List<String> lines = new ArrayList<>(List.of("```"));
            lines.addAll(Files.readAllLines(file));
            lines.add("```");
            put("machine", lines);
        }
    }

    /** Units per nanosecond of a roofline kernel. */
    private double peak(final String name) {
        return RooflineBenchmark.units(name) / (1000 * m_times.getOrDefault(name, Double.NaN));
    }

    private void roofline() {
        put("roofline", "| one core | |", "| --- | ---: |", f("| copy, 256 MB arrays | %.1f GB/s |", peak("copy")),
            f("| triad, 256 MB arrays | %.1f GB/s |", peak("triad")),
            f("| triad in the first-level cache | %.0f GB/s |", peak("triadInL1")),
            f("| multiply-add, floats | %.1f per ns |", peak("multiplyAdd")),
            f("| table look-ups (one byte, one long), summed in registers | %.2f per ns |", peak("lookups")),
            f("| table look-ups, one sum per candidate stored | %.2f per ns |", peak("lookupsStored")));
    }

    private static final List<String> SIZES = List.of("100x1000", "100x10000", "100x100000", "1000x1000", "1000x10000",
        "1000x100000", "5000x1000", "5000x10000", "5000x100000");

    private static double entries(final String size) {
        final String[] parts = size.split("x");
        return Double.parseDouble(parts[0]) * Double.parseDouble(parts[1]);
    }

    private String ms(final String benchmark, final String size) {
        final Double us = m_times.get(benchmark + " " + size);
        return us == null ? "" : f(us < 1000 ? "%.3f" : us < 100_000 ? "%.1f" : "%.0f", us / 1000);
    }

    private void scan() {
        final List<String> lines = new ArrayList<>(List.of(
            "| sequences x candidates | ms | entries per ns | GB/s as floats | of copy bandwidth | look-ups per ns | of the peak |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"));
        rates("scan", lines);
        put("scan", lines);
    }

    private void rates(final String benchmark, final List<String> lines) {
        for (final String size : SIZES) {
            if (m_times.containsKey(benchmark + " " + size)) {
                final double rate = entries(size) / (1000 * m_times.get(benchmark + " " + size));
                final double lookups = rate / PerformanceStudy.sequencesPerByte(size);
                lines.add(f("| %s | %s | %.1f | %.1f | %.0f %% | %.2f | %.0f %% |", size, ms(benchmark, size), rate, 4 * rate,
                    400 * rate / peak("copy"), lookups, 100 * lookups / peak("lookupsStored")));
            }
        }
    }

    private void alternatives() {
        final List<String> lines = new ArrayList<>(List.of(
            "| sequences x candidates | byte codes, double sums | netlib sgemv | EJML | plain loop, floats | byte codes ahead of the best |",
            "| --- | ---: | ---: | ---: | ---: | ---: |"));
        final List<String> blocks = new ArrayList<>(List.of(
            "| sequences x candidates | block sweep, byte codes, with all checks | products alone, floats | ratio |",
            "| --- | ---: | ---: | ---: |"));
        for (final String size : SIZES) {
            if (m_times.containsKey("netlib " + size)) {
                final double best = Math.min(m_times.get("netlib " + size),
                    Math.min(m_times.get("ejml " + size), m_times.get("axpy " + size)));
                lines.add(f("| %s | %s | %s | %s | %s | %.1f |", size, ms("scan", size), ms("netlib", size), ms("ejml", size),
                    ms("axpy", size), best / m_times.getOrDefault("scan " + size, Double.NaN)));
                blocks.add(f("| %s | %s | %s | %.1f |", size, ms("blockSweep", size), ms("axpyBlocks", size),
                    m_times.get("axpyBlocks " + size) / m_times.getOrDefault("blockSweep " + size, Double.NaN)));
            }
        }
        lines.add("");
        lines.addAll(blocks);
        put("alternatives", lines);
    }

    private void sampler() {
        final List<String> lines = new ArrayList<>(List.of(
            "| sequences x candidates | block sweep, ms | entries per ns | GB/s as floats | of copy bandwidth | look-ups per ns | of the peak |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"));
        rates("blockSweep", lines);
        put("sweep", lines);
        final List<String> others = new ArrayList<>(List.of(
            "| sequences x candidates | block sweep | hypersphere step | permutation sweep | exact test |",
            "| --- | ---: | ---: | ---: | ---: |"));
        for (final String size : SIZES) {
            if (m_times.containsKey("blockSweep " + size)) {
                others.add(f("| %s | %s | %s | %s | %s |", size, ms("blockSweep", size), ms("hypersphereStep", size),
                    ms("permutationSweep", size), ms("exactTest", size)));
            }
        }
        put("kernels", others);
    }

    private void whole() {
        final List<String> lines = new ArrayList<>(List.of("| sequences x candidates | grid, one thread, processor time | discover, 19 replicates, two threads, fresh JVM, wall-clock |",
            "| --- | ---: | ---: |"));
        for (final String size : SIZES) {
            if (m_times.containsKey("grid " + size)) {
                lines.add(f("| %s | %s | %s |", size, ms("grid", size), ms("discover", size)));
            }
        }
        put("whole", lines);
    }

    private void peers() throws IOException {
        final List<Map<String, String>> rows = csv("peers.csv");
        if (rows.isEmpty()) {
            return;
        }
        final Map<String, Double> rate = new LinkedHashMap<>();
        final Map<String, double[]> steps = new TreeMap<>();
        final Set<String> motifs = new LinkedHashSet<>();
        final Set<String> programs = new LinkedHashSet<>();
        final List<String> lines = new ArrayList<>(
            List.of("| program | motif | steps per s | effective samples per step | effective samples per s | trials per move |",
                "| --- | ---: | ---: | ---: | ---: | ---: |"));
        for (final Map<String, String> r : rows) {
            final String key = r.get("program") + " " + r.get("motif");
            motifs.add(r.get("motif"));
            programs.add(r.get("program"));
            rate.put(key, number(r, "ess") / number(r, "cpu"));
            steps.put(key, new double[]{number(r, "steps") / number(r, "cpu")});
            lines.add(f("| %s | %s | %.1f | %.3f | %.2f | %s |", r.get("program"), r.get("motif"), steps.get(key)[0],
                number(r, "ess") / number(r, "steps"), rate.get(key), r.get("trials")));
        }
        lines.add("");
        lines.add("| java-block ahead of | " + String.join(" | ", motifs.stream().map(m -> "motif " + m).toList()) + " |");
        lines.add("| --- |" + " ---: |".repeat(motifs.size()));
        for (final String program : programs) {
            if (program.equals("java-block")) {
                continue;
            }
            final StringBuilder own = new StringBuilder("| " + program + " |");
            final StringBuilder shared = new StringBuilder("| " + program + ", samples per step of java-hypersphere |");
            for (final String m : motifs) {
                own.append(f(" %.1f |", rate.get("java-block " + m) / rate.get(program + " " + m)));
                final double perStep = rate.get("java-hypersphere " + m) / steps.get("java-hypersphere " + m)[0];
                shared.append(f(" %.1f |", rate.get("java-block " + m) / (steps.get(program + " " + m)[0] * perStep)));
            }
            lines.add(own.toString());
            if (!program.startsWith("java")) {
                lines.add(shared.toString());
            }
        }
        put("peers", lines);
    }

    private void scale() throws IOException {
        final Map<String, List<Map<String, String>>> runs = new LinkedHashMap<>();
        for (final Map<String, String> row : csv("scale.csv")) {
            runs.computeIfAbsent(row.get("label"), l -> new ArrayList<>()).add(row);
        }
        final List<String> lines = new ArrayList<>(List.of(
            "| run | candidates | matrix, MB | grid | selection | exact | sampling (replicates) | data split | JVM start to end | processor time | peak memory, MB |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"));
        runs.forEach((label, rows) -> {
            final Map<String, Map<String, String>> stage = new LinkedHashMap<>();
            rows.forEach(r -> stage.put(r.get("stage"), r));
            final Map<String, String> all = stage.get("since start");
            final StringBuilder line = new StringBuilder(f("| %s | %s | %.1f |", label, all.get("candidates"),
                number(all, "matrix_bytes") / 1e6));
            for (final String s : List.of("grid", "selection", "exact", "sampling", "split")) {
                line.append(stage.containsKey(s) ? f(" %.2f s (%.0f %%)%s |", number(stage.get(s), "wall"),
                    100 * number(stage.get(s), "wall") / number(all, "wall"),
                    s.equals("sampling") ? " (" + all.get("replicates") + ")" : "") : " |");
            }
            line.append(f(" %.1f s | %.1f s | %s |", number(all, "wall"), number(all, "cpu"), all.get("peak_mb")));
            lines.add(line.toString());
        });
        if (!runs.isEmpty()) {
            put("scale", lines);
        }
    }

    private void threads() throws IOException {
        final Map<String, Map<String, List<Double>>> walls = new LinkedHashMap<>();
        final Map<String, Double> bound = new LinkedHashMap<>();
        final Map<String, Double> cpu = new LinkedHashMap<>();
        for (final Map<String, String> r : csv("threads.csv")) {
            final String key = r.get("motifs") + " " + r.get("branches") + " " + r.get("stage");
            if (r.get("stage").equals("since start")) {
                continue;
            }
            if (r.get("threads").equals("0")) {
                bound.put(key, number(r, "on_two"));
                cpu.put(key, number(r, "cpu"));
            } else {
                walls.computeIfAbsent(key, k -> new TreeMap<>()).computeIfAbsent(r.get("threads"), t -> new ArrayList<>())
                    .add(number(r, "wall"));
            }
        }
        final List<String> lines = new ArrayList<>(List.of(
            "| motifs | branches | stage | one thread, s | two threads, s | ratio | at most, from processor times of the tasks |",
            "| ---: | ---: | --- | ---: | ---: | ---: | ---: |"));
        final Map<String, double[]> totals = new LinkedHashMap<>();
        walls.forEach((key, byThreads) -> {
            final double one = median(byThreads.getOrDefault("1", List.of()));
            final double two = median(byThreads.getOrDefault("2", List.of()));
            final String[] parts = key.split(" ");
            final double[] total = totals.computeIfAbsent(parts[0] + " | " + parts[1], m -> new double[4]);
            final double[] values = {one, two, cpu.getOrDefault(key, Double.NaN), bound.getOrDefault(key, Double.NaN)};
            Arrays.setAll(total, k -> total[k] + values[k]);
            lines.add(f("| %s | %s | %s | %.3f | %.3f | %.2f | %.2f |", parts[0], parts[1], parts[2], one, two, one / two,
                values[2] / values[3]));
        });
        totals.forEach((motifs, t) -> lines
            .add(f("| %s | **all** | %.3f | %.3f | **%.2f** | %.2f |", motifs, t[0], t[1], t[0] / t[1], t[2] / t[3])));
        if (!walls.isEmpty()) {
            put("threads", lines);
        }
    }

    /** Without the first run, in which the JIT is at work. */
    private static double median(final List<Double> values) {
        final double[] v = values.stream().skip(Math.min(1, values.size() - 1)).mapToDouble(Double::doubleValue).sorted().toArray();
        return v.length == 0 ? Double.NaN : v[v.length / 2];
    }

    private void growth(final Path images) throws IOException {
        final List<Map<String, String>> rows = csv("growth.csv");
        if (rows.isEmpty()) {
            return;
        }
        final GrowthPlot plot = new GrowthPlot();
        final List<String> lines = new ArrayList<>(List.of(
            "| changed | value | candidates | bytes per entry | grid, ms | selection, ms | exact tests, ms | per 1000 replicates of all motifs, s |",
            "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"));
        final Map<String, Map<String, String>> point = new LinkedHashMap<>();
        for (final Map<String, String> r : rows) {
            final String axis = r.get("label");
            if (r.get("stage").equals("grid")) {
                point.clear();
            }
            point.put(r.get("stage"), r);
            if (r.get("stage").equals("sampling")) {
                final double entries = number(r, "n") * number(r, "candidates");
                final double perThousand = 1000 * number(r, "cpu") / number(r, "replicates");
                lines.add(f("| %s | %s | %s | %.2f | %.0f | %.1f | %.0f | %.2f |", axis, r.get(axis), r.get("candidates"),
                    number(r, "matrix_bytes") / entries, 1000 * number(point.get("grid"), "cpu"),
                    1000 * number(point.get("selection"), "cpu"), 1000 * number(point.get("exact"), "cpu"), perThousand));
                plot.add(axis, number(r, axis), number(point.get("grid"), "cpu"), number(point.get("exact"), "cpu"), perThousand);
            }
        }
        put("growth", lines);
        Files.createDirectories(images);
        plot.write(images.resolve("performance-growth.svg"), images.resolve("performance-growth.png"));
    }
}
