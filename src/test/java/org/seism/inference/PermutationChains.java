package org.seism.inference;

import org.apache.commons.rng.UniformRandomProvider;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.inference.chain.ChainLaw;
import org.seism.inference.chain.StrataChain;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.design.NullDesign;
import org.seism.inference.design.NullModel;
import org.seism.inference.event.NullGeometry;
import org.seism.inference.event.PermutationNull;
import org.seism.inference.event.PermutationShape;
import org.seism.selection.SelectionPath;

/** Chains of the permutation null for tests. */
final class PermutationChains {
    private PermutationChains() {
    }

    /** The plain permutation null of a motif, whose event has all the steps of its hypothesis. */
    static PermutationNull nullOf(final SelectionPath path, final int motif, final Hypothesis hypothesis, final double[] y) {
        return new PermutationNull(path, motif, hypothesis, hypothesis == Hypothesis.SEQUENTIAL ? motif + 1 : path.size(),
            NullDesign.plain(NullModel.PERMUTATION, y, new double[0][]));
    }

    /** The same for the motif and phenotype of a gaussian null. */
    static PermutationNull nullOf(final NullGeometry geometry) {
        final double[] y = geometry.residual().clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = (y[i] + geometry.fit()[i]) * geometry.radius();
        }
        return nullOf(geometry.path(), geometry.motif(), geometry.hypothesis(), y);
    }

    /** A chain at the observed phenotype. */
    static StrataChain chain(final PermutationNull null_, final UniformRandomProvider random) {
        return new StrataChain(new PermutationShape(null_, TaskRunner.sequential()), ChainLaw.of(null_), null_.residual(), random, Progress.NONE);
    }
}
