package org.seism.knime.parameters;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.seism.knime.engine.EngineCall;

/**
 * Bounds of number fields. KNIME checks them in the dialog only, so every parameters class checks them again, mostly by
 * making the engine's settings.
 */
public final class Limits {
    /** The largest whole number that a dialog, which is written in JavaScript, can hold exactly. */
    public static final long LARGEST_SEED = (1L << 53) - 1;

    private Limits() {
    }

    /**
     * @param seed a seed
     * @throws InvalidSettingsException if the dialog could not hold it
     */
    public static void requireSeed(final long seed) throws InvalidSettingsException {
        require(seed, 0, LARGEST_SEED, "seed");
    }

    /**
     * @param value a setting
     * @param min smallest value
     * @param max largest value
     * @param name of the setting in messages
     * @throws InvalidSettingsException if it is out of range
     */
    public static void require(final long value, final long min, final long max, final String name)
        throws InvalidSettingsException {
        if (value < min || value > max) {
            throw EngineCall.invalid("The " + name + " is " + value + ".", "Give a whole number from " + min + " to " + max + ".");
        }
    }

    /** At least 2. */
    public static final class Two extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    /** At least 0.1. */
    public static final class Tenth extends MinValidation {
        @Override
        protected double getMin() {
            return 0.1;
        }
    }

    /** At most 0.9. */
    public static final class NineTenths extends MaxValidation {
        @Override
        protected double getMax() {
            return 0.9;
        }
    }

    /** Above 0. */
    public static final class AboveZero extends MinValidation {
        @Override
        protected double getMin() {
            return 0;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    /** Below 1. */
    public static final class BelowOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    /** At most 1. */
    public static final class One extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    /** At most 62, the longest word of plain letters that the engine packs. */
    public static final class LongestWord extends MaxValidation {
        @Override
        protected double getMax() {
            return 62;
        }
    }

    /** At most 100. */
    public static final class Hundred extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    /** At most 1000. */
    public static final class Thousand extends MaxValidation {
        @Override
        protected double getMax() {
            return 1000;
        }
    }

    /** At most a million. */
    public static final class Million extends MaxValidation {
        @Override
        protected double getMax() {
            return 1_000_000;
        }
    }

    /** At most a hundred million. */
    public static final class HundredMillion extends MaxValidation {
        @Override
        protected double getMax() {
            return 100_000_000;
        }
    }

    /** At most {@link #LARGEST_SEED}. */
    public static final class LargestSeed extends MaxValidation {
        @Override
        protected double getMax() {
            return LARGEST_SEED;
        }
    }
}
