package org.seism.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent random streams split from one seed, named by what they are for, so that results depend on the seed alone and not
 * on the order in which chains run.
 */
public final class RandomStreams {
    private RandomStreams() {
    }

    /**
     * @param seed the user's seed
     * @param purpose what the stream is for
     * @param keys which one of that purpose; different keys give unrelated streams
     * @return a new generator (xoshiro256++, seeded through SplitMix64)
     */
    public static UniformRandomProvider of(final long seed, final StreamPurpose purpose, final long... keys) {
        long state = mixed(seed, purpose.key());
        for (final long key : keys) {
            state = mixed(state, key);
        }
        final UniformRandomProvider filler = RandomSource.SPLIT_MIX_64.create(state);
        return RandomSource.XO_SHI_RO_256_PP.create(
            new long[]{filler.nextLong(), filler.nextLong(), filler.nextLong(), filler.nextLong()});
    }

    /** One step of SplitMix64 per key: mixes the key into all bits. */
    private static long mixed(final long state, final long key) {
        return RandomSource.SPLIT_MIX_64.create(state ^ (key + 1) * 0x9e3779b97f4a7c15L).nextLong();
    }
}
