package org.seism.inference.chain;

import org.apache.commons.rng.UniformRandomProvider;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.NullModel;
import org.seism.inference.event.PermutationShape;

/** Makes chains of one kernel that start where they are told to. */
public interface ChainFactory {

    /**
     * @param start residual part of a phenotype inside the event; copied
     * @param random the chain's own stream
     * @return a chain that stands there
     */
    Chain start(double[] start, UniformRandomProvider random);

    /**
     * @param geometry null hypothesis of one motif
     * @param settings null model and kernel
     * @param runner for what all chains of the motif share
     * @param progress cancellation
     * @return the chains that the settings ask for
     */
    static ChainFactory of(final NullGeometry geometry, final SamplingSettings settings, final TaskRunner runner,
        final Progress progress) {
        if (settings.nullModel() == NullModel.PERMUTATION) {
            final PermutationShape permutations = new PermutationShape(geometry, runner);
            return (start, random) -> new SwapChain(permutations, start, random, progress);
        }
        final EventShape shape = new EventShape(geometry, runner);
        return settings.kernel() == Kernel.BLOCK ? (start, random) -> new BlockRotationChain(shape, start, random, progress)
            : (start, random) -> new HypersphereChain(shape, start, random);
    }
}
