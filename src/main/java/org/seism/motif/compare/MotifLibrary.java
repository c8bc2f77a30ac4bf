package org.seism.motif.compare;

import java.util.ArrayList;
import java.util.List;

import org.seism.InputException;
import org.seism.motif.format.MotifFile;
import org.seism.sequence.Alphabet;

/**
 * Known motifs that lend their names.
 *
 * @param name of the file or table that they come from
 * @param motifs at least one, all over as many letters
 */
public record MotifLibrary(String name, List<LibraryMotif> motifs) {

    /**
     * Copies and checks the list.
     *
     * @throws InputException if it is empty or mixes alphabets that can't be compared
     */
    public MotifLibrary {
        motifs = List.copyOf(motifs);
        if (motifs.isEmpty()) {
            throw new InputException(name + " holds no motif.", "Choose a file with motifs, such as JASPAR's.");
        }
        final int letters = motifs.get(0).matrix().alphabet().size();
        for (final LibraryMotif motif : motifs) {
            if (motif.matrix().alphabet().size() != letters) {
                throw new InputException(name + " mixes motifs over " + letters + " and " + motif.matrix().alphabet().size()
                    + " letters ('" + motif.matrix().name() + "').", "Use a library of one kind of sequence.");
            }
        }
    }

    /**
     * @param alphabet of the motifs to be compared
     * @return this library
     * @throws InputException if it is of another kind of sequence
     */
    public MotifLibrary require(final Alphabet alphabet) {
        final Alphabet own = motifs.get(0).matrix().alphabet();
        if (own.size() != alphabet.size()) {
            throw new InputException(name + " holds " + own.label() + " motifs, the others are " + alphabet.label() + " motifs.",
                "Use a library of the same kind of sequence.");
        }
        return this;
    }

    /** @return name and size, for instance {@code jaspar.tf (879 motifs)} */
    public String text() {
        return name + " (" + motifs.size() + (motifs.size() == 1 ? " motif)" : " motifs)");
    }

    /**
     * @param name of the file
     * @param file what it holds
     * @return its motifs with their families
     * @throws InputException if it mixes alphabets that can't be compared
     */
    public static MotifLibrary of(final String name, final MotifFile file) {
        final List<LibraryMotif> motifs = new ArrayList<>();
        for (int t = 0; t < file.motifs().size(); t++) {
            motifs.add(new LibraryMotif(file.motifs().get(t), file.families().get(t)));
        }
        return new MotifLibrary(name, motifs);
    }
}
