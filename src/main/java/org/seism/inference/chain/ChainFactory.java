package org.seism.inference.chain;

import org.apache.commons.rng.UniformRandomProvider;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.event.EventShape;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.PermutationNull;
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
     * Chains of the gaussian null.
     *
     * @param geometry null hypothesis of one motif
     * @param kernel transition kernel
     * @param runner for what all chains of the motif share
     * @param progress cancellation
     * @return the chains
     */
    static ChainFactory gaussian(final NullGeometry geometry, final Kernel kernel, final TaskRunner runner,
        final Progress progress) {
        final EventShape shape = new EventShape(geometry, runner);
        return kernel == Kernel.BLOCK ? (start, random) -> new BlockRotationChain(shape, start, random, progress)
            : (start, random) -> new HypersphereChain(shape, start, random);
    }

    /**
     * Chains of the permutation null.
     *
     * @param null_ null of one motif with its event
     * @param runner for what all chains of the motif share
     * @param progress cancellation
     * @return the chains
     */
    static ChainFactory permutation(final PermutationNull null_, final TaskRunner runner, final Progress progress) {
        return permutation(new PermutationShape(null_, runner), ChainLaw.of(null_), progress);
    }

    /**
     * Chains of the permutation null under another law than that of a p-value.
     *
     * @param shape null and event of one motif
     * @param law what weighs arrangements, and how large their statistic must be
     * @param progress cancellation
     * @return the chains
     */
    static ChainFactory permutation(final PermutationShape shape, final ChainLaw law, final Progress progress) {
        return (start, random) -> new StrataChain(shape, law, start, random, progress);
    }
}
