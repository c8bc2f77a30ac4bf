package org.seism.study;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

import org.seism.sequence.AlphabetChoice;
import org.seism.sequence.Strands;
import org.seism.study.check.Adjustment;
import org.seism.study.check.CopyRule;

/**
 * How rows become a study. Immutable; change single settings with the {@code with} methods.
 *
 * @param alphabet the alphabet, or automatic
 * @param strands which strands are scanned; both only for nucleic acids
 * @param minWidth smallest motif width that will be used, in letters, at least 1: a sequence without a window of this
 *            width is left out
 * @param phenotypeType how the phenotype is read
 * @param positiveClass the class coded as 1; empty means: the second of exactly two classes in sorted order
 * @param adjust covariates computed from the sequences
 * @param copies what is done with copies among the sequences
 */
public record StudySettings(AlphabetChoice alphabet, Strands strands, int minWidth, PhenotypeType phenotypeType,
    String positiveClass, Set<Adjustment> adjust, CopyRule copies) {

    /** Automatic alphabet, single strand, width 6, automatic phenotype, no adjustment, a warning about copies. */
    public static final StudySettings DEFAULTS =
        new StudySettings(AlphabetChoice.AUTO, Strands.SINGLE, 6, PhenotypeType.AUTO, "", Set.of(), CopyRule.WARN);

    /** Checks the width. */
    public StudySettings {
        if (minWidth < 1) {
            throw new IllegalArgumentException("width " + minWidth + " is below 1");
        }
        positiveClass = positiveClass == null ? "" : positiveClass.strip();
        // a set of its own order would make results depend on the run
        adjust = Collections.unmodifiableSet(new TreeSet<>(adjust));
    }

    /**
     * @param choice the alphabet, or automatic
     * @return changed settings
     */
    public StudySettings withAlphabet(final AlphabetChoice choice) {
        return new StudySettings(choice, strands, minWidth, phenotypeType, positiveClass, adjust, copies);
    }

    /**
     * @param scanned which strands are scanned
     * @return changed settings
     */
    public StudySettings withStrands(final Strands scanned) {
        return new StudySettings(alphabet, scanned, minWidth, phenotypeType, positiveClass, adjust, copies);
    }

    /**
     * @param width smallest motif width that will be used
     * @return changed settings
     */
    public StudySettings withMinWidth(final int width) {
        return new StudySettings(alphabet, strands, width, phenotypeType, positiveClass, adjust, copies);
    }

    /**
     * @param type how the phenotype is read
     * @return changed settings
     */
    public StudySettings withPhenotypeType(final PhenotypeType type) {
        return new StudySettings(alphabet, strands, minWidth, type, positiveClass, adjust, copies);
    }

    /**
     * @param name the class coded as 1, or empty
     * @return changed settings
     */
    public StudySettings withPositiveClass(final String name) {
        return new StudySettings(alphabet, strands, minWidth, phenotypeType, name, adjust, copies);
    }

    /**
     * @param adjustments covariates computed from the sequences
     * @return changed settings
     */
    public StudySettings withAdjust(final Set<Adjustment> adjustments) {
        return new StudySettings(alphabet, strands, minWidth, phenotypeType, positiveClass, adjustments, copies);
    }

    /**
     * @param rule what is done with copies
     * @return changed settings
     */
    public StudySettings withCopies(final CopyRule rule) {
        return new StudySettings(alphabet, strands, minWidth, phenotypeType, positiveClass, adjust, rule);
    }
}
