package org.seism.linear;

/** Where a trigonometric polynomial of degree one vanishes on the half circle; the ends of all events along a circle. */
public final class CircleRoots {
    private CircleRoots() {
    }

    /**
     * Roots of a + b cos(t) + c sin(t) in (0, pi).
     *
     * @param a constant
     * @param b factor of the cosine
     * @param c factor of the sine
     * @param roots the roots are written here
     * @param count how many it holds already
     * @return how many it holds now: up to two more
     */
    public static int add(final double a, final double b, final double c, final double[] roots, final int count) {
        final double length = Math.hypot(b, c);
        if (!(length >= Math.abs(a)) || length == 0) {
            return count;
        }
        final double phase = Math.atan2(c, b);
        final double half = Math.atan2(Math.sqrt((length - a) * (length + a)), -a);
        int n = count;
        for (int sign = -1; sign <= 1; sign += 2) {
            double t = phase + sign * half;
            if (t < 0) {
                t += 2 * Math.PI;
            }
            if (t > Math.PI) {
                t -= 2 * Math.PI;
            }
            if (t > 0 && t < Math.PI) {
                roots[n++] = t;
            }
        }
        return n;
    }
}
