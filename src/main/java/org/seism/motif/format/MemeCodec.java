package org.seism.motif.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.seism.motif.FrequencyMatrix;
import org.seism.sequence.Alphabet;
import org.seism.sequence.Strands;

/**
 * MEME Suite's minimal motif format ("MEME Minimal Motif Format", meme-suite.org). The reader looks for the lines of
 * that format only and so passes over everything else that MEME, STREME and DREME print.
 */
final class MemeCodec implements MotifCodec {
    /** Backgrounds closer to uniform than this are called uniform: files round to three decimals. */
    private static final double UNIFORM = 1e-3;

    @Override
    public String write(final List<WrittenMatrix> motifs, final Alphabet alphabet, final Strands strands) {
        final StringBuilder s = new StringBuilder("MEME version 5\n\nALPHABET= ").append(alphabet.letters()).append("\n\n");
        if (alphabet.hasComplement()) {
            s.append(strands == Strands.BOTH ? "strands: + -\n\n" : "strands: +\n\n");
        }
        s.append("Background letter frequencies\n");
        // a file has one background: that of the first motif that has one
        final double[] background = motifs.stream().map(m -> m.matrix().background()).filter(b -> b != null).findFirst().orElse(null);
        for (int a = 0; a < alphabet.size(); a++) {
            s.append(a == 0 ? "" : " ").append(alphabet.letter(a))
                .append(String.format(Locale.ROOT, " %.6f", background == null ? 1.0 / alphabet.size() : background[a]));
        }
        s.append('\n');
        for (final WrittenMatrix motif : motifs) {
            final String other = motif.descriptionWord();
            s.append("\nMOTIF ").append(motif.name()).append(other.isEmpty() ? "" : " " + other).append('\n');
            // a 0 would be taken as a value: what is unknown is left out, and readers take the format's defaults
            s.append("letter-probability matrix: alength= ").append(alphabet.size()).append(" w= ").append(motif.matrix().width())
                .append(motif.sites() > 0 ? " nsites= " + motif.sites() : "").append('\n');
            for (int c = 0; c < motif.matrix().width(); c++) {
                for (int a = 0; a < alphabet.size(); a++) {
                    s.append(' ').append(motif.probability(c, a));
                }
                s.append('\n');
            }
            if (!motif.url().isEmpty()) {
                s.append("URL ").append(motif.url()).append('\n');
            }
        }
        return s.toString();
    }

    /**
     * @param text the file
     * @param nucleotides DNA or RNA: the alphabet to assume where the file does not tell the two apart
     * @param found takes the motifs
     */
    void read(final MotifText text, final Alphabet nucleotides, final MotifCollector found) {
        Alphabet alphabet = null;
        double[] background = null;
        int motifLine = -1;
        for (int i = text.next(0); i < text.size(); i = text.next(i + 1)) {
            // not stripped: full output repeats some of these words indented
            final String line = text.raw(i);
            if (line.regionMatches(true, 0, "ALPHABET", 0, 8) && alphabet == null) {
                final StringBuilder letters = new StringBuilder();
                final int last = alphabetLetters(text, i, letters);
                alphabet = alphabet(text, i, letters.toString());
                i = last;
            } else if (line.startsWith("Background letter frequencies")) {
                final List<String> fields = new ArrayList<>();
                while (i + 1 < text.size() && text.line(i + 1).matches("\\S\\s+[\\d.].*")) {
                    i++;
                    fields.addAll(Arrays.asList(MotifText.fields(text.line(i))));
                }
                background = background(text, i, fields, alphabet == null ? nucleotides : alphabet);
            } else if (line.matches("MOTIF\\s.*")) {
                requireMatrix(text, motifLine, found);
                motifLine = i;
            } else if (line.strip().startsWith("letter-probability matrix")) {
                if (motifLine < 0) {
                    throw text.error(i, "This matrix belongs to no motif.", "Put a line 'MOTIF name' before it.");
                }
                final int first = i;
                final int named = motifLine;
                final Alphabet declared = alphabet;
                final double[] letters = background;
                // the rows of a matrix that can't be read are passed over: no line of another kind begins with a number
                found.take(() -> motif(text, named, first, declared, nucleotides, letters));
                motifLine = -1;
            }
        }
        requireMatrix(text, motifLine, found);
    }

    private static FrequencyMatrix motif(final MotifText text, final int motifLine, final int first, final Alphabet declared,
        final Alphabet nucleotides, final double[] background) {
        final Alphabet used = declared != null ? declared : attribute(text, first, "alength", 4) == 20 ? Alphabet.PROTEIN : nucleotides;
        final ParsedMatrix matrix = header(text, motifLine, used);
        final double sites = attribute(text, first, "nsites", 0);
        final int behind = matrix(text, first, matrix, used);
        final String[] after = MotifText.fields(text.line(behind));
        return matrix.probabilities(sites, background).withUrl(after.length > 1 && after[0].equals("URL") ? after[1] : "");
    }

