package org.seism.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The study is called by what says most, never by a path. */
class StudyTitleTest {

    @ParameterizedTest
    @CsvSource({"/data/heat shock/data.tsv,heat shock", "/data/heat/sequences.fa.gz,heat", "/data/x/ecoli_promoters.tsv,ecoli_promoters",
        "/data/x/peaks.v2.fasta.gz,peaks.v2", "/data/x/DATA.CSV,x", "-,''", "/data/x/.tsv,.tsv", "/data.tsv,''"})
    void saysWhatTheStudyIs(final String file, final String title) {
        assertEquals(title, StudyTitle.of(Path.of(file)));
    }
}
