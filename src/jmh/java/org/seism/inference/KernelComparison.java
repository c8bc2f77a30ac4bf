package org.seism.inference;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.seism.PerformanceStudy;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.candidate.activation.ActivationMatrix;
import org.seism.inference.chain.BlockRotationChain;
import org.seism.inference.chain.Chain;
import org.seism.inference.chain.HypersphereChain;
import org.seism.inference.chain.Kernel;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.random.RandomStreams;
import org.seism.random.StreamPurpose;
import org.seism.selection.SelectionPath;

/**
 * Effective samples of T per second of block rotation and of hypersphere directions on the same data, one thread. Also
 * writes the data for the numpy program beside ({@code src/jmh/peers}): activation matrix, phenotype and selected columns
 * as .npy files.
 * <p>
 * Arguments: directory for the .npy files, size such as 1000x10000, processor seconds per kernel and motif, csv file.
 */
public final class KernelComparison {
    private static final int MOTIFS = 3;

    private KernelComparison() {
    }

    /**
     * @param args directory, size, seconds, csv file
     * @throws IOException if the files can't be written
     */
    public static void main(final String[] args) throws IOException {
        final Path directory = Files.createDirectories(Path.of(args[0]));
        final PerformanceStudy data = PerformanceStudy.ofSize(args[1]);
        final double seconds = Double.parseDouble(args[2]);
        final var study = data.study();
        final double[] y = study.phenotype().values();
        final SelectionPath path = data.path(study, MOTIFS, TaskRunner.sequential());
        export(directory, path, y);
        // one chain per thread: each is timed by its own thread's processor time
        final List<Callable<String>> tasks = new ArrayList<>();
        for (int motif = 0; motif < MOTIFS; motif++) {
            final int j = motif;
            final EventShape shape = new EventShape(new NullGeometry(path, j, Hypothesis.SEQUENTIAL, y), TaskRunner.sequential());
            for (final Kernel kernel : Kernel.values()) {
                tasks.add(() -> measure(kernel, j, kernel == Kernel.BLOCK
                    ? new BlockRotationChain(shape, RandomStreams.of(1, StreamPurpose.SIMULATION, j, 1), Progress.NONE)
                    : new HypersphereChain(shape, RandomStreams.of(1, StreamPurpose.SIMULATION, j, 1)), seconds));
            }
        }
        final String csv;
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            csv = String.join("\n", pool.runAll(tasks)) + "\n";
        }
        System.out.print(csv);
        Files.writeString(Path.of(args[3]), "program,motif,steps,cpu,ess,trials\n" + csv);
    }

    private static String measure(final Kernel kernel, final int motif, final Chain chain, final double seconds) {
        final double warm = cpuSeconds();
        while (cpuSeconds() - warm < 0.1 * seconds) {
            chain.step();
        }
        double[] series = new double[1024];
        int size = 0;
        final long trials = chain.trials();
        final long moves = chain.moves();
        final double start = cpuSeconds();
        while (cpuSeconds() - start < seconds) {
            for (int k = 0; k < 4; k++) {
                chain.step();
                if (size == series.length) {
                    series = Arrays.copyOf(series, 2 * size);
                }
                series[size++] = chain.statistic();
            }
        }
        final double cpu = cpuSeconds() - start;
        return String.format(Locale.ROOT, "java-%s,%d,%d,%.3f,%.2f,%.2f", kernel.name().toLowerCase(Locale.ROOT), motif + 1,
            size, cpu, EffectiveSampleSize.of(Arrays.copyOf(series, size)),
            (double)(chain.trials() - trials) / (chain.moves() - moves));
    }

    private static double cpuSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }

    private static void export(final Path directory, final SelectionPath path, final double[] y) throws IOException {
        final ActivationMatrix phi = path.grid().activations();
        // one candidate per row, so that numpy's product Phi^T w reads memory in order
        try (OutputStream out = npy(directory.resolve("phi_transposed.npy"), "<f8", phi.candidates() + ", " + phi.sequences())) {
            for (int g = 0; g < phi.candidates(); g++) {
                out.write(bytes(phi.column(g)));
            }
        }
        try (OutputStream out = npy(directory.resolve("y.npy"), "<f8", y.length + ",")) {
            out.write(bytes(y));
        }
        final double[] selected = new double[path.size()];
        Arrays.setAll(selected, path::selected);
        try (OutputStream out = npy(directory.resolve("selected.npy"), "<f8", selected.length + ",")) {
            out.write(bytes(selected));
        }
    }

    private static OutputStream npy(final Path file, final String type, final String shape) throws IOException {
        final OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
        final String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        final int length = (10 + header.length() + 1 + 63) / 64 * 64 - 10;
        out.write(new byte[]{(byte)0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte)length, (byte)(length >> 8)});
        out.write((header + " ".repeat(length - 1 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        return out;
    }

    private static byte[] bytes(final double[] values) {
        final ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }
}
