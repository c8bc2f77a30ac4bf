package org.seism;

import java.util.function.Supplier;

/**
 * Where a long computation reports how far it is and asks whether it should stop. Both hosts adapt it: a terminal line,
 * or KNIME's execution monitor. Implementations are safe for use by several threads at once.
 */
public interface Progress {

    /** Reports nothing and is never cancelled. */
    Progress NONE = new Progress() {
        @Override
        public void report(final double fraction, final Supplier<String> message) {
            // nobody listens
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * @param fraction done so far, 0 to 1
     * @param message what is being done, with counts; evaluated only if someone looks
     */
    void report(double fraction, Supplier<String> message);

    /** @return whether the user asked to stop */
    boolean isCancelled();

    /**
     * To be called at least every 100 ms by every loop.
     *
     * @throws CancelledException if the user asked to stop
     */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }

    /**
     * @param from fraction of this progress where the part begins
     * @param to fraction of this progress where the part ends
     * @return a view that maps 0..1 to from..to
     */
    default Progress part(final double from, final double to) {
        final Progress whole = this;
        return new Progress() {
            @Override
            public void report(final double fraction, final Supplier<String> message) {
                whole.report(from + (to - from) * fraction, message);
            }

            @Override
            public boolean isCancelled() {
                return whole.isCancelled();
            }
        };
    }
}
