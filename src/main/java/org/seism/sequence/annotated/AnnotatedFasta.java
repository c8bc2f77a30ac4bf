package org.seism.sequence.annotated;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import org.seism.InputException;
import org.seism.sequence.FastaReader;
import org.seism.sequence.SequenceRecord;
import org.seism.table.NamedInput;

/** FASTA records with the features that an annotation has for their identifiers. One sequence is held at a time. */
final class AnnotatedFasta implements RecordSource {
    private final FastaReader m_sequences;
    private final AnnotationFile m_annotation;
    private final String m_name;
    private final Set<String> m_unseen;
    private boolean m_any;

    AnnotatedFasta(final NamedInput sequences, final AnnotationFile annotation) {
        m_name = sequences.name();
        m_annotation = annotation;
        m_unseen = new TreeSet<>(annotation.features().keySet());
        m_sequences = FastaReader.open(sequences);
    }

    @Override
    public boolean hasNext() {
        final boolean more = m_sequences.hasNext();
        if (!more && !m_any) {
            throw new InputException("No sequence of " + m_name + " is named by " + m_annotation.name() + ", whose first is '"
                + m_unseen.stream().findFirst().orElse("") + "'.", "Use the annotation of the same assembly, with the same names.");
        }
        return more;
    }

    @Override
    public AnnotatedRecord next() {
        final SequenceRecord record = m_sequences.next();
        m_any |= m_unseen.remove(record.id());
        return new AnnotatedRecord(record.id(), record.sequence().toUpperCase(Locale.ROOT), m_annotation.circular().contains(record.id()), false,
            m_annotation.features().getOrDefault(record.id(), List.of()));
    }

    @Override
    public void close() {
        m_sequences.close();
    }
}
