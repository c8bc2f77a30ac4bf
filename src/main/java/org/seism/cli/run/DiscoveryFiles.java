package org.seism.cli.run;

import java.util.Map;

import org.seism.Progress;
import org.seism.Version;
import org.seism.analysis.Discovery;
import org.seism.output.OutputDirectory;
import org.seism.output.ResultFiles;
import org.seism.report.ReportSource;
import org.seism.report.ReportWriter;
import org.seism.study.PreparedStudy;

/** What an analysis leaves in its folder, whether it was asked for alone or as one of a panel. */
public final class DiscoveryFiles {
    private DiscoveryFiles() {
    }

    /**
     * Writes all files and puts them into place.
     *
     * @param folder they go to
     * @param discovery the results
     * @param prepared the study
     * @param origin where it comes from, as results.json says it
     * @param title of the report
     * @param command that makes the same again
     * @param progress progress and cancellation, after which nothing is put into place
     * @throws org.seism.InputException if a file can't be written
     */
    public static void write(final OutputDirectory folder, final Discovery discovery, final PreparedStudy prepared,
        final Map<String, Object> origin, final String title, final String command, final Progress progress) {
        ResultFiles.write(folder, discovery, prepared.quality(), origin, progress);
        ReportWriter.write(folder, ReportSource.of(discovery).withTitle(title).withVersion(Version.NUMBER).withCommand(command)
            .withQuality(prepared.quality(), prepared.notes()).withChecks(prepared.checks()));
        progress.checkCancelled();
        folder.commit();
    }
}
