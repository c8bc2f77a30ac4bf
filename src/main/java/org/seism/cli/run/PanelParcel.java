package org.seism.cli.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.panel.PhenotypeResult;
import org.seism.output.OutputDirectory;
import org.seism.output.PanelJson;
import org.seism.table.NamedInput;

/**
 * A panel that travels: the command line and the content of the files that it names. Each machine that receives one reads
 * the files once, for all phenotypes that it runs; candidates are shared there. Safe for use by several threads.
 */
public final class PanelParcel implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] m_arguments;
    private final HashMap<String, byte[]> m_files = new HashMap<>();
    private final String m_title;
    /** By number of the phenotype; empty where there are no reports. */
    private final String[] m_commands;
    private transient PanelJob m_job;

    /**
     * What comes back.
     *
     * @param line what became of the phenotype, see {@link PanelJson}
     * @param files its own results by name, empty where they are not asked for
     */
    public record Result(String line, TreeMap<String, byte[]> files) implements Serializable {

        /** @return what became of the phenotype */
        public PhenotypeResult phenotype() {
            try {
                return PanelJson.read(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * Puts the phenotype's own results into place, whole or not at all.
         *
         * @param folder of these results
         * @throws InputException if they can't be written
         */
        public void write(final Path folder) {
            if (files.isEmpty()) {
                return;
            }
            try (OutputDirectory out = OutputDirectory.open(folder)) {
                for (final Map.Entry<String, byte[]> file : files.entrySet()) {
                    Files.write(out.file(file.getKey()), file.getValue());
                }
                out.commit();
            } catch (IOException e) {
                throw new InputException(folder + " can't be written.", "Choose a folder that has space left.", e);
            }
        }
    }

    /**
     * @param arguments the command line, with the options of {@link PanelOptions} and others
     * @param files that it names
     * @param title of the panel, which can depend on the folder
     * @param commands that make the phenotypes' own results, by number; empty where there are no reports
     * @throws InputException if a file can't be read
     */
    public PanelParcel(final List<String> arguments, final List<Path> files, final String title, final List<String> commands) {
        m_arguments = arguments.toArray(String[]::new);
        m_title = title;
        m_commands = commands.toArray(String[]::new);
        for (final Path file : files) {
            try {
                m_files.put(file.toString(), Files.readAllBytes(file));
            } catch (IOException e) {
                throw new InputException(file + " can't be read.",
                    "Check that you may read it, and that it is smaller than 2 GB.", e);
            }
        }
    }

    private synchronized PanelJob job() {
        if (m_job == null) {
            m_job = PanelOptions.parse(m_arguments).job(
                path -> new NamedInput(path.toString(), () -> new ByteArrayInputStream(m_files.get(path.toString()))), m_title,
                Runtime.getRuntime().maxMemory() / 4, warnings -> { }, Progress.NONE);
        }
        return m_job;
    }

    /**
     * Analyses a phenotype in one thread.
     *
     * @param number of the phenotype
     * @param progress cancellation
     * @return what became of it, with its own results where they are asked for
     */
    public Result run(final int number, final Progress progress) {
        if (m_commands.length == 0) {
            return new Result(PanelJson.line(job().run(number, Optional.empty(), TaskRunner.sequential(), progress)),
                new TreeMap<>());
        }
        try {
            final Path folder = Files.createTempDirectory("seism-panel");
            try {
                final Path results = folder.resolve("results");
                final PhenotypeResult result = job().run(number, Optional.of(new PanelJob.Report(results, m_commands[number])),
                    TaskRunner.sequential(), progress);
                return new Result(PanelJson.line(result), files(results));
            } finally {
                OutputDirectory.deleteTree(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All files but the list of them, which is made anew where they are put into place. */
    private static TreeMap<String, byte[]> files(final Path folder) throws IOException {
        final TreeMap<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (final Path file : tree.filter(Files::isRegularFile).toList()) {
                    if (!OutputDirectory.isManifest(file)) {
                        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                    }
                }
            }
        }
        return files;
    }
}
