package org.seism.study.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.seism.Progress;
import org.seism.sequence.Alphabet;

/**
 * Families of sequences that are copies of each other: identical, reverse complements (where both strands are scanned), or more than 90%
 * identical; candidates for the last are found by their shared k-mers. Tests count each of them as independent evidence, which it is not (METHOD, section 14b). Every
 * sequence is compared with the first of each family in input order, so the result does not depend on chance. Immutable.
 */
public final class CopyFamilies {
    /** What a sequence is to the first of its family. */
    public enum Relation {
        /** The first itself. */
        NONE(""),
        /** The same letters. */
        IDENTICAL("copy of"),
        /** The same letters read on the other strand. */
        REVERSE_COMPLEMENT("reverse complement of"),
        /** More than 90% identical. */
        NEAR("more than 90% identical to");

        private final String m_label;

        Relation(final String label) {
            m_label = label;
        }

        /** @return the relation in words, to be followed by the other's name */
        public String label() {
            return m_label;
        }
    }

    private static final double IDENTITY = 0.9;
    private static final int NUCLEOTIDE_K = 10;
    private static final int PROTEIN_K = 4;
    /** A k-mer that so many families have in common says nothing. */
    private static final int COMMON = 50;

    private final int[] m_first;
    private final Relation[] m_relations;

    private CopyFamilies(final int[] first, final Relation[] relations) {
        m_first = first;
        m_relations = relations;
    }

    /**
     * @param sequences letters, upper or lower case, without white space
     * @param alphabet the alphabet
     * @param bothStrands whether a reverse complement is a copy
     * @param progress cancellation
     * @return the families
     */
    public static CopyFamilies of(final List<String> sequences, final Alphabet alphabet, final boolean bothStrands,
        final Progress progress) {
        return new Search(alphabet, bothStrands, sequences, progress).run();
    }

    /**
     * @param sequence a sequence
     * @return the first of its family, itself where it is no copy
     */
    public int first(final int sequence) {
        return m_first[sequence];
    }

    /**
     * @param sequence a sequence
     * @return what it is to the first of its family
     */
    public Relation relation(final int sequence) {
        return m_relations[sequence];
    }

    /** @return number of sequences that are copies of an earlier one */
    public int copies() {
        return (int)Arrays.stream(m_relations).filter(r -> r != Relation.NONE).count();
    }

    /** @return number of families of two or more */
    public int families() {
        final boolean[] has = new boolean[m_first.length];
        for (int i = 0; i < m_first.length; i++) {
            has[m_first[i]] |= m_relations[i] != Relation.NONE;
        }
        int count = 0;
        for (final boolean h : has) {
            count += h ? 1 : 0;
        }
        return count;
    }

    /**
     * @param relation a relation
     * @return number of sequences in it
     */
    public int count(final Relation relation) {
        return (int)Arrays.stream(m_relations).filter(r -> r == relation).count();
    }

    /** @return the warning, with the numbers; only where there are copies */
    public StudyCheck check() {
        final List<String> kinds = new ArrayList<>();
        add(kinds, Relation.IDENTICAL, "identical");
        add(kinds, Relation.REVERSE_COMPLEMENT, "reverse complements");
        add(kinds, Relation.NEAR, "more than 90% identical");
        return new StudyCheck(StudyCheck.Kind.COPIES,
            "Only " + (m_first.length - copies()) + " of " + m_first.length + " sequences are different; the others are copies ("
                + String.join(", ", kinds) + ", in " + families() + (families() == 1 ? " family" : " families")
                + "). Tests take them as independent: p-values can be far too small.",
            "Keep one of each: --copies first, or 'Copies' of the Sequence Encoder.");
    }

    private void add(final List<String> kinds, final Relation relation, final String name) {
        if (count(relation) > 0) {
            kinds.add(count(relation) + " " + name);
        }
    }

    /** Goes through the sequences in order. */
    private static final class Search {
        private final Alphabet m_alphabet;
        private final boolean m_both;
        private final List<String> m_sequences;
        private final Progress m_progress;
        private final int m_k;
        private final Map<String, Integer> m_exact = new HashMap<>();
        /** The firsts of families that have a k-mer. */
        private final KmerIndex m_index = new KmerIndex(COMMON);
        private final int[] m_kmers;
        private final int[] m_shared;
        /** Families that share a k-mer with the sequence that is looked at. */
        private final int[] m_touched;

        Search(final Alphabet alphabet, final boolean both, final List<String> sequences, final Progress progress) {
            m_alphabet = alphabet;
            m_both = both;
            m_sequences = sequences;
            m_progress = progress;
            m_k = alphabet.hasComplement() ? NUCLEOTIDE_K : PROTEIN_K;
            m_kmers = new int[sequences.size()];
            m_shared = new int[sequences.size()];
            m_touched = new int[sequences.size()];
        }

