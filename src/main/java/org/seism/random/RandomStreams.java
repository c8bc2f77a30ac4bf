package org.seism.random;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Independent random streams split from one seed, one per chain and motif, so that results depend on the seed alone and not
 * on the order in which chains run.
 */
public final class RandomStreams {
    private RandomStreams() {
    }

    /**
     * @param seed the user's seed
     * @param keys what the stream is for; different keys give unrelated streams
     * @return a new generator (xoshiro256++, seeded through SplitMix64)
     */
    public static UniformRandomProvider of(final long seed, final long... keys) {
        long state = seed;
        for (final long key : keys) {
            // one step of SplitMix64 per key: mixes the key into all bits
            state = RandomSource.SPLIT_MIX_64.create(state ^ (key + 1) * 0x9e3779b97f4a7c15L).nextLong();
        }
        final UniformRandomProvider filler = RandomSource.SPLIT_MIX_64.create(state);
        return RandomSource.XO_SHI_RO_256_PP.create(
            new long[]{filler.nextLong(), filler.nextLong(), filler.nextLong(), filler.nextLong()});
    }
}
