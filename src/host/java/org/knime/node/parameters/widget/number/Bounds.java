package org.knime.node.parameters.widget.number;

/** Whole bounds are shown without a fraction. */
final class Bounds {

    private Bounds() {
    }

    static String text(final double bound) {
        return bound == Math.rint(bound) && Math.abs(bound) < 1e15 ? Long.toString((long)bound)
            : Double.toString(bound);
    }
}
