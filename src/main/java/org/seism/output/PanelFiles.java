package org.seism.output;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.seism.analysis.field.MotifField;
import org.seism.analysis.panel.MotifGroups;
import org.seism.analysis.panel.PanelFindings;
import org.seism.analysis.panel.PanelMotif;
import org.seism.analysis.panel.PhenotypeResult;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.format.MotifFormat;
import org.seism.sequence.Strands;
import org.seism.table.DelimitedWriter;

/**
 * The tables of a panel: {@value #TABLE}, a row per phenotype; {@value #MOTIFS}, a row per phenotype and motif;
 * {@value #GROUPS}, a row per group of motifs that look alike and a column per phenotype; {@value #MATRICES}, a matrix per
 * group. Equal results are equal bytes.
 */
public final class PanelFiles {
    /** One row per phenotype, in the order in which they were named. */
    public static final String TABLE = "panel.tsv";
    /** The same while the panel is at work, without what needs all phenotypes. */
    public static final String PART = "panel.part.tsv";
    /** One row per phenotype and motif. */
    public static final String MOTIFS = "motifs.tsv";
    /** Motif by phenotype. */
    public static final String GROUPS = "groups.tsv";
    /** The groups' matrices in MEME's minimal format. */
    public static final String MATRICES = "groups.meme";
    /** Folder of the phenotypes' own results. */
    public static final String FOLDERS = "phenotypes";

    private static final List<String> COLUMNS = List.of("phenotype", "state", "sequences", "leftOut", "candidates", "motifs",
        "kept", "p",
        "q", "motif", "correlation", "remark");

    private PanelFiles() {
    }

    /**
     * @param number of a phenotype, from 0
     * @param name of the phenotype
     * @return the folder of its own results within that of the panel, with / between folders: a number, so that it is the
     *             only one of its name, and what of the name any file system takes
     */
    public static String folder(final int number, final String name) {
        final String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_");
        return FOLDERS + "/" + String.format(Locale.ROOT, "%04d_%s", number + 1, plain.substring(0, Math.min(60, plain.length())));
    }

    /**
     * Writes {@value #PART}: what is known so far.
     *
     * @param folder of the panel
     * @param names of all phenotypes
     * @param finished results so far, by number
     */
    public static void writePart(final Path folder, final List<String> names, final List<PhenotypeResult> finished) {
        final Map<Integer, PhenotypeResult> known = new HashMap<>();
        finished.forEach(r -> known.put(r.number(), r));
        AtomicFiles.writeText(folder.resolve(PART), out -> {
            final DelimitedWriter table = new DelimitedWriter(out, COLUMNS);
            for (int k = 0; k < names.size(); k++) {
                if (known.containsKey(k)) {
                    table.row(row(known.get(k), Optional.empty()));
                } else {
                    table.row(names.get(k), "not finished", "", "", "", "", "", "", "", "", "", "");
                }
            }
        });
    }

    /**
     * Writes all tables, and removes {@value #PART}.
     *
     * @param folder of the panel
     * @param results of all phenotypes, by number
     * @param findings over all of them
     * @param groups of the motifs that are kept
     * @param strands which strands were scanned
     */
    public static void write(final Path folder, final List<PhenotypeResult> results, final PanelFindings findings,
        final List<MotifGroups.Group> groups, final Strands strands) {
        AtomicFiles.writeText(folder.resolve(MOTIFS), out -> writeMotifs(results, findings, groups, out));
        AtomicFiles.writeText(folder.resolve(GROUPS), out -> writeGroups(results, findings, groups, out));
        if (!groups.isEmpty()) {
            AtomicFiles.writeText(folder.resolve(MATRICES), out -> out.write(MotifFormat.MEME.write(
                IntStream.range(0, groups.size()).mapToObj(g -> matrix(g, groups.get(g))).toList(), strands)));
        }
        AtomicFiles.writeText(folder.resolve(TABLE), out -> {
            final DelimitedWriter table = new DelimitedWriter(out, COLUMNS);
            results.forEach(r -> table.row(row(r, Optional.of(findings))));
        });
        try {
            Files.deleteIfExists(folder.resolve(PART));
        } catch (IOException e) {
            throw AtomicFiles.unwritable(folder.resolve(PART), e);
        }
    }

