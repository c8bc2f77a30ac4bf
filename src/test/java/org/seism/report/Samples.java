package org.seism.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.Version;
import org.seism.analysis.Discovery;
import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.MotifSelection;
import org.seism.analysis.SeismAnalysis;
import org.seism.analysis.SelectedMotif;
import org.seism.analysis.SelectionSettings;
import org.seism.analysis.TestedMotifs;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullModel;
import org.seism.motif.SiteSearch;
import org.seism.motif.WordMotif;
import org.seism.output.OutputDirectory;
import org.seism.output.ResultFiles;
import org.seism.sequence.Alphabet;
import org.seism.sequence.AlphabetChoice;
import org.seism.sequence.SequenceSet;
import org.seism.sequence.Strands;
import org.seism.simulation.PlantedMotif;
import org.seism.simulation.SequenceSimulator;
import org.seism.simulation.SimulatorSettings;
import org.seism.study.Covariates;
import org.seism.study.Phenotype;
import org.seism.study.PreparedStudy;
import org.seism.study.QualityReport;
import org.seism.study.Study;
import org.seism.study.StudySettings;
import org.seism.study.input.StudyInput;
import org.seism.study.input.StudyReader;
import org.seism.table.NamedInput;

/** Analyses that the tests look at. */
final class Samples {
    static final String IMAGE = "<img src=x onerror=alert(1)>";
    static final String SCRIPT = "</script><script>alert(2)</script>";
    static final String FORMULA = "=cmd()";

    /** A discovery with what the command line knows besides. */
    record Sample(Discovery discovery, QualityReport quality, ReportSource source) {

        /** Writes all files of a run, as the command line does. */
        Path write(final Path folder) {
            try (OutputDirectory out = OutputDirectory.open(folder)) {
                ResultFiles.write(out, discovery, quality, Map.of("input", source.title()), Progress.NONE);
                ReportWriter.write(out, source);
                out.commit();
            }
            return folder;
        }
    }

    private Samples() {
    }

    static Sample promoters(final int replicates) throws IOException {
        return read(StudyInput.of(NamedInput.of(Path.of("examples/ecoli_promoters.tsv"))), Strands.SINGLE,
            replicates, "./seism discover --input examples/ecoli_promoters.tsv --alphabet dna --strands single --width 6 "
                + "--motifs 3 --seed 1 --out seism-out");
    }

    private static Sample read(final StudyInput input, final Strands strands, final int replicates, final String command) {
        final PreparedStudy prepared = StudyReader.read(input,
            StudySettings.DEFAULTS.withAlphabet(AlphabetChoice.DNA).withStrands(strands).withMinWidth(6), Progress.NONE);
        return sample(prepared.study(), replicates, prepared.quality(), prepared.notes(), "ecoli_promoters.tsv", command);
    }

    /** A measured phenotype, both strands, lengths that differ, two planted words, one covariate left out by name. */
    static Sample measured(final int n, final int replicates) {
        final Study study = SequenceSimulator.simulate(SimulatorSettings.defaults().withCount(n).withLengths(40, 80)
            .withStrands(Strands.BOTH).withMotifs(List.of(new PlantedMotif("TGACTC", 1.4, 0.4), new PlantedMotif("CACGTG", -1, 0.3)))
            .withSeed(5), Progress.NONE).study();
        return sample(study, replicates, accepted(study), List.of(), "simulated.fasta", "");
    }