    private static void requireMatrix(final MotifText text, final int motifLine, final MotifCollector found) {
        if (motifLine >= 0) {
            found.bad(text.error(motifLine, "This motif has no letter-probability matrix.",
                "Add the matrix; log-odds matrices can't be read."));
        }
    }

    /** Collects the core letters of "ALPHABET= ACGT" or of a block that ends at END ALPHABET; returns the last line read. */
    private static int alphabetLetters(final MotifText text, final int first, final StringBuilder letters) {
        final String line = text.line(first);
        final int equals = line.indexOf('=');
        if (equals >= 0) {
            letters.append(line.substring(equals + 1).strip());
            return first;
        }
        for (int i = first + 1; i < text.size(); i++) {
            final String entry = text.line(i);
            if (entry.startsWith("END ALPHABET")) {
                return i;
            }
            // core letters have no "= ACGT"; a pair of complements stands on one line, joined by ~
            final String bare = entry.replaceAll("\"[^\"]*\"", "");
            if (!bare.isEmpty() && bare.indexOf('=') < 0) {
                letters.append(bare.charAt(0));
                final int pair = bare.indexOf('~');
                if (pair >= 0) {
                    letters.append(bare.substring(pair + 1).strip().charAt(0));
                }
            }
        }
        throw text.error(first, "The alphabet's definition has no end.", "Close it with a line 'END ALPHABET'.");
    }

    private static Alphabet alphabet(final MotifText text, final int line, final String letters) {
        final char[] sorted = letters.toUpperCase(Locale.ROOT).toCharArray();
        Arrays.sort(sorted);
        for (final Alphabet a : Alphabet.values()) {
            if (a.letters().equals(new String(sorted))) {
                return a;
            }
        }
        final String name = text.line(line).replaceFirst("(?i)^ALPHABET\\s*=?\\s*", "");
        for (final Alphabet a : Alphabet.values()) {
            if (letters.equalsIgnoreCase(a.label()) || name.equalsIgnoreCase(a.label())) {
                return a;
            }
        }
        throw text.error(line, "The alphabet " + (name.equals(letters) ? "'" + letters + "'" : name + " (letters " + letters + ")")
            + " is not supported.", "Use DNA (ACGT), RNA (ACGU) or the 20 amino acids.");
    }

    private static double[] background(final MotifText text, final int line, final List<String> fields, final Alphabet alphabet) {
        if (fields.size() != 2 * alphabet.size()) {
            return null; // full output may give it in another shape; it is not needed for the matrices
        }
        final double[] background = new double[alphabet.size()];
        boolean uniform = true;
        for (int k = 0; k < fields.size(); k += 2) {
            final int code = fields.get(k).length() == 1 ? alphabet.code(fields.get(k).charAt(0)) : -1;
            if (code < 0) {
                throw text.error(line, "The background names '" + fields.get(k) + "', which is not a letter of "
                    + alphabet.label() + ".", "Give one frequency for each of " + alphabet.letters() + ".");
            }
            background[code] = text.numbers(line, fields.toArray(String[]::new), k + 1, k + 2)[0];
            uniform &= Math.abs(background[code] - 1.0 / background.length) < UNIFORM;
        }
        return uniform ? null : background;
    }

    private static ParsedMatrix header(final MotifText text, final int line, final Alphabet alphabet) {
        // "MOTIF name [other]", in full output followed by "width = ..." and the like
        final String[] fields = MotifText.fields(text.line(line).replaceFirst("\\b(width|nsites|sites)\\s*=.*", ""));
        return new ParsedMatrix(text, line, fields.length > 1 ? fields[1] : "", fields.length > 2 ? fields[2] : "", alphabet);
    }

    /** Reads the rows after the matrix line; returns the first line behind them. */
    private static int matrix(final MotifText text, final int header, final ParsedMatrix matrix, final Alphabet alphabet) {
        final int letters = (int)attribute(text, header, "alength", alphabet.size());
        if (letters != alphabet.size()) {
            throw text.error(header, "alength is " + letters + ", but the alphabet has " + alphabet.size() + " letters.",
                "Correct ALPHABET or alength.");
        }
        int i = text.next(header + 1);
        for (; i < text.size() && text.isNumeric(i); i = text.next(i + 1)) {
            matrix.add(i, MotifText.fields(text.line(i)), 0);
        }
        final int width = (int)attribute(text, header, "w", matrix.width());
        if (width != matrix.width()) {
            throw text.error(header, "The matrix has " + matrix.width() + " rows, w= says " + width + ".",
                "Give one row per motif position.");
        }
        return i;
    }

    /** @return the number after "key=" on the line, or the fallback where the key is missing */
    private static double attribute(final MotifText text, final int line, final String key, final double fallback) {
        final Matcher m = Pattern.compile("\\b" + key + "\\s*=\\s*(\\S+)").matcher(text.line(line));
        return m.find() ? text.numbers(line, new String[]{m.group(1)}, 0, 1)[0] : fallback;
    }
}
