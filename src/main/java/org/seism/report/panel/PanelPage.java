package org.seism.report.panel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.seism.Version;
import org.seism.analysis.panel.MotifGroups;
import org.seism.analysis.panel.PanelFindings;
import org.seism.analysis.panel.PanelMotif;
import org.seism.analysis.panel.PhenotypeResult;
import org.seism.motif.logo.LogoOptions;
import org.seism.motif.logo.SequenceLogo;
import org.seism.output.PanelFiles;
import org.seism.report.ReportPage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The page of a panel: what was found in a sentence, motif by phenotype as a heat map, and a table of all phenotypes, both
 * sortable; one file that asks the net for nothing. The same results give the same bytes.
 */
public final class PanelPage {
    /** The page's file name. */
    public static final String NAME = "panel.html";

    private static final List<String> SCRIPTS = List.of("format.js", "panel.js");
    private static final List<String> STYLES = List.of("report.css", "panel.css");
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private PanelPage() {
    }

    /**
     * @param title of the panel
     * @param command that makes it
     * @param results of all phenotypes, by number
     * @param findings over all of them
     * @param groups of the motifs that are kept
     * @param link where a phenotype's own report lies beside the page, if it has one
     * @return the document
     */
    public static String html(final String title, final String command, final List<PhenotypeResult> results,
        final PanelFindings findings,
        final List<MotifGroups.Group> groups, final Function<PhenotypeResult, Optional<String>> link) {
        final ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("title", title).put("version", Version.NUMBER).put("command", command).put("alpha", findings.alpha())
            .put("tested", findings.tested()).put("selected", findings.selected()).put("level", findings.level());
        final ArrayNode phenotypes = root.putArray("phenotypes");
        results.forEach(r -> phenotype(phenotypes.addObject(), r, findings, link.apply(r)));
        final ArrayNode all = root.putArray("groups");
        for (int g = 0; g < groups.size(); g++) {
            group(all.addObject(), g, groups.get(g));
        }
        return ReportPage.document(resource(NAME), texts(SCRIPTS), texts(STYLES), text(root));
    }

    private static void phenotype(final ObjectNode node, final PhenotypeResult result, final PanelFindings findings,
        final Optional<String> link) {
        node.put("name", result.name());
        if (result instanceof final PhenotypeResult.Failed failed) {
            node.put("state", "failed").put("remark", failed.problem() + " " + failed.remedy());
        } else if (result instanceof final PhenotypeResult.Tested tested) {
            final PanelMotif first = tested.motifs().get(0);
            node.put("state", findings.selected(tested.number()) ? "found" : "nothing found").put("sequences",
                tested.sequences())
                .put("leftOut", tested.leftOut()).put("p", tested.p()).put("q", findings.q(tested.number()))
                .put("kept", (int)tested.motifs().stream().filter(m -> findings.kept(tested.number(), m)).count())
                .put("motifs", tested.motifs().size()).put("word", first.word()).put("correlation", first.correlation())
                .put("remark", String.join(" ", tested.remarks()));
            link.ifPresent(l -> node.put("link", l));
        }
    }

    private static void group(final ObjectNode node, final int index, final MotifGroups.Group group) {
        final SequenceLogo logo = SequenceLogo.of(group.matrix(), LogoOptions.defaults().withIdPrefix("seism-group-"
            + (index + 1) + "-"));
        node.put("name", PanelFiles.groupName(index)).put("consensus", group.matrix().consensus()).put("phenotypes",
            group.phenotypes())
            .put("logo", Base64.getEncoder().encodeToString(logo.svg().getBytes(StandardCharsets.UTF_8)))
            .put("description", logo.description());
        final ArrayNode members = node.putArray("members");
        for (final MotifGroups.Member member : group.members()) {
            members.addObject().put("phenotype", member.phenotype()).put("rank", member.motif().rank()).put("word",
                member.motif().word())
                .put("p", member.motif().listP()).put("correlation", member.motif().correlation());
        }
    }

    private static Map<String, String> texts(final List<String> names) {
        final Map<String, String> texts = new LinkedHashMap<>();
        names.forEach(n -> texts.put(n, n.startsWith("panel.") ? resource(n) : ReportPage.resource(n)));
        return texts;
    }

    /**
     * No text from a file can end the script element: in JSON these three stand in strings only, so their escapes mean the
     * same.
     */
    private static String text(final ObjectNode node) {
        try {
            return MAPPER.writeValueAsString(node).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always written", e);
        }
    }

    private static String resource(final String name) {
        try (InputStream in = PanelPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks org/seism/report/panel/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