    /** Texts that would do harm if any were taken for markup or script. */
    static Sample hostile() {
        final Study plain = SequenceSimulator.simulate(SimulatorSettings.defaults().withCount(60).withLength(30)
            .withMotifs(List.of(new PlantedMotif("TGACTC", 1.5, 0.5))).withSeed(9), Progress.NONE).study();
        final List<String> ids = new ArrayList<>(plain.sequences().ids());
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            texts.add(plain.sequences().text(i));
        }
        ids.set(0, IMAGE);
        ids.set(1, SCRIPT);
        ids.set(2, FORMULA);
        ids.set(3, "quote\" 'and' & \u2028 \ud83e\uddec \ud800 ]]> <!-- --> \\");
        final Study study = new Study(SequenceSet.of(Alphabet.DNA, ids, texts), Strands.SINGLE,
            Phenotype.numeric(IMAGE, plain.phenotype().values()), Covariates.NONE);
        final Sample s = sample(study, 99, accepted(study), List.of(IMAGE), SCRIPT, "./seism discover --input '" + IMAGE + "'");
        return new Sample(s.discovery(), s.quality(), s.source().withWarnings(List.of(SCRIPT + IMAGE)));
    }

    /** Sequences whose identifiers are places in a genome, on both strands of it. */
    static ReportSource regions() {
        final Study plain = SequenceSimulator.simulate(SimulatorSettings.defaults().withCount(60).withLength(30).withStrands(Strands.BOTH)
            .withMotifs(List.of(new PlantedMotif("TGACTC", 1.5, 0.5))).withSeed(9), Progress.NONE).study();
        final List<String> ids = new ArrayList<>();
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            ids.add("chr" + (1 + i % 3) + ":" + (1000 * i + 500) + "-" + (1000 * i + 530) + (i % 4 == 0 ? "(-)" : i % 4 == 1 ? "(+)" : ""));
            texts.add(plain.sequences().text(i));
        }
        final Study study = new Study(SequenceSet.of(Alphabet.DNA, ids, texts), Strands.BOTH, plain.phenotype(), Covariates.NONE);
        return sample(study, 19, accepted(study), List.of(), "regions", "").source();
    }

    /** 20 motifs on 5000 sequences; the numbers of the tests are made up, only the page is of interest. */
    static Sample large() {
        final Random random = new Random(3);
        final int n = 5000;
        final List<String> ids = new ArrayList<>();
        final List<String> texts = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            final StringBuilder text = new StringBuilder();
            for (int k = 0; k < 100; k++) {
                text.append("ACGT".charAt(random.nextInt(4)));
            }
            texts.add(text.toString());
            ids.add("chr" + (1 + random.nextInt(22)) + ":" + random.nextInt(100_000_000) + "-" + i);
        }
        final Study study = new Study(SequenceSet.of(Alphabet.DNA, ids, texts), Strands.BOTH,
            Phenotype.numeric("log2 fold change", random.doubles(n, -3, 3).toArray()), Covariates.NONE);
        final List<SelectedMotif> motifs = new ArrayList<>();
        final List<SelectiveTest> tests = new ArrayList<>();
        for (int j = 0; j < 20; j++) {
            final WordMotif word = WordMotif.parse(Alphabet.DNA, texts.get(j).substring(20, 28), 1);
            final int support = (int)SiteSearch.of(word).scan(study.sequences(), study.strands()).sites().stream()
                .filter(s -> s.activation() > 0.99).count();
            motifs.add(new SelectedMotif(j + 1, word, List.of(word), 20 - j, 0.02, 0.3, support));
            final double[] statistics = random.doubles(5000).map(u -> 0.02 + 0.1 * Math.sqrt(u)).toArray();
            final double log = -12 + 0.6 * j;
            tests.add(new SelectiveTest.Sampled(
                new SelectiveTest.Association(j + 1, statistics[17], 0.3, new LogProbability(3 * log)),
                Optional.of(new LogProbability(log)), new NullSample(j, statistics, 17, 2, false, false), Optional.empty()));
        }
        final SelectionSettings selection = SelectionSettings.DEFAULT.withMotifs(20);
        final TestedMotifs tested = new TestedMotifs(new MotifSelection(study, selection, motifs, 32896, 0),
            Hypothesis.SEQUENTIAL, NullModel.GAUSSIAN, Optional.of(SamplingSettings.DEFAULT), tests, List.of());
        final DiscoverySettings settings = DiscoverySettings.DEFAULT.withSelection(selection);
        final Discovery discovery = new Discovery(settings, tested,
            SeismAnalysis.results(tested, List.of(), 0.05, 3, Progress.NONE), Optional.empty(), List.of());
        return new Sample(discovery, accepted(study), ReportSource.of(discovery).withTitle("large.fasta").withVersion(Version.NUMBER));
    }

    private static Sample sample(final Study study, final int replicates, final QualityReport quality, final List<String> notes,
        final String title, final String command) {
        final DiscoverySettings settings =
            DiscoverySettings.DEFAULT.withSampling(SamplingSettings.DEFAULT.withReplicates(replicates));
        try (TaskRunner.Pool pool = TaskRunner.withThreads(2)) {
            final Discovery discovery = SeismAnalysis.discover(study, settings, pool, Progress.NONE);
            return new Sample(discovery, quality, ReportSource.of(discovery).withTitle(title).withVersion(Version.NUMBER)
                .withCommand(command).withQuality(quality, notes));
        }
    }

    private static QualityReport accepted(final Study study) {
        final List<QualityReport.Row> rows = new ArrayList<>();
        for (int i = 0; i < study.size(); i++) {
            rows.add(new QualityReport.Row(i + 1, study.sequences().id(i), true, ""));
        }
        rows.add(new QualityReport.Row(study.size() + 1, IMAGE, false, "phenotype is missing"));
        return new QualityReport(rows);
    }

    static void delete(final Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            final Path[] all = files.toArray(Path[]::new);
            for (int k = all.length - 1; k >= 0; k--) {
                Files.delete(all[k]);
            }
        }
    }

    static long sum(final int[] counts) {
        return Arrays.stream(counts).asLongStream().sum();
    }
}