        CopyFamilies run() {
            final int n = m_sequences.size();
            final int[] first = new int[n];
            final Relation[] relations = new Relation[n];
            for (int i = 0; i < n; i++) {
                m_progress.checkCancelled();
                final String s = m_sequences.get(i).toUpperCase(java.util.Locale.ROOT);
                first[i] = i;
                relations[i] = Relation.NONE;
                final Integer same = m_exact.get(s);
                final Integer turned = same == null && m_both ? m_exact.get(reverseComplement(s)) : null;
                if (same != null) {
                    first[i] = first[same];
                    relations[i] = relations[same] == Relation.NONE ? Relation.IDENTICAL : relations[same];
                } else if (turned != null) {
                    first[i] = first[turned];
                    relations[i] = relations[turned] == Relation.NONE ? Relation.REVERSE_COMPLEMENT : relations[turned];
                } else {
                    m_exact.put(s, i);
                    final int near = near(s, i);
                    if (near >= 0) {
                        first[i] = near;
                        relations[i] = Relation.NEAR;
                    }
                }
            }
            return new CopyFamilies(first, relations);
        }

        /** The first family of which enough k-mers are shared, or -1 after this one has become a family of its own. */
        private int near(final String s, final int i) {
            final long[] kmers = kmers(s);
            m_kmers[i] = kmers.length;
            if (kmers.length < m_k) {
                return -1;
            }
            int found = similar(s, kmers, i);
            if (found < 0 && m_both) {
                final String turned = reverseComplement(s);
                found = similar(turned, kmers(turned), i);
            }
            if (found < 0) {
                for (final long kmer : kmers) {
                    m_index.add(kmer, i);
                }
            }
            return found;
        }

        private int similar(final String s, final long[] kmers, final int i) {
            int touched = 0;
            for (final long kmer : kmers) {
                for (int entry = m_index.first(kmer); entry >= 0; entry = m_index.next(entry)) {
                    final int family = m_index.sequence(entry);
                    if (m_shared[family]++ == 0) {
                        m_touched[touched++] = family;
                    }
                }
            }
            // so many k-mers are left where letters agree with this probability; overlapping windows can share as many
            final double least = Math.pow(IDENTITY, m_k);
            int found = -1;
            Arrays.sort(m_touched, 0, touched);
            for (int k = 0; k < touched; k++) {
                final int family = m_touched[k];
                final double share = (double)m_shared[family] / Math.max(kmers.length, m_kmers[family]);
                m_shared[family] = 0;
                if (found < 0 && share > least && identical(s, m_sequences.get(family).toUpperCase(java.util.Locale.ROOT))) {
                    found = family;
                }
            }
            return found;
        }

        /** Whether more than 90% of the letters of the longer one agree when the two are laid beside each other, without gaps. */
        private static boolean identical(final String a, final String b) {
            final int longer = Math.max(a.length(), b.length());
            final int allowed = (int)Math.ceil(longer * (1 - IDENTITY)) - 1;
            for (int shift = -allowed; shift <= allowed; shift++) {
                int agreeing = 0;
                for (int at = Math.max(0, shift); at < Math.min(a.length(), b.length() + shift); at++) {
                    agreeing += a.charAt(at) == b.charAt(at - shift) ? 1 : 0;
                }
                if (agreeing >= longer - allowed) {
                    return true;
                }
            }
            return false;
        }

        /** Different k-mers, sorted. */
        private long[] kmers(final String s) {
            final long[] kmers = new long[Math.max(0, s.length() - m_k + 1)];
            int count = 0;
            long code = 0;
            int run = 0;
            long power = 1;
            for (int k = 0; k < m_k; k++) {
                power *= m_alphabet.size();
            }
            for (int at = 0; at < s.length(); at++) {
                final int letter = m_alphabet.code(s.charAt(at));
                run = letter < 0 ? 0 : run + 1;
                code = letter < 0 ? 0 : (code * m_alphabet.size() + letter) % power;
                if (run >= m_k) {
                    kmers[count++] = code;
                }
            }
            return Arrays.stream(kmers, 0, count).sorted().distinct().toArray();
        }

        private String reverseComplement(final String s) {
            final StringBuilder turned = new StringBuilder(s.length());
            for (int at = s.length() - 1; at >= 0; at--) {
                final int code = m_alphabet.code(s.charAt(at));
                turned.append(code < 0 ? s.charAt(at) : m_alphabet.letter(m_alphabet.complement(code)));
            }
            return turned.toString();
        }
    }
}
