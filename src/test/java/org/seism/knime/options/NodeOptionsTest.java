package org.seism.knime.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.seism.host.NodeHarness;
import org.seism.host.node.TableBuilder;
import org.seism.knime.Nodes;
import org.seism.knime.node.comparer.MotifComparerNodeFactory;
import org.seism.knime.node.encoder.SequenceEncoderNodeFactory;
import org.seism.knime.node.exact.ExactSelectiveTestNodeFactory;
import org.seism.knime.node.pvalues.SelectivePValuesNodeFactory;
import org.seism.knime.node.reader.MotifReaderNodeFactory;
import org.seism.knime.node.sampler.NullSamplerNodeFactory;
import org.seism.knime.node.scanner.MotifScannerNodeFactory;
import org.seism.knime.node.selector.MotifSelectorNodeFactory;
import org.seism.knime.node.split.DataSplitTestNodeFactory;
import org.seism.knime.node.writer.MotifWriterNodeFactory;
import org.seism.knime.options.Option.Rows;

/** Every option of every node does what it is for: without it, the run is another one. */
class NodeOptionsTest {

    @TempDir
    private static Path folder;

    private static Path written;

    private static final Map<Class<? extends DefaultNodeFactory>, List<PortObject>> INPUTS = new HashMap<>();

    private static List<Rows> table;

    /** What runs without the option gave, by node, context and what is seen. */
    private static final Map<String, String> BEFORE = new HashMap<>();

    @BeforeAll
    static void prepare() throws Exception {
        written = Files.createDirectory(folder.resolve("written"));
        Files.writeString(folder.resolve("one.fa"), ">a phenotype=1.5 activity=7\nACGT\n>b phenotype=2 activity=8\nACGG\n");
        Files.writeString(folder.resolve("two.fa"), ">c phenotype=1.5 activity=7\nACGT\n");
        final String letters = letters(new Random(5), 120);
        Files.writeString(folder.resolve("genes.fa"), ">c1\n" + letters + "\n");
        Files.writeString(folder.resolve("genes2.fa"), ">c1\n" + letters.substring(1) + "A\n");
        Files.writeString(folder.resolve("genes2.gff3"), "c1\t.\tgene\t21\t30\t.\t-\t.\tID=g1\n");
        Files.writeString(folder.resolve("genes.gff3"), """
            c1	.	gene	21	30	.	+	.	ID=g1;product=first
            c1	.	gene	41	50	.	+	.	ID=g1;product=first
            c1	.	gene	55	70	.	+	.	ID=g2;product=second
            c1	.	gene	90	100	.	-	.	ID=g3;product=third
            c1	.	exon	92	95	.	-	.	ID=e1
            c1	.	region	92	95	.	-	.	ID=r1
            """);
        Files.writeString(folder.resolve("square.pfm"), ">square\n9 1 0 0\n0 8 1 1\n0 1 7 3\n1 0 2 6\n");
        Files.writeString(folder.resolve("other.pfm"), ">other\n9 1 0 0 1\n0 8 1 1 2\n0 1 7 3 3\n1 0 2 6 4\n");
        Files.writeString(folder.resolve("library.pfm"), """
            >forward
            9 1 0 0 2
            0 8 1 1 3
            0 1 7 3 3
            1 0 2 6 2
            >backward
            6 2 0 1
            3 7 1 0
            1 1 8 0
            0 0 1 9
            >another
            1 9 9 1
            3 0 0 3
            3 0 0 3
            3 1 1 3
            """);
        Files.writeString(folder.resolve("broken.meme"), """
            MEME version 4

            ALPHABET= ACGT

            MOTIF whole
            letter-probability matrix: alength= 4 w= 2 nsites= 20
            1 0 0 0
            0 1 0 0

            MOTIF broken
            letter-probability matrix: alength= 4 w= 2 nsites= 20
            1 0 0 0
            0 no 0 0
            """);
        table = OptionTable.of(folder, written);
        final PortObject motifs = Nodes.motifs();
        final PortObject sequences = Nodes.sequences();
        INPUTS.put(SequenceEncoderNodeFactory.class, List.of(sequences()));
        INPUTS.put(MotifSelectorNodeFactory.class, List.of(sequences));
        INPUTS.put(DataSplitTestNodeFactory.class, List.of(sequences));
        INPUTS.put(NullSamplerNodeFactory.class, List.of(motifs));
        INPUTS.put(ExactSelectiveTestNodeFactory.class, List.of(motifs));
        INPUTS.put(SelectivePValuesNodeFactory.class, List.of(Nodes.nullSample()));
        final PortObject matrices = motifFile("square.pfm");
        INPUTS.put(MotifWriterNodeFactory.class, List.of(matrices));
        INPUTS.put(MotifScannerNodeFactory.class, List.of(matrices, sequences()));
        INPUTS.put(MotifComparerNodeFactory.class, List.of(matrices, motifFile("library.pfm")));
    }

