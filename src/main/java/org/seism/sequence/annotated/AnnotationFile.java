package org.seism.sequence.annotated;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.seism.InputException;
import org.seism.table.NamedInput;
import org.seism.table.TextInput;

/**
 * A GFF3, GTF or BED file. Lines of GFF3 with the same ID are parts of one feature. Features of BED have the type {@code region} and the
 * attributes {@code Name} and {@code score}.
 *
 * @param name of the file
 * @param features by the name of their sequence, in the order of the file
 * @param circular names of the sequences that are said to be circular
 */
record AnnotationFile(String name, Map<String, List<Feature>> features, Set<String> circular) {
    /** What features of BED are called. */
    static final String BED_TYPE = "region";

    private static final int GFF_FIELDS = 9;

    /** A feature while its parts are collected. */
    private static final class Growing {
        private final String m_sequence;
        private final String m_type;
        private final char m_strand;
        private final Map<String, List<String>> m_attributes;
        private final List<Location.Span> m_spans = new ArrayList<>();

        Growing(final String sequence, final String type, final char strand, final Map<String, List<String>> attributes) {
            m_sequence = sequence;
            m_type = type;
            m_strand = strand;
            m_attributes = attributes;
        }

        Feature feature() {
            m_spans.sort(Comparator.comparingInt(Location.Span::start));
            if (m_strand == '-') {
                Collections.reverse(m_spans);
            }
            return new Feature(m_type, Optional.of(new Location(m_strand != '-', m_spans)), m_attributes);
        }
    }

    static AnnotationFile read(final NamedInput input) {
        final List<Growing> all = new ArrayList<>();
        final Map<String, Growing> byId = new HashMap<>();
        final Set<String> circular = new HashSet<>();
        long number = 0;
        try (BufferedReader in = TextInput.open(input.open(), input.name())) {
            for (String line = in.readLine(); line != null && !line.startsWith("##FASTA"); line = in.readLine()) {
                number++;
                if (TextInput.binaryCharacter(line) >= 0) {
                    throw TextInput.binary(input.name(), number);
                }
                if (line.isBlank() || line.startsWith("#") || line.startsWith("track") || line.startsWith("browser")) {
                    continue;
                }
                final String[] fields = line.split("\t", -1);
                try {
                    if (fields.length == GFF_FIELDS && isNumber(fields[3]) && isNumber(fields[4])) {
                        gff(fields, all, byId, circular);
                    } else {
                        bed(fields.length > 1 ? fields : line.strip().split("\\s+"), all);
                    }
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    throw new InputException(input.name() + ", line " + number + ": this is no line of GFF3, GTF or BED"
                        + (e.getMessage() == null || e instanceof IndexOutOfBoundsException ? "" : " (" + e.getMessage() + ")") + ".",
                        "Give tab-separated fields, positions as whole numbers, the first not behind the last.", e);
                }
            }
        } catch (IOException e) {
            throw TextInput.unreadable(input.name(), e);
        }
        final Map<String, List<Feature>> features = new LinkedHashMap<>();
        all.forEach(g -> features.computeIfAbsent(g.m_sequence, k -> new ArrayList<>()).add(g.feature()));
        if (features.isEmpty()) {
            throw new InputException(input.name() + " holds no feature.", "Choose a GFF3, GTF or BED file.");
        }
        return new AnnotationFile(input.name(), features, circular);
    }

    private static boolean isNumber(final String text) {
        return text.matches("\\d{1,9}");
    }

    private static int position(final String text) {
        if (!isNumber(text)) {
            throw new IllegalArgumentException("'" + text + "' is no position");
        }
        return Integer.parseInt(text);
    }

    private static Location.Span span(final int start, final int end) {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("the last position lies before the first");
        }
        return new Location.Span(start, end);
    }

    private static void gff(final String[] fields, final List<Growing> all, final Map<String, Growing> byId, final Set<String> circular) {
        final Map<String, List<String>> attributes = attributes(fields[8]);
        if (attributes.getOrDefault("Is_circular", List.of()).contains("true")) {
            circular.add(decoded(fields[0]));
        }
        final Location.Span span = span(position(fields[3]) - 1, position(fields[4]));
        final String id = attributes.getOrDefault("ID", List.of("")).get(0);
        final String key = decoded(fields[0]) + '\t' + fields[2] + '\t' + fields[6] + '\t' + id;
        Growing feature = id.isEmpty() ? null : byId.get(key);
        if (feature == null) {
            feature = new Growing(decoded(fields[0]), fields[2], fields[6].isEmpty() ? '.' : fields[6].charAt(0), attributes);
            all.add(feature);
            byId.put(key, feature);
        }
        feature.m_spans.add(span);
    }

    /** GFF3 writes key=value;..., GTF key "value"; ... */
    private static Map<String, List<String>> attributes(final String text) {
        final Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (final String part : text.split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
            final String pair = part.strip();
            final int equals = pair.indexOf('=');
            final int blank = pair.indexOf(' ');
            final boolean gtf = blank > 0 && pair.endsWith("\"") && pair.charAt(blank + 1) == '"';
            final int at = gtf ? blank : equals;
            if (at > 0) {
                final List<String> values = attributes.computeIfAbsent(decoded(pair.substring(0, at)), k -> new ArrayList<>());
                if (gtf) {
                    values.add(pair.substring(blank + 2, pair.length() - 1));
                } else {
                    for (final String value : pair.substring(at + 1).split(",")) {
                        values.add(decoded(value));
                    }
                }
            }
        }
        return attributes;
    }

    private static String decoded(final String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a per cent sign that is just one
        }
    }

    private static void bed(final String[] fields, final List<Growing> all) {
        if (fields.length < 3) {
            throw new IllegalArgumentException(fields.length + " fields");
        }
        final Map<String, List<String>> attributes = new LinkedHashMap<>();
        if (fields.length > 3) {
            attributes.put("Name", List.of(fields[3]));
        }
        if (fields.length > 4) {
            attributes.put("score", List.of(fields[4]));
        }
        final Growing feature = new Growing(fields[0], BED_TYPE, fields.length > 5 && fields[5].equals("-") ? '-' : '+', attributes);
        final int start = position(fields[1]);
        final Location.Span whole = span(start, position(fields[2]));
        if (fields.length > 11) {
            final String[] sizes = fields[10].split(",");
            final String[] starts = fields[11].split(",");
            for (int k = 0; k < position(fields[9]); k++) {
                final int from = start + position(starts[k].strip());
                feature.m_spans.add(span(from, from + position(sizes[k].strip())));
            }
        }
        if (feature.m_spans.isEmpty()) {
            feature.m_spans.add(whole);
        }
        all.add(feature);
    }
}
