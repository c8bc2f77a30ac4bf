package org.seism.sequence.annotated;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.seism.InputException;
import org.seism.table.NamedInput;
import org.seism.table.TextInput;

/**
 * Reads GenBank, EMBL and UniProt flat files record by record: identifier, topology, features with wrapped locations and qualifiers,
 * letters. One record is held at a time. To be closed after use; used by one thread.
 */
final class FlatFileReader implements RecordSource {
    private static final int KEY = 5;
    private static final int VALUE = 21;
    private static final String END = "//";
    /** UniProt before 2020: key, first and last position, note in columns. */
    private static final Pattern OLD_UNIPROT = Pattern.compile("(\\S+)\\s+([<>?]?\\d*)\\s+([<>?]?\\d*)(?:\\s+(.*))?");

    private final BufferedReader m_in;
    private final String m_name;
    private long m_line;
    private String m_next;

    FlatFileReader(final NamedInput input) {
        m_name = input.name();
        m_in = TextInput.open(input.open(), m_name);
        m_next = line();
    }

    /**
     * @param line the first line of a file that is not blank
     * @return whether a record of a flat file begins so
     */
    static boolean begins(final String line) {
        return line.startsWith("LOCUS ") || line.startsWith("ID   ");
    }

    private String line() {
        try {
            final String line = m_in.readLine();
            m_line++;
            return line;
        } catch (IOException e) {
            throw TextInput.unreadable(m_name, e);
        }
    }

    private InputException error(final long line, final String problem, final String remedy) {
        return new InputException(m_name + ", line " + line + ": " + problem, remedy);
    }

    @Override
    public boolean hasNext() {
        while (m_next != null && m_next.isBlank()) {
            m_next = line();
        }
        return m_next != null;
    }

