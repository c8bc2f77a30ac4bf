package org.seism.analysis.field;

import java.util.List;

import org.seism.inference.LogProbability;
import org.seism.motif.SiteMatrix;

/** What the values of a field are, so that every rendering can decide once per type. */
public enum FieldType {
    /** {@link Integer}. */
    INTEGER(Integer.class),
    /** {@link Integer}, or a {@link String} that says how the number is chosen. */
    CHOSEN_NUMBER(Object.class),
    /** {@link Long}: seeds, and counts that may pass the range of an int. */
    LONG(Long.class),
    /** {@link Double}; unknown values are absent, not NaN. */
    NUMBER(Double.class),
    /** {@link LogProbability}: may be below the range of a double. */
    PROBABILITY(LogProbability.class),
    /** {@link Boolean}. */
    FLAG(Boolean.class),
    /** {@link String}. */
    TEXT(String.class),
    /** An enum constant, written in lower case. */
    CHOICE(Enum.class),
    /** List of texts. */
    TEXTS(List.class),
    /** List of numbers. */
    NUMBERS(double[].class),
    /** {@code [position][letter]}, letters in the order of the alphabet. */
    COUNTS(int[][].class),
    /** {@code [position][letter]}, letters in the order of the alphabet; every row sums to 1. */
    SHARES(double[][].class),
    /** {@code [position][letter]}, letters in the order of the alphabet; log-odds scores in bits. */
    SCORES(double[][].class),
    /** What a logo is drawn from. */
    PICTURE(SiteMatrix.class);

    private final Class<?> m_value;

    FieldType(final Class<?> value) {
        m_value = value;
    }

    /** @return what values are instances of */
    public Class<?> valueClass() {
        return m_value;
    }
}
