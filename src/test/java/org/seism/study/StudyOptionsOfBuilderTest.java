package org.seism.study;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seism.sequence.Inputs.refused;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.Progress;
import org.seism.sequence.AlphabetChoice;
import org.seism.sequence.Strands;
import org.seism.study.check.Adjustment;
import org.seism.study.check.CopyRule;
import org.seism.study.check.StudyCheck;
import org.seism.table.CellValue;

/** Copies, factors and covariates that the sequences hold. */
class StudyOptionsOfBuilderTest {
    private static final StudySettings DNA = StudySettings.DEFAULTS.withMinWidth(4).withAlphabet(AlphabetChoice.DNA);
    private static final String[] LETTERS = {"ACGTACGG", "CCGTATTA", "TTTTACCC", "ACACATTT", "GGGTAGTA", "CATGAGGA", "ACGTACGG", "CCGTACGT"};

    private static StudyBuilder rows(final StudySettings settings, final String... factor) {
        final StudyBuilder builder = new StudyBuilder("table", "y", factor.length == 0 ? List.of() : List.of("batch"), settings);
        for (int i = 0; i < LETTERS.length; i++) {
            builder.add("s" + i, LETTERS[i], CellValue.of(i % 3 + 0.1 * i),
                factor.length == 0 ? List.of() : List.of(CellValue.parse(factor[i])));
        }
        return builder;
    }

    @Test
    @DisplayName("copies are warned of, or the first of each is kept, or they are refused")
    void copies() {
        final PreparedStudy warned = rows(DNA).build(Progress.NONE);
        assertEquals(8, warned.study().size());
        assertEquals(StudyCheck.Kind.COPIES, warned.checks().get(0).kind());
        assertEquals("copy of 's0'", warned.quality().rows().get(6).reason());
        final PreparedStudy first = rows(DNA.withCopies(CopyRule.FIRST)).build(Progress.NONE);
        assertEquals(7, first.study().size());
        assertEquals("copy of 's0'", first.quality().rows().get(6).reason());
        assertTrue(!first.quality().rows().get(6).kept() && first.checks().isEmpty());
        refused(() -> rows(DNA.withCopies(CopyRule.ERROR)).build(Progress.NONE), "Only 7 of 8", "1 identical");
        // CCGTACGT reads ACGTACGG on the other strand
        final PreparedStudy both = rows(DNA.withStrands(Strands.BOTH).withCopies(CopyRule.FIRST)).build(Progress.NONE);
        assertEquals(6, both.study().size());
        assertEquals("reverse complement of 's0'", both.quality().rows().get(7).reason());
    }

    @Test
    @DisplayName("names become indicators, the first level is the reference, and a missing one leaves the row out")
    void factors() {
        final PreparedStudy p = rows(DNA, "b", "a", "c", "b", "a", "c", "NA", "a").build(Progress.NONE);
        assertEquals(List.of("batch=b", "batch=c"), p.study().covariates().names());
        assertArrayEquals(new double[]{1, 0, 0, 1, 0, 0, 0}, p.study().covariates().values()[0]);
        assertArrayEquals(new double[]{0, 0, 1, 0, 0, 1, 0}, p.study().covariates().values()[1]);
        assertTrue(p.quality().rows().get(6).reason().contains("covariate 'batch' is missing"));
        assertTrue(p.notes().stream().anyMatch(n -> n.contains("factor with 3 levels") && n.contains("'a' is the reference")));
        refused(() -> rows(DNA, "1", "2", "3", "4", "x", "6", "7", "8").build(Progress.NONE), "7 numbers and 1 texts", "'x'");
        refused(() -> rows(DNA, "a", "b", "c", "d", "e", "f", "g", "h").build(Progress.NONE), "8 different names", "factor");
    }

    @Test
    @DisplayName("length and GC content become covariates; a constant one is left out with a note")
    void adjusted() {
        final PreparedStudy p = rows(DNA.withAdjust(Set.of(Adjustment.GC, Adjustment.LENGTH))).build(Progress.NONE);
        assertEquals(List.of("GC content"), p.study().covariates().names());
        assertArrayEquals(new double[]{.625, .375, .375, .25, .5, .5, .625, .625}, p.study().covariates().values()[0]);
        assertTrue(p.notes().stream().anyMatch(n -> n.contains("same sequence length")));
        refused(() -> {
            final StudyBuilder builder = new StudyBuilder("table", "y", List.of(),
                StudySettings.DEFAULTS.withAlphabet(AlphabetChoice.PROTEIN).withAdjust(Set.of(Adjustment.GC)));
            for (int i = 0; i < LETTERS.length; i++) {
                builder.add("s" + i, LETTERS[i] + "MKWLLV".charAt(i % 6), CellValue.of(i), List.of());
            }
            builder.build(Progress.NONE);
        }, "Protein sequences have no GC content");
    }
}