    @Override
    public AnnotatedRecord next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!begins(m_next)) {
            throw error(m_line, "This is no beginning of a record of GenBank, EMBL or UniProt.",
                "Choose such a file, or FASTA with an annotation; a record begins with LOCUS or ID.");
        }
        return new Reading(m_next.startsWith("LOCUS"), m_line).read();
    }

    @Override
    public void close() {
        try {
            m_in.close();
        } catch (IOException e) {
            // everything wanted has been read
        }
    }

    /** One record while it is read. */
    private final class Reading {
        private final boolean m_genBank;
        private final long m_first;
        private String m_id = "";
        private boolean m_circular;
        private boolean m_protein;
        private boolean m_accession;
        private final List<Feature> m_features = new ArrayList<>();
        private final StringBuilder m_letters = new StringBuilder();
        private boolean m_contig;

        private String m_type;
        private final StringBuilder m_location = new StringBuilder();
        private Map<String, List<String>> m_attributes = new LinkedHashMap<>();
        private String m_qualifier;
        private final StringBuilder m_value = new StringBuilder();
        private boolean m_open;

        Reading(final boolean genBank, final long first) {
            m_genBank = genBank;
            m_first = first;
        }

        AnnotatedRecord read() {
            boolean sequence = false;
            boolean features = false;
            for (; m_next != null && !m_next.startsWith(END); m_next = line()) {
                final String line = m_next;
                final int binary = TextInput.binaryCharacter(line);
                if (binary >= 0) {
                    throw TextInput.binary(m_name, m_line);
                }
                if (sequence && (line.isBlank() || line.charAt(0) == ' ' || Character.isDigit(line.charAt(0)))) {
                    letters(line);
                } else if (m_genBank && features && line.startsWith("     ")) {
                    feature(line);
                } else if (!m_genBank && line.startsWith("FT")) {
                    feature("  " + line.substring(2));
                } else {
                    sequence = line.startsWith("ORIGIN") || line.startsWith("SQ ");
                    features = line.startsWith("FEATURES");
                    header(line);
                }
            }
            finish();
            if (m_next == null) {
                throw error(m_first, "The record is cut off: its end, //, is missing.", "Download the file again.");
            }
            m_next = line();
            if (m_letters.isEmpty()) {
                throw error(m_first, "The record '" + m_id + "' holds no letters" + (m_contig ? ", only how it is put together (CONTIG)" : "")
                    + ".", "Download it with its sequence (GenBank: 'GenBank (full)').");
            }
            return new AnnotatedRecord(m_id, m_letters.toString().toUpperCase(Locale.ROOT), m_circular, m_protein, m_features);
        }

        private void header(final String line) {
            if (line.isBlank() || line.charAt(0) == ' ') {
                return; // more of the line before
            }
            final String[] fields = line.strip().split("[;\\s]+");
            final String second = fields.length > 1 ? fields[1] : "";
            switch (fields[0]) {
                case "LOCUS" -> {
                    m_id = second;
                    m_circular = line.matches(".*\\scircular\\s.*");
                    m_protein = line.matches("LOCUS\\s+\\S+\\s+\\d+\\s+aa\\s.*");
                }
                case "ID" -> {
                    m_id = second;
                    m_circular = line.contains("; circular;");
                    m_protein = line.matches(".*\\d+\\s+AA\\.?\\s*");
                    final Matcher version = Pattern.compile(";\\s*SV\\s+(\\d+)").matcher(line);
                    m_id += version.find() ? "." + version.group(1) : "";
                }
                case "VERSION" -> m_id = second.isEmpty() ? m_id : second;
                case "AC" -> {
                    // UniProt's entry names change, accessions don't
                    m_id = m_protein && !m_accession ? second : m_id;
                    m_accession = true;
                }
                case "CONTIG", "CO" -> m_contig = true;
                default -> {
                    // references, comments, organisms
                }
            }
        }

        private void letters(final String line) {
            for (int k = 0; k < line.length(); k++) {
                final char c = line.charAt(k);
                if (Character.isLetter(c) || c == '*') {
                    m_letters.append(c);
                } else if (c != ' ' && c != '\t' && !Character.isDigit(c) && c != '-') {
                    throw error(m_line, "'" + c + "' is no letter of a sequence.", "Correct the file, or download it again.");
                }
            }
        }

        private void feature(final String line) {
            final String key = line.length() <= KEY ? "" : line.substring(KEY, Math.min(VALUE, line.length())).strip();
            final String rest = line.length() <= VALUE ? "" : line.substring(VALUE).strip();
            if (!key.isEmpty() && line.charAt(KEY) != ' ' && !m_open) {
                finish();
                final Matcher old = OLD_UNIPROT.matcher(line.strip());
                if (m_protein && !m_genBank && !rest.contains("..") && old.matches() && !old.group(3).isEmpty()) {
                    m_type = old.group(1);
                    m_location.append(old.group(2)).append("..").append(old.group(3));
                    m_attributes.computeIfAbsent("note", k -> new ArrayList<>()).add(old.group(4) == null ? "" : old.group(4));
                } else {
                    m_type = key;
                    m_location.append(rest);
                }
            } else if (m_open) {
                value(rest);
            } else if (rest.startsWith("/") && m_type != null) {
                qualifier(rest);
            } else if (m_qualifier == null && m_attributes.isEmpty()) {
                m_location.append(rest);
            } else if (m_qualifier != null) {
                value(rest); // an unquoted value that goes on
            }
        }

        private void qualifier(final String text) {
            endQualifier();
            final int equals = text.indexOf('=');
            m_qualifier = equals < 0 ? text.substring(1).strip() : text.substring(1, equals).strip();
            final String value = equals < 0 ? "" : text.substring(equals + 1).strip();
            if (value.startsWith("\"")) {
                m_open = true;
                value(value.substring(1));
            } else {
                m_value.append(value);
            }
        }

        /** Adds a line of a value; a quotation mark within it is written twice. */
        private void value(final String text) {
            final boolean words = m_value.length() > 0 && !"translation".equals(m_qualifier);
            m_value.append(words ? " " : "").append(text);
            if (m_open) {
                int quotes = 0;
                for (int k = text.length() - 1; k >= 0 && text.charAt(k) == '"'; k--) {
                    quotes++;
                }
                if (quotes % 2 == 1) {
                    m_open = false;
                    m_value.setLength(m_value.length() - 1);
                }
            }
        }

        private void endQualifier() {
            if (m_qualifier != null) {
                m_attributes.computeIfAbsent(m_qualifier, k -> new ArrayList<>()).add(m_value.toString().replace("\"\"", "\""));
            }
            m_qualifier = null;
            m_value.setLength(0);
        }

        private void finish() {
            if (m_open) {
                throw error(m_line, "The value of /" + m_qualifier + " has no closing quotation mark.", "Correct the file.");
            }
            endQualifier();
            if (m_type != null) {
                final Optional<Location> location = LocationParser.parse(m_location.toString());
                m_features.add(new Feature(m_type, location, m_attributes));
            }
            m_type = null;
            m_location.setLength(0);
            m_attributes = new LinkedHashMap<>();
        }
    }
}
