package org.seism.knime.parameters;

import org.knime.node.DefaultNode;

/** Links that every node's description offers. */
public final class Links {
    private static final String PAPER = "https://openreview.net/forum?id=nddEHTSnqg";
    private static final String PREPRINT = "https://arxiv.org/abs/2212.12542";

    private Links() {
    }

    /**
     * @param node a node
     * @return the node with links to the paper
     */
    public static DefaultNode addTo(final DefaultNode node) {
        return node
            .addExternalResource(PAPER, "Villi\u00e9, Veber, De Castro, Jacob: Neural Networks beyond explainability: Selective "
                + "inference for sequence motifs (Transactions on Machine Learning Research, 2023)")
            .addExternalResource(PREPRINT, "The same paper as a preprint on arXiv");
    }
}