    private static PortObject motifFile(final String name) throws Exception {
        return Nodes.executed(Nodes.node(MotifReaderNodeFactory.class, null, "file/path/path", folder.resolve(name).toString(), "format",
            "JASPAR_PFM")).table(0);
    }

    /** Two texts, two names, two phenotypes, a group and a covariate; one copy, one unknown letter, one short sequence. */
    private static BufferedDataTable sequences() {
        final Random random = new Random(11);
        final TableBuilder rows = TableBuilder.of(new String[]{"ID", "Name", "Sequence", "Other", "y", "z", "Group", "Dose", "Family", "Tribe"},
            StringCell.TYPE, StringCell.TYPE, StringCell.TYPE, StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, IntCell.TYPE,
            DoubleCell.TYPE, StringCell.TYPE, StringCell.TYPE);
        String last = "";
        for (int i = 0; i < 30; i++) {
            final String text = switch (i) {
                case 7 -> last;
                case 9 -> letters(random, 15) + "N" + letters(random, 15);
                case 11 -> letters(random, 10);
                default -> letters(random, 30 + i % 3);
            };
            rows.row("Row" + i, "id" + i, "name" + i, text, letters(random, 30), random.nextGaussian(), random.nextGaussian(), i % 2,
                random.nextGaussian(), "f" + i / 3, "t" + i / 5);
            last = text;
        }
        return rows.build();
    }

    private static String letters(final Random random, final int length) {
        return random.ints(length, 0, 4).mapToObj(k -> "ACGT".substring(k, k + 1)).collect(Collectors.joining());
    }

    private static String run(final Option option, final boolean changed) throws Exception {
        try (Stream<Path> files = Files.list(written)) {
            for (final Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.writeString(written.resolve("there.meme"), "before");
        final NodeHarness node = NodeHarness.of(option.node());
        final List<PortObject> inputs = INPUTS.getOrDefault(option.node(), List.of());
        for (int i = 0; i < inputs.size(); i++) {
            node.input(i, inputs.get(i));
        }
        for (final String setting : option.context()) {
            Option.apply(node, setting);
        }
        if (changed) {
            Option.apply(node, option.setting());
        }
        node.configure();
        final List<PortObjectSpec> announced = IntStream.range(0, node.definition().outputs().size())
            .<PortObjectSpec> mapToObj(node::outSpec).toList();
        final boolean executed = node.execute();
        if (!changed || !List.of("failure", "files").contains(option.seen().label())) {
            assertTrue(executed, node.message() + " " + node.message().resolutions());
        }
        for (int i = 0; executed && i < announced.size(); i++) {
            if (announced.get(i) instanceof DataTableSpec spec) {
                assertTrue(spec.equalStructure(node.table(i).getDataTableSpec()), () -> spec + " was announced");
            }
        }
        return option.seen().of().read(node);
    }

    private static String before(final Option option) throws Exception {
        final String key = option.node().getName() + option.context() + option.seen().label();
        if (!BEFORE.containsKey(key)) {
            BEFORE.put(key, run(option, false));
        }
        return BEFORE.get(key);
    }

    @TestFactory
    @DisplayName("each option, changed alone, changes what it is for")
    Stream<DynamicTest> options() {
        return OptionTable.rows(table).map(o -> DynamicTest.dynamicTest(o.toString(),
            () -> assertFalse(before(o).equals(run(o, true)), () -> "no difference in " + o.seen().label())));
    }

    @TestFactory
    @DisplayName("what is seen of a node is the same as long as its settings are")
    Stream<DynamicTest> reproducible() {
        return table.stream().map(r -> r.rows().get(0))
            .map(o -> DynamicTest.dynamicTest(o.node().getSimpleName(), () -> assertEquals(before(o), run(o, false))));
    }

    @Test
    @DisplayName("the table is about every node")
    void nodes() {
        assertEquals(Set.copyOf(Nodes.ALL), table.stream().map(Rows::node).collect(Collectors.toSet()));
    }

    @TestFactory
    @DisplayName("the table is about every key of the settings, or says why not")
    Stream<DynamicTest> complete() {
        return table.stream().map(r -> DynamicTest.dynamicTest(r.node().getSimpleName(), () -> {
            final Set<String> keys = ParameterKeys.of(NodeHarness.of(r.node()).definition().parameters());
            final Set<String> missing = new TreeSet<>(keys);
            missing.removeIf(k -> r.leftOut().containsKey(k)
                || r.rows().stream().anyMatch(o -> o.key().equals(k) || o.key().startsWith(k + "/")));
            assertEquals(Set.of(), missing, "settings that no row of OptionTable is about");
            assertTrue(keys.containsAll(r.leftOut().keySet()), "left out, but not there: " + r.leftOut().keySet());
            assertFalse(r.leftOut().values().stream().anyMatch(String::isBlank), "a reason is missing");
        }));
    }
}
