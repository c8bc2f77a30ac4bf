package org.seism.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.seism.InputException;
import org.seism.analysis.MotifResult;
import org.seism.output.AtomicFiles;
import org.seism.output.OutputDirectory;
import org.seism.output.ResultFiles;

/** Writes {@value #NAME} into a folder of results, with the folder's other files inside it. */
public final class ReportWriter {
    /** The report's file name. */
    public static final String NAME = "report.html";

    private ReportWriter() {
    }

    /**
     * Writes the report. To be called after the result files are in the folder and before it is committed: the report's
     * downloads are read back from there, so that they are the same bytes.
     *
     * @param folder with results, tables and logos
     * @param source what to show
     * @throws InputException if a file can't be read or written
     */
    public static void write(final OutputDirectory folder, final ReportSource source) {
        final Stream<String> logos = source.motifs().stream().map(MotifResult::motif)
            .flatMap(m -> Stream.of(ResultFiles.logo(m.rank(), "svg"), ResultFiles.logo(m.rank(), "png")));
        final Stream<String> tables = Stream.of(ResultFiles.TABLE, ResultFiles.SITES, ResultFiles.MOTIFS, ResultFiles.JSON,
            ResultFiles.QUALITY, ResultFiles.REFIT);
        final List<ReportFile> files = new ArrayList<>();
        Stream.concat(tables, logos).forEach(name -> {
            final Path file = folder.file(name);
            if (Files.exists(file)) {
                files.add(ReportFile.of(name, bytes(file)));
            }
        });
        AtomicFiles.writeText(folder.file(NAME), out -> out.write(ReportPage.html(source.withFiles(files))));
    }

    private static byte[] bytes(final Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException("The report can't read " + file.getFileName() + " back.",
                "Check that no other program changes the output folder.", e);
        }
    }
}
