package org.seism.cli.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.seism.analysis.DiscoverySettings;
import org.seism.analysis.SelectionSettings;
import org.seism.cli.options.LibraryOption;
import org.seism.cli.options.NullOptions;
import org.seism.cli.options.SelectionOptions;
import org.seism.inference.DataSplitTest;
import org.seism.motif.compare.MotifLibrary;
import org.seism.table.NamedInput;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a whole analysis of a phenotype is asked for: the options of {@code discover}, which {@code panel} has as well. */
public final class DiscoveryOptions {
    @Mixin
    private SelectionOptions m_selection;

    @Mixin
    private NullOptions m_null;

    @Option(names = "--adaptive", paramLabel = "MAX",
        description = "Double the replicates, up to MAX, until the p-value is known to 10%%. The validity is proved for a fixed "
            + "number only.")
    private Integer m_maxReplicates;

    @Option(names = "--split-fraction", paramLabel = "X", defaultValue = "0.5",
        description = "Share of the sequences that selects in the data split, which is shown for comparison. Default: 0.5.")
    private double m_splitFraction;

    @Option(names = "--split-repeats", paramLabel = "N", defaultValue = "1",
        description = "Number of data splits; their p-values are combined as twice the median. Default: 1.")
    private int m_splitRepeats;

    @Option(names = "--alpha", paramLabel = "X", defaultValue = "0.05",
        description = "Level at which motifs are kept. Default: 0.05.")
    private double m_alpha;

    @Option(names = "--flank", paramLabel = "N", defaultValue = "3",
        description = "Letters shown on either side of a site in logos. Default: 3.")
    private int m_flank;

    @Option(names = "--refit",
        description = "Fit all motifs together (ridge) and cross-validate the coefficients: how well do the motifs predict? "
            + "Descriptive. Writes refit.tsv.")
    private boolean m_refit;

    /** @return the option that names the library */
    public LibraryOption library() {
        return m_selection.library();
    }

    /** @return the settings, without the library */
    public DiscoverySettings settings() {
        final SelectionSettings selection = m_selection.settings(SelectionSettings.DEFAULT.motifs());
        final var sampling = m_null.settings(DiscoverySettings.DEFAULT.sampling().replicates());
        final DataSplitTest.Settings split = new DataSplitTest.Settings(m_splitFraction, m_splitRepeats,
            DataSplitTest.Settings.DEFAULT.method(), DataSplitTest.Settings.DEFAULT.permutations(), sampling.seed());
        return new DiscoverySettings(selection, m_null.choice(),
            m_maxReplicates == null ? sampling : sampling.withMaxReplicates(m_maxReplicates), split, m_alpha, m_flank, m_refit)
                .withTransform(m_null.transform()).withExtras(m_null.extras());
    }

    /**
     * @param asked as {@link #settings} gives them
     * @param opener opens the library's file
     * @param warnings told of motifs of the library that are skipped
     * @return with the library, if one is named: to compare with, and as candidates where that is asked for
     */
    public DiscoverySettings withLibrary(final DiscoverySettings asked, final Function<Path, NamedInput> opener,
        final Consumer<List<String>> warnings) {
        final Optional<MotifLibrary> library = library().read(opener, warnings);
        final DiscoverySettings wanted = asked.withSelection(m_selection.withLibrary(asked.selection(), library));
        return library.map(wanted::withLibrary).orElse(wanted);
    }
}
