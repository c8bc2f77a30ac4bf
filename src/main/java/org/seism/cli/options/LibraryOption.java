package org.seism.cli.options;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.seism.InputException;
import org.seism.motif.compare.MotifLibrary;
import org.seism.motif.format.MotifFile;
import org.seism.table.NamedInput;

import picocli.CommandLine.Option;

/** The option that names a library of known motifs. */
@Heading("Known motifs")
public final class LibraryOption {
    @Option(names = "--library", paramLabel = "FILE",
        description = "Known motifs (JASPAR, HOCOMOCO, HOMER, ...) in any of the formats that convert reads, plain or gzip: every motif is "
            + "told what it resembles, and with --candidates library or both they are what is selected from. JASPAR's TRANSFAC "
            + "file gives families as well.")
    private Path m_file;

    /** @return the library's file, if one is named */
    public Optional<Path> file() {
        return Optional.ofNullable(m_file);
    }

    /**
     * @param others files that are read as well
     * @throws InputException if two of them are standard input
     */
    public void refuseStandardInput(final List<Path> others) {
        if (m_file != null && m_file.toString().equals(NamedInput.STANDARD)
            && others.stream().anyMatch(f -> f.toString().equals(NamedInput.STANDARD))) {
            throw new InputException("The library and the input can't both come from standard input.", "Name a file for one of them.");
        }
    }

    /**
     * @param warnings told of motifs that are skipped
     * @return the library, if one is named
     * @throws InputException if it can't be read
     */
    public Optional<MotifLibrary> read(final Consumer<List<String>> warnings) {
        return read(NamedInput::of, warnings);
    }

    /**
     * @param opener opens its file
     * @param warnings told of motifs that are skipped
     * @return the library, if one is named
     * @throws InputException if it can't be read
     */
    public Optional<MotifLibrary> read(final Function<Path, NamedInput> opener, final Consumer<List<String>> warnings) {
        if (m_file == null) {
            return Optional.empty();
        }
        final MotifFile read = MotifFile.read(opener.apply(m_file), null, null);
        if (!read.skipped().isEmpty()) {
            warnings.accept(List.of(read.warning()));
        }
        return Optional.of(MotifLibrary.of(SequenceOptions.name(m_file), read));
    }
}