    private static FrequencyMatrix matrix(final int index, final MotifGroups.Group group) {
        final FrequencyMatrix m = group.matrix();
        return new FrequencyMatrix(groupName(index), m.description(), m.alphabet(), m.frequencies(), m.sites(),
            m.background());
    }

    /**
     * @param index of a group, from 0
     * @return its name in files and on the page
     */
    public static String groupName(final int index) {
        return "GROUP-" + (index + 1);
    }

    private static String[] row(final PhenotypeResult result, final Optional<PanelFindings> findings) {
        if (result instanceof final PhenotypeResult.Failed failed) {
            return new String[]{failed.name(), "failed", "", "", "", "", "", "", "", "", "", failed.problem() + " "
                + failed.remedy()};
        }
        final PhenotypeResult.Tested tested = (PhenotypeResult.Tested)result;
        final int number = tested.number();
        final PanelMotif first = tested.motifs().get(0);
        return new String[]{tested.name(), findings.map(f -> f.selected(number) ? "found"
            : "nothing found").orElse("finished"),
            Integer.toString(tested.sequences()), Long.toString(tested.leftOut()), Integer.toString(tested.candidates()),
            Integer.toString(tested.motifs().size()),
            findings.map(f -> Long.toString(tested.motifs().stream().filter(m -> f.kept(number, m)).count())).orElse(""),
            DelimitedWriter.number(first.p()), findings.map(f -> DelimitedWriter.number(f.q(number))).orElse(""), first.word(),
            DelimitedWriter.number(first.correlation()), String.join(" ", tested.remarks())};
    }

    private static void writeMotifs(final List<PhenotypeResult> results, final PanelFindings findings,
        final List<MotifGroups.Group> groups,
        final Writer out) {
        final DelimitedWriter table = new DelimitedWriter(out, Stream.concat(Stream.of("phenotype", "keptInPanel", "group"),
            PanelMotif.FIELDS.stream().map(MotifField::key)).toList());
        for (final PhenotypeResult result : results) {
            if (result instanceof final PhenotypeResult.Tested tested) {
                for (final PanelMotif motif : tested.motifs()) {
                    final List<String> row = new ArrayList<>(List.of(tested.name(),
                        Boolean.toString(findings.kept(tested.number(), motif)),
                        group(groups, tested.number(), motif.rank())));
                    row.addAll(motif.texts());
                    table.row(row.toArray(String[]::new));
                }
            }
        }
    }

    private static String group(final List<MotifGroups.Group> groups, final int phenotype, final int rank) {
        return IntStream.range(0, groups.size()).filter(
            g -> groups.get(g).members().stream().anyMatch(m -> m.phenotype() == phenotype
            && m.motif().rank() == rank)).boxed().findFirst()
            .map(PanelFiles::groupName).orElse("");
    }

    private static void writeGroups(final List<PhenotypeResult> results, final PanelFindings findings,
        final List<MotifGroups.Group> groups,
        final Writer out) {
        final List<PhenotypeResult> shown = results.stream().filter(r -> findings.selected(r.number())).toList();
        final DelimitedWriter table = new DelimitedWriter(out,
            Stream.concat(Stream.of("group", "matrix", "phenotypes"), shown.stream().map(PhenotypeResult::name)).toList());
        for (int g = 0; g < groups.size(); g++) {
            final MotifGroups.Group group = groups.get(g);
            final IntFunction<String> cell = n -> group.of(n).map(m -> DelimitedWriter.number(m.correlation())).orElse("");
            table.row(Stream.concat(Stream.of(groupName(g), group.matrix().consensus(), Integer.toString(group.phenotypes())),
                shown.stream().map(r -> cell.apply(r.number()))).toArray(String[]::new));
        }
    }
}
