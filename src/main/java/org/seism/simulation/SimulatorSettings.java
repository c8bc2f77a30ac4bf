package org.seism.simulation;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.seism.InputException;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * What {@link SequenceSimulator} draws. The linear predictor of a sequence is the sum of the effects of its planted
 * words, the effects of its covariates, and normal noise. Immutable; change single settings with the {@code with}
 * methods, which check them.
 *
 * @param count number of sequences, at least 1
 * @param minLength fewest letters, at least 1 and enough for all planted words beside one another
 * @param maxLength most letters; lengths are uniform between the two
 * @param alphabet the alphabet
 * @param background relative frequency of each letter, in the order of the alphabet
 * @param motifs what is planted, possibly nothing
 * @param strands both: every planted word stands on either strand with probability 1/2 (nucleic acids only)
 * @param noiseSd standard deviation of the noise, at least 0
 * @param covariates what is drawn beside the sequences
 * @param response how the linear predictor becomes a phenotype
 * @param seed of all random numbers
 */
public record SimulatorSettings(int count, int minLength, int maxLength, Alphabet alphabet, List<Double> background,
    List<PlantedMotif> motifs, Strands strands, double noiseSd, List<SimulatedCovariate> covariates, Response response,
    long seed) {

    /** How the linear predictor becomes a phenotype. */
    public enum Response {
        /** The linear predictor itself. */
        NUMERIC,
        /** 1 with probability 1 / (1 + exp(-(predictor - its expectation))), else 0: about half are cases. */
        LOGISTIC,
        /** 1 above the median of the linear predictor, else 0. */
        THRESHOLD
    }

    /** Copies the lists and checks all settings; throws an InputException that names the one that can't be used. */
    public SimulatorSettings {
        background = List.copyOf(background);
        motifs = List.copyOf(motifs);
        covariates = List.copyOf(covariates);
        require(count >= 1, "The number of sequences is " + count + ".", "Ask for at least 1.");
        require(minLength >= 1 && minLength <= maxLength, "The lengths " + minLength + " to " + maxLength + " are no range.",
            "Give lengths of at least 1, the smaller one first.");
        require(noiseSd >= 0 && noiseSd < Double.POSITIVE_INFINITY, "The noise has standard deviation " + noiseSd + ".",
            "Choose a number that is not negative.");
        require(strands == Strands.SINGLE || alphabet.hasComplement(), "Protein sequences have one strand.",
            "Plant on a single strand.");
        checkBackground(alphabet, background);
        checkMotifs(alphabet, motifs, minLength);
        final Set<String> names = new HashSet<>();
        for (final SimulatedCovariate c : covariates) {
            require(names.add(c.name()), "Two covariates are called '" + c.name() + "'.", "Give every covariate its own name.");
            require(Double.isFinite(c.effect()), "Covariate '" + c.name() + "' has the effect " + c.effect() + ".",
                "Choose a finite number.");
        }
    }

    /**
     * @return 100 DNA sequences of 30 letters with equal frequencies, nothing planted, noise of standard deviation 1, a
     *         numeric phenotype and seed 1
     */
    public static SimulatorSettings defaults() {
        return new SimulatorSettings(100, 30, 30, Alphabet.DNA, uniform(Alphabet.DNA), List.of(), Strands.SINGLE, 1, List.of(),
            Response.NUMERIC, 1);
    }

    /**
     * @param sequences number of sequences
     * @return changed settings
     */
    public SimulatorSettings withCount(final int sequences) {
        return new SimulatorSettings(sequences, minLength, maxLength, alphabet, background, motifs, strands, noiseSd, covariates,
            response, seed);
    }

    /**
     * @param letters of every sequence
     * @return changed settings
     */
    public SimulatorSettings withLength(final int letters) {
        return withLengths(letters, letters);
    }

    /**
     * @param fewest letters of a sequence
     * @param most letters of a sequence
     * @return changed settings
     */
    public SimulatorSettings withLengths(final int fewest, final int most) {
        return new SimulatorSettings(count, fewest, most, alphabet, background, motifs, strands, noiseSd, covariates, response,
            seed);
    }

    /**
     * @param letters the alphabet; the background becomes uniform and planted motifs are taken away, because both belong
     *            to the old one
     * @return changed settings
     */
    public SimulatorSettings withAlphabet(final Alphabet letters) {
        return new SimulatorSettings(count, minLength, maxLength, letters, uniform(letters), List.of(),
            letters.hasComplement() ? strands : Strands.SINGLE, noiseSd, covariates, response, seed);
    }

    /**
     * @param frequencies relative frequency of each letter; they need not sum to 1
     * @return changed settings
     */
    public SimulatorSettings withBackground(final List<Double> frequencies) {
        return new SimulatorSettings(count, minLength, maxLength, alphabet, frequencies, motifs, strands, noiseSd, covariates,
            response, seed);
    }

    /**
     * @param planted all motifs to plant
     * @return changed settings
     */
    public SimulatorSettings withMotifs(final List<PlantedMotif> planted) {
        return new SimulatorSettings(count, minLength, maxLength, alphabet, background, planted, strands, noiseSd, covariates,
            response, seed);
    }

    /**
     * @param planted which strands words are planted on
     * @return changed settings
     */
    public SimulatorSettings withStrands(final Strands planted) {
        return new SimulatorSettings(count, minLength, maxLength, alphabet, background, motifs, planted, noiseSd, covariates,
            response, seed);
    }

    /**
     * @param sd standard deviation of the noise
     * @return changed settings
     */
    public SimulatorSettings withNoiseSd(final double sd) {
        return new SimulatorSettings(count, minLength, maxLength, alphabet, background, motifs, strands, sd, covariates, response,
            seed);
    }

    /**
     * @param drawn all covariates
     * @return changed settings
     */
    public SimulatorSettings withCovariates(final List<SimulatedCovariate> drawn) {
        return new SimulatorSettings(count, minLength, maxLength, alphabet, background, motifs, strands, noiseSd, drawn, response,
            seed);
    }

    /**
     * @param kind how the linear predictor becomes a phenotype
     * @return changed settings
     */
    public SimulatorSettings withResponse(final Response kind) {
        return new SimulatorSettings(count, minLength, maxLength, alphabet, background, motifs, strands, noiseSd, covariates, kind,
            seed);
    }

    /**
     * @param value seed of all random numbers
     * @return changed settings
     */
    public SimulatorSettings withSeed(final long value) {
        return new SimulatorSettings(count, minLength, maxLength, alphabet, background, motifs, strands, noiseSd, covariates,
            response, value);
    }

    /**
     * @param alphabet an alphabet
     * @return equal frequencies of its letters
     */
    public static List<Double> uniform(final Alphabet alphabet) {
        return Collections.nCopies(alphabet.size(), 1.0 / alphabet.size());
    }

    private static void checkBackground(final Alphabet alphabet, final List<Double> background) {
        require(background.size() == alphabet.size(),
            "There are " + background.size() + " background frequencies for the " + alphabet.size() + " letters of "
                + alphabet.label() + ".",
            "Give one per letter, in the order " + alphabet.letters() + ".");
        require(background.stream().allMatch(f -> f >= 0 && f < Double.POSITIVE_INFINITY)
            && background.stream().anyMatch(f -> f > 0), "The background frequencies " + background + " are no distribution.",
            "Give numbers that are not negative, at least one of them positive.");
    }

    private static void checkMotifs(final Alphabet alphabet, final List<PlantedMotif> motifs, final int minLength) {
        int letters = 0;
        for (final PlantedMotif m : motifs) {
            require(!m.word().isEmpty() && m.word().chars().allMatch(c -> alphabet.mask((char)c) != 0),
                "The word '" + m.word() + "' can't be planted.",
                "Use letters and IUPAC codes of " + alphabet.label() + " only: " + alphabet.letters() + ".");
            require(m.share() >= 0 && m.share() <= 1, "The word " + m.word() + " has the share " + m.share() + ".",
                "Choose a share from 0 to 1.");
            require(Double.isFinite(m.effect()), "The word " + m.word() + " has the effect " + m.effect() + ".",
                "Choose a finite number.");
            letters += m.word().length();
        }
        require(letters <= minLength,
            "The planted words have " + letters + " letters together, the shortest sequences only " + minLength + ".",
            "Make the sequences longer, or plant fewer words: they do not overlap.");
    }

    private static void require(final boolean ok, final String problem, final String remedy) {
        if (!ok) {
            throw new InputException(problem, remedy);
        }
    }
}
