package org.seism.motif.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.seism.InputException;
import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;
import org.seism.table.NamedInput;
import org.seism.table.TextInput;

/**
 * What a motif file holds.
 *
 * @param motifs the motifs, at least one
 * @param families of the factors, one per motif; empty where the file does not say (JASPAR's TRANSFAC files do)
 * @param skipped what is wrong with each motif that could not be read, naming file and line
 */
public record MotifFile(List<FrequencyMatrix> motifs, List<String> families, List<InputException> skipped) {

    /** Copies the lists. */
    public MotifFile {
        motifs = List.copyOf(motifs);
        families = List.copyOf(families);
        skipped = List.copyOf(skipped);
    }

    /**
     * Reads an input as sequences are read: plain or gzip, UTF-8 or UTF-16, any line ends.
     *
     * @param input the file
     * @param layout how it is laid out, or null to tell from the content
     * @param alphabet the alphabet the motifs must have, or null to take the file's own (DNA where it does not say)
     * @return its motifs
     * @throws InputException if it can't be read, no layout fits or more than one, or no motif can be read
     */
    public static MotifFile read(final NamedInput input, final MotifLayout layout, final Alphabet alphabet) {
        final StringBuilder text = new StringBuilder();
        try (BufferedReader in = TextInput.open(input.open(), input.name())) {
            final char[] buffer = new char[1 << 14];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                text.append(buffer, 0, n);
            }
        } catch (IOException e) {
            throw TextInput.unreadable(input.name(), e);
        }
        final int binary = TextInput.binaryCharacter(text);
        if (binary >= 0) {
            throw TextInput.binary(input.name(), text.substring(0, binary).lines().count());
        }
        return parse(text.toString(), input.name(), layout, alphabet);
    }

    /**
     * @param text the file's content
     * @param source the file's name for messages
     * @param layout how it is laid out, or null to tell from the content
     * @param alphabet as in {@link #read}
     * @return its motifs
     * @throws InputException as {@link #read}
     */
    public static MotifFile parse(final String text, final String source, final MotifLayout layout, final Alphabet alphabet) {
        final MotifText lines = new MotifText(text, source);
        final MotifLayout used = layout == null ? MotifLayout.detect(lines) : layout;
        final MotifCollector found = new MotifCollector();
        used.read(lines, alphabet == Alphabet.RNA ? Alphabet.RNA : Alphabet.DNA, found);
        if (found.motifs().isEmpty()) {
            if (!found.bad().isEmpty()) {
                throw found.bad().get(0);
            }
            throw new InputException(source + ": no motif found.", "Check that this is a " + used.label() + " motif file.");
        }
        final List<FrequencyMatrix> wanted = new ArrayList<>(found.motifs().size());
        for (final FrequencyMatrix m : found.motifs()) {
            if (alphabet != null && m.alphabet().hasComplement() != alphabet.hasComplement()) {
                throw new InputException(source + ": motif " + m.name() + " is a " + m.alphabet().label() + " motif, "
                    + alphabet.label() + " is wanted.", "Use motifs of the sequences' kind.");
            }
            wanted.add(alphabet == null || m.alphabet() == alphabet ? m
                : new FrequencyMatrix(m.name(), m.description(), alphabet, m.frequencies(), m.sites(), m.background(), m.url()));
        }
        return new MotifFile(wanted, found.families(), found.bad());
    }

    /**
     * @return this file
     * @throws InputException the first reason for which a motif was skipped
     */
    public MotifFile strict() {
        if (!skipped.isEmpty()) {
            throw skipped.get(0);
        }
        return this;
    }

    /** @return one line about what was skipped, empty if nothing was */
    public String warning() {
        if (skipped.isEmpty()) {
            return "";
        }
        final String first = skipped.get(0).problem();
        return skipped.size() + " of " + (skipped.size() + motifs.size()) + " motifs can't be read and "
            + (skipped.size() == 1 ? "is" : "are") + " skipped: " + first
            + (skipped.size() > 1 ? " (and " + (skipped.size() - 1) + " more)" : "");
    }
}
