package org.seism.cli.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.analysis.Discovery;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.panel.PhenotypeResult;
import org.seism.analysis.panel.SharedGrids;
import org.seism.output.OutputDirectory;
import org.seism.sequence.Strands;
import org.seism.study.PreparedStudy;
import org.seism.study.StudySettings;
import org.seism.study.input.StudyFiles;
import org.seism.study.input.StudyInput;
import org.seism.study.input.StudyReader;

/**
 * A panel, ready to run phenotype by phenotype in any order and on any machine: each phenotype is analysed as
 * {@code discover} analyses it alone, with the same seed, and candidates are shared. Safe for use by several threads.
 */
public final class PanelJob {
    private final List<String> m_names;
    private final StudyFiles m_files;
    private final StudyInput m_input;
    private final StudySettings m_reading;
    private final DiscoverySettings m_settings;
    private final Map<String, Object> m_origin;
    private final String m_title;
    private final SharedGrids m_grids;

    PanelJob(final List<String> names, final StudyFiles files, final StudyInput input, final StudySettings reading,
        final DiscoverySettings settings, final Map<String, Object> origin, final String title, final long memory) {
        m_names = List.copyOf(names);
        m_files = files;
        m_input = input;
        m_reading = reading;
        m_settings = settings;
        m_origin = origin;
        m_title = title;
        m_grids = new SharedGrids(memory);
    }

    /**
     * Where a phenotype's own results go.
     *
     * @param folder of the results
     * @param command that makes them, for the report
     */
    public record Report(Path folder, String command) {
    }

    /** @return the names of the phenotypes, in order */
    public List<String> names() {
        return m_names;
    }

    /** @return what each phenotype is asked for */
    public DiscoverySettings settings() {
        return m_settings;
    }

    /** @return which strands are scanned */
    public Strands strands() {
        return m_reading.strands();
    }

    /**
     * Analyses a phenotype.
     *
     * @param number of the phenotype, from 0
     * @param report where its own results go, if anywhere
     * @param runner runs the parts; the result does not depend on it
     * @param progress progress and cancellation
     * @return what the panel remembers of it; a phenotype that can't be analysed is a result too
     */
    public PhenotypeResult run(final int number, final Optional<Report> report, final TaskRunner runner,
        final Progress progress) {
        final String name = m_names.get(number);
        final PreparedStudy prepared;
        final Discovery discovery;
        try {
            prepared = StudyReader.read(m_input.withPhenotypeColumn(name), m_files, m_reading, progress.part(0, 0.02));
            discovery = SeismAnalysis.discover(prepared.study(), m_settings, m_grids, runner, progress.part(0.02, 0.98));
        } catch (InputException e) {
            return PhenotypeResult.of(number, name, e);
        }
        report.ifPresent(r -> write(r, name, prepared, discovery, progress));
        return PhenotypeResult.of(number, name, prepared, discovery);
    }

    private void write(final Report report, final String name, final PreparedStudy prepared, final Discovery discovery,
        final Progress progress) {
        final Map<String, Object> origin = new LinkedHashMap<>(m_origin);
        origin.put("phenotypeColumn", name);
        try (OutputDirectory folder = OutputDirectory.open(report.folder())) {
            DiscoveryFiles.write(folder, discovery, prepared, origin, m_title.isEmpty() ? name : m_title + ": " + name, report.command(),
                progress);
        }
    }
}
