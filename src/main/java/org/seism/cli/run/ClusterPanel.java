package org.seism.cli.run;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.seism.Progress;

/**
 * Runs the phenotypes of a panel on a cluster. Found by {@link java.util.ServiceLoader}: the command line itself has none,
 * the module {@code spark} brings one.
 */
public interface ClusterPanel {
    /**
     * @param master where the cluster is
     * @param settings of the cluster, by name
     * @param parcel the panel
     * @param numbers of the phenotypes that are to be run
     * @param sink takes each result as soon as it is there, one at a time, once each
     * @param progress progress and cancellation
     * @throws org.seism.InputException if the cluster can't be reached, or a phenotype can't be run on it
     */
    void run(String master, Map<String, String> settings, PanelParcel parcel, List<Integer> numbers,
        Consumer<PanelParcel.Result> sink,
        Progress progress);
}
