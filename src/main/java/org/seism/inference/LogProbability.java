package org.seism.inference;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A probability by its natural logarithm, so that values below 1e-300 keep their digits.
 *
 * @param log natural logarithm, at most 0
 */
public record LogProbability(double log) {

    /** @return the probability; 0 if it is below the smallest double */
    public double value() {
        return Math.min(1, Math.exp(log));
    }

    /** @return decimal logarithm */
    public double log10() {
        return log / Math.log(10);
    }

    /** @return six significant digits, also far below the range of a double */
    public String text() {
        if (log >= 0) {
            return "1";
        }
        final double l = log10();
        // logarithms carry about 13 decimals here; the offset keeps 9.999999 from being written as 10
        final long exponent = (long)Math.floor(l + 1e-7);
        final BigDecimal mantissa = new BigDecimal(Math.pow(10, l - exponent), new MathContext(6));
        if (exponent >= -4) {
            return mantissa.scaleByPowerOfTen((int)exponent).stripTrailingZeros().toPlainString();
        }
        return mantissa.stripTrailingZeros().toPlainString() + "e" + exponent;
    }
}
