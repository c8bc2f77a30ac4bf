package org.seism.motif;

import java.util.Optional;

import org.seism.sequence.Alphabet;

/**
 * A word that was refined to soft columns (METHOD, section 6). The columns are what is drawn, searched and tested; letters are matched,
 * counted and erased by the word that it was refined from.
 *
 * @param word the candidate that won its step
 * @param soft what took its place; a trained filter may have grown from a word of another width
 */
public record RefinedWord(WordMotif word, SoftMotif soft) implements Motif {
    /** Checks that both have the same alphabet. */
    public RefinedWord {
        if (word.alphabet() != soft.alphabet()) {
            throw new IllegalArgumentException(word + " is not refined to " + soft);
        }
    }

    @Override
    public String name() {
        return consensus();
    }

    @Override
    public String consensus() {
        return soft.consensus();
    }

    @Override
    public Alphabet alphabet() {
        return soft.alphabet();
    }

    @Override
    public int width() {
        return soft.width();
    }

    @Override
    public WordMotif letters() {
        return word;
    }

    @Override
    public double[][] columns() {
        return soft.columns();
    }

    @Override
    public boolean isSoft() {
        return true;
    }

    @Override
    public Activation activation() {
        return soft.activation();
    }

    @Override
    public Optional<WordMotif> seed() {
        return Optional.of(word);
    }

    @Override
    public RefinedWord reverseComplement() {
        return new RefinedWord(word.reverseComplement(), soft.reverseComplement());
    }

    @Override
    public String toString() {
        return consensus();
    }
}
