package org.seism.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The user's wish to stop (Ctrl-C, a closed terminal, a scheduler's signal). The virtual machine then runs its shutdown
 * hooks while the work goes on: the hook raises a flag that the work asks for, and waits a moment for the work to clean up
 * behind itself. If it doesn't, the hook throws the unfinished output away, so that never half a result is left.
 */
final class Interruption {
    /** Together with the clean-up well below the second within which a command must stop. */
    private static final long PATIENCE_MILLIS = 700;

    private final CountDownLatch m_finished = new CountDownLatch(1);
    private final AtomicReference<Runnable> m_cleanUp = new AtomicReference<>(() -> { });
    private volatile boolean m_requested;

    /** To be called once, by the program itself; tests in one virtual machine go without. */
    void install() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "seism-stop"));
    }

    /** What the shutdown hook does: raises the flag and waits; returns at once where the work is done. */
    void stop() {
        m_requested = true;
        try {
            if (!m_finished.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                m_cleanUp.get().run();
            }
        } catch (InterruptedException e) {
            m_cleanUp.get().run();
        }
    }

    /** @return whether the work should stop */
    boolean requested() {
        return m_requested;
    }

    /** Raises the flag, as a signal does. */
    void request() {
        m_requested = true;
    }

    /** @param action throws away what is not finished; may run at any time in another thread */
    void onKill(final Runnable action) {
        m_cleanUp.set(action);
    }

    /** The work is done or has cleaned up. */
    void finished() {
        m_finished.countDown();
    }
}
