package org.seism.sequence.annotated;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.seism.InputException;
import org.seism.table.NamedInput;
import org.seism.table.TextInput;

/** Annotated sequences, one after the other; to be closed after use. */
public interface RecordSource extends Iterator<AnnotatedRecord>, AutoCloseable {

    @Override
    void close();

    /**
     * @param sequences a GenBank, EMBL or UniProt file, or FASTA
     * @param annotation GFF3, GTF or BED for a FASTA file; null for the others
     * @return their records
     * @throws InputException if a file can't be read, or an annotation is missing or one too many
     */
    static RecordSource open(final NamedInput sequences, final NamedInput annotation) {
        final String first = firstLine(sequences);
        if (FlatFileReader.begins(first)) {
            if (annotation != null) {
                throw new InputException(sequences.name() + " holds features of its own.", "Leave out the annotation, or give FASTA.");
            }
            return new FlatFileReader(sequences);
        }
        if (!first.startsWith(">") && !first.startsWith(";")) {
            throw new InputException(sequences.name() + " is neither FASTA nor a file of GenBank, EMBL or UniProt.",
                "Choose such a file: it begins with '>', LOCUS or ID.");
        }
        if (annotation == null) {
            throw new InputException(sequences.name() + " is FASTA, which holds no features.",
                "Give its annotation as well: GFF3, GTF or BED.");
        }
        return new AnnotatedFasta(sequences, AnnotationFile.read(annotation));
    }

    /**
     * @param sequences FASTA
     * @param name what messages call the features' source
     * @param features by the name of their sequence, at least one
     * @return its records
     * @throws InputException if the file can't be read or is not FASTA
     */
    static RecordSource of(final NamedInput sequences, final String name, final Map<String, List<Feature>> features) {
        final String first = firstLine(sequences);
        if (!first.startsWith(">") && !first.startsWith(";")) {
            throw new InputException(sequences.name() + " is not FASTA" + (FlatFileReader.begins(first) ? ": it holds features of its own" : "")
                + ".", "Choose a FASTA file, which begins with '>', or take the features of the file.");
        }
        return new AnnotatedFasta(sequences, new AnnotationFile(name, features, Set.of()));
    }

    private static String firstLine(final NamedInput input) {
        try (BufferedReader in = TextInput.open(input.open(), input.name())) {
            String line = in.readLine();
            while (line != null && line.isBlank()) {
                line = in.readLine();
            }
            return line == null ? "" : line;
        } catch (IOException e) {
            throw TextInput.unreadable(input.name(), e);
        }
    }
}
