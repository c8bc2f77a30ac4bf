package org.seism.cli.options;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** What a study is called where nobody says: the file's name, or its folder's where the file's says nothing. Never a path. */
final class StudyTitle {
    /** Names that files of any study have. */
    private static final Set<String> GENERAL = Set.of("data", "dataset", "input", "sequences", "sequence", "seqs", "seq", "table", "study", "train",
        "all", "y", "phenotype", "positive", "peaks", "fasta", "-");

    private StudyTitle() {
    }

    /**
     * @param input the file with the sequences, or - for standard input
     * @return a title, possibly empty
     */
    static String of(final Path input) {
        final String file = input.getFileName() == null ? "" : input.getFileName().toString();
        final String name = file.replaceFirst("(?i)\\.gz$", "").replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,6}$", "");
        if (!GENERAL.contains(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        final Path folder = file.equals("-") ? null : input.toAbsolutePath().normalize().getParent();
        return folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString();
    }
}
