package org.seism.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.seism.InputException;
import org.seism.analysis.panel.PhenotypeResult;

/**
 * The file {@value #NAME} in the folder of a panel that is at work or was interrupted: a line about what was asked for, then
 * a line per finished phenotype, each forced to the disk. It is locked while the panel is at work, and removed when all is
 * written. A line that a killed run left unfinished does not count. Safe for use by several threads.
 */
public final class PanelJournal implements AutoCloseable {
    /** The file's name. */
    public static final String NAME = "panel.unfinished";

    private final Path m_file;
    private final FileChannel m_channel;
    private final Map<Integer, PhenotypeResult> m_results = new TreeMap<>();

    private PanelJournal(final Path file, final FileChannel channel) {
        m_file = file;
        m_channel = channel;
    }

    /**
     * Begins a panel, or goes on with one.
     *
     * @param folder of the results; made where it does not exist
     * @param asked what decides the results, in a line: input, settings and version
     * @param resume whether to go on with a panel that was interrupted; it must have been asked for the same
     * @return the journal with what was finished before
     * @throws InputException if there is nothing to go on with or it is another panel; if there are results that would be
     *             lost; if another run is at work there; or if the folder can't be written
     */
    public static PanelJournal open(final Path folder, final String asked, final boolean resume) {
        final Path file = folder.resolve(NAME);
        if (resume && !Files.exists(file)) {
            throw Files.exists(folder.resolve(PanelFiles.TABLE))
                ? new InputException("The panel in " + folder + " is complete: nothing is left to go on with.",
                "Look at its results, or start another panel in another folder.")
                : new InputException("The folder " + folder + " holds no interrupted panel.",
                "Leave --resume out to start one.");
        }
        if (!resume && Files.exists(folder.resolve(PanelFiles.TABLE))) {
            throw new InputException("The folder " + folder + " holds the results of another panel.",
                "Choose another folder, or remove it.");
        }
        FileChannel channel = null;
        try {
            Files.createDirectories(folder);
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                throw new InputException("Another panel is at work in " + folder + " at this moment.",
                    "Wait for it to end, or choose another folder.");
            }
            final PanelJournal journal = new PanelJournal(file, channel);
            journal.begin(folder, asked, resume);
            return journal;
        } catch (IOException e) {
            throw AtomicFiles.unwritable(file, e);
        }
    }

    private static boolean locked(final FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            // a file system without locks: then nobody can be asked
            return true;
        }
    }

    private void begin(final Path folder, final String asked, final boolean resume) throws IOException {
        final List<String> lines = completeLines();
        // without a finished phenotype there is nothing to lose
        if (lines.isEmpty() || !resume && lines.size() == 1) {
            m_channel.truncate(0);
            m_channel.position(0);
            write(asked);
            return;
        }
        if (!resume) {
            final int finished = lines.size() - 1;
            close();
            throw new InputException("The folder " + folder + " holds an interrupted panel, of which " + finished
                + " phenotypes are finished.",
                "Go on with it (--resume), choose another folder, or remove " + NAME + " from it.");
        }
        if (!lines.get(0).equals(asked)) {
            close();
            throw new InputException("The interrupted panel in " + folder
                + " was asked for something else, or its input has changed. It was: "
                + lines.get(0) + ", and now it is: " + asked + ".",
                "Give the same input and options as before, or choose another folder.");
        }
        long length = asked.getBytes(StandardCharsets.UTF_8).length + 1L;
        for (final String line : lines.subList(1, lines.size())) {
            try {
                final PhenotypeResult result = PanelJson.read(line);
                m_results.put(result.number(), result);
            } catch (IOException e) {
                // written by a machine that went down: what follows does not count either
                break;
            }
            length += line.getBytes(StandardCharsets.UTF_8).length + 1L;
        }
        m_channel.truncate(length);
        m_channel.position(length);
    }

    private List<String> completeLines() throws IOException {
        final ByteBuffer bytes = ByteBuffer.allocate((int)Math.min(Integer.MAX_VALUE - 8L, m_channel.size()));
        while (bytes.hasRemaining() && m_channel.read(bytes) >= 0) {
            // until it is full
        }
        final String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        final List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        return lines;
    }

    private void write(final String line) throws IOException {
        final ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            m_channel.write(bytes);
        }
        m_channel.force(false);
    }

    /**
     * @param result of a phenotype that is finished
     * @throws InputException if it can't be written
     */
    public synchronized void add(final PhenotypeResult result) {
        try {
            write(PanelJson.line(result));
            m_results.put(result.number(), result);
        } catch (IOException e) {
            throw AtomicFiles.unwritable(m_file, e);
        }
    }

    /** @return what is finished, by number */
    public synchronized List<PhenotypeResult> results() {
        return List.copyOf(m_results.values());
    }

    /**
     * All results are in files of their own: the journal goes.
     *
     * @throws InputException if it can't be removed
     */
    public synchronized void complete() {
        try {
            m_channel.close();
            Files.deleteIfExists(m_file);
        } catch (IOException e) {
            throw AtomicFiles.unwritable(m_file, e);
        }
    }

    /** Lets go of the journal, which stays. */
    @Override
    public synchronized void close() {
        try {
            m_channel.close();
        } catch (IOException e) {
            // it was forced to the disk line by line
        }
    }
}
