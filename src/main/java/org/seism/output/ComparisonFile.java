package org.seism.output;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import org.seism.Version;
import org.seism.motif.FrequencyMatrix;
import org.seism.motif.compare.LibraryMatch;
import org.seism.motif.compare.MotifLibrary;
import org.seism.motif.compare.Resemblance;
import org.seism.table.DelimitedWriter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What motifs resemble in a library, as a table or as JSON. */
public final class ComparisonFile {
    private static final List<String> COLUMNS = List.of("motif", "consensus", "rank", "name", "accession", "family", "matchConsensus", "p",
        "q", "strand", "offset", "overlap", "resembles");

    private ComparisonFile() {
    }

    /**
     * A motif that was compared.
     *
     * @param motif the motif
     * @param matches the best matches that are shown, best first
     * @param resemblance what all matches together say
     */
    public record Compared(FrequencyMatrix motif, List<LibraryMatch> matches, Resemblance resemblance) {
    }

    /**
     * One row per motif and match; a motif without matches to show has one row without.
     *
     * @param compared the motifs
     * @param out the table; not closed
     */
    public static void writeTable(final List<Compared> compared, final Appendable out) {
        final DelimitedWriter table = new DelimitedWriter(out, COLUMNS);
        for (final Compared c : compared) {
            final String says = c.resemblance().text();
            if (c.matches().isEmpty()) {
                table.row(c.motif().name(), c.motif().consensus(), "", "", "", "", "", "", "", "", "", "", says);
            }
            for (int k = 0; k < c.matches().size(); k++) {
                final LibraryMatch m = c.matches().get(k);
                table.row(c.motif().name(), c.motif().consensus(), Integer.toString(k + 1), m.target().factor(), m.target().matrix().name(),
                    m.target().family(), m.target().matrix().consensus(), DelimitedWriter.number(m.p()), DelimitedWriter.number(m.q()),
                    String.valueOf(m.strand().symbol()), Integer.toString(m.offset()), Integer.toString(m.overlap()), says);
            }
        }
    }

    /**
     * @param library that was compared with
     * @param compared the motifs
     * @param out JSON; not closed
     */
    public static void writeJson(final MotifLibrary library, final List<Compared> compared, final Appendable out) {
        final ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", Version.NUMBER);
        root.putObject("library").put("name", library.name()).put("motifs", library.motifs().size());
        final ArrayNode motifs = root.putArray("motifs");
        for (final Compared c : compared) {
            final ObjectNode node = motifs.addObject();
            node.put("motif", c.motif().name()).put("description", c.motif().description()).put("consensus", c.motif().consensus());
            node.put("resembles", c.resemblance().text());
            c.resemblance().call().ifPresentOrElse(
                f -> node.putObject("family").put("name", f.family()).put("evidence", f.evidence()), () -> node.putNull("family"));
            final ArrayNode matches = node.putArray("matches");
            for (final LibraryMatch m : c.matches()) {
                final ObjectNode match = matches.addObject();
                match.put("name", m.target().factor()).put("accession", m.target().matrix().name()).put("family", m.target().family());
                FieldJson.put(match, "p", Optional.of(m.p()));
                FieldJson.put(match, "q", Optional.of(m.q()));
                match.put("strand", String.valueOf(m.strand().symbol())).put("offset", m.offset()).put("overlap", m.overlap());
            }
        }
        try {
            final StringWriter text = new StringWriter();
            ResultJson.write(root, text);
            out.append(text.getBuffer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
