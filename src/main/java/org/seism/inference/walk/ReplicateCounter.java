package org.seism.inference.walk;

import java.util.concurrent.atomic.AtomicLong;

import org.seism.Progress;

/** Progress of all legs together. */
public final class ReplicateCounter {
    private final Progress m_progress;
    private final AtomicLong m_done = new AtomicLong();
    private volatile long m_total;

    public ReplicateCounter(final Progress progress) {
        m_progress = progress;
    }

    /** So many more replicates are wanted than are there by now. */
    public void expect(final long missing) {
        m_total = m_done.get() + missing;
    }

    public void checkCancelled() {
        m_progress.checkCancelled();
    }

    /** One more replicate is there. */
    public void passed() {
        final long done = m_done.incrementAndGet();
        if ((done & 15) == 0) {
            final long total = m_total;
            m_progress.report((double)done / total, () -> "Replicate " + done + " of " + total);
        }
    }
}
