package org.seism.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;

/** Runs a command in this virtual machine. */
public final class Cli {
    /** Real data that the project carries. */
    public static final String ECOLI = "examples/ecoli_promoters.tsv";

    /**
     * What a command did.
     *
     * @param code exit code
     * @param out standard output
     * @param err standard error
     */
    public record Run(int code, String out, String err) {

        /** @return this one, if it succeeded */
        public Run ok() {
            assertEquals(0, code, err);
            return this;
        }
    }

    private Cli() {
    }

    /** @return the document inside a folder's report.html */
    public static String report(final Path folder) throws IOException {
        final String page = Files.readString(folder.resolve("report.html"));
        final String mark = "id=\"seism-data\">";
        final int start = page.indexOf(mark) + mark.length();
        final byte[] packed = Base64.getDecoder().decode(page.substring(start, page.indexOf("</script>", start)));
        return new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.US_ASCII);
    }

    public static Run run(final Object... args) {
        return run(new Interruption(), args);
    }

    public static Run run(final Interruption interruption, final Object... args) {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        final String[] words = new String[args.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = args[i].toString();
        }
        final int code = Main.run(words, new PrintWriter(out), new PrintWriter(err), interruption);
        return new Run(code, out.toString(), err.toString());
    }

    /**
     * Runs a command and stops it as Ctrl-C does.
     *
     * @param when asked again and again while the command runs
     * @param args the command line
     * @return what it did
     */
    public static Run interruptedWhen(final BooleanSupplier when, final Object... args) throws InterruptedException {
        final Interruption interruption = new Interruption();
        final Thread watch = new Thread(() -> {
            while (!when.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            interruption.request();
        });
        watch.start();
        try {
            return run(interruption, args);
        } finally {
            watch.interrupt();
            watch.join();
        }
    }

    /** Random sequences with a phenotype that depends on a planted word. */
    public static Path simulated(final Path folder, final Object... more) {
        final Path file = folder.resolve("simulated.tsv");
        final List<Object> args = new ArrayList<>(List.of("simulate", "--sequences", 60, "--length", 20, "--plant", "ACGTAC:1.5:0.5"));
        args.addAll(List.of(more));
        args.addAll(List.of("--out", file));
        run(args.toArray()).ok();
        return file;
    }

    public static Path write(final Path folder, final String name, final String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
