package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.swing.ImageIcon;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.SwingUtilities;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.core.node.port.PortObject;
import org.seism.Progress;
import org.seism.analysis.MotifResult;
import org.seism.analysis.SeismAnalysis;
import org.seism.knime.port.MotifsPortObject;
import org.seism.knime.port.NullSamplePortObject;
import org.seism.knime.port.SequencesPortObject;

/** What KNIME's classic interface shows of the three ports, drawn without a screen. */
class PortViewsTest {

    private static SequencesPortObject sequences;

    private static MotifsPortObject motifs;

    private static NullSamplePortObject sample;

    @BeforeAll
    static void ports() throws Exception {
        sequences = (SequencesPortObject)Nodes.sequences();
        motifs = (MotifsPortObject)Nodes.executed(Nodes.selector(sequences, "motifs", "2")).output(0);
        sample = (NullSamplePortObject)Nodes.executed(Nodes.sampler(motifs, "replicates", "49")).output(0);
    }

    /** Shows a view as a window would, without one, and waits until it has no more to compute. */
    private static JComponent shown(final JComponent view) throws Exception {
        SwingUtilities.invokeAndWait(view::addNotify);
        final long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (tables(view).isEmpty()) {
            assertTrue(System.nanoTime() < end, "the view of " + view.getName() + " stays empty");
            Thread.sleep(10);
        }
        SwingUtilities.invokeAndWait(() -> {
            view.setSize(600, 400);
            layOut(view);
        });
        return view;
    }

    private static void layOut(final Container container) {
        container.doLayout();
        for (final Component c : container.getComponents()) {
            if (c instanceof Container inner) {
                layOut(inner);
            }
        }
    }

    private static List<JTable> tables(final Component component) throws Exception {
        final List<JTable> found = new ArrayList<>();
        SwingUtilities.invokeAndWait(() -> collect(component, found));
        return found;
    }

    private static void collect(final Component component, final List<JTable> found) {
        if (component instanceof JTable table) {
            found.add(table);
        } else if (component instanceof Container container) {
            Arrays.stream(container.getComponents()).forEach(c -> collect(c, found));
        }
    }

    private static String text(final JTable table) {
        final StringBuilder text = new StringBuilder();
        for (int r = 0; r < table.getRowCount(); r++) {
            for (int c = 0; c < table.getColumnCount(); c++) {
                text.append(c == 0 ? "" : ": ").append(table.getValueAt(r, c));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static BufferedImage drawn(final JComponent view, final String name) throws Exception {
        final BufferedImage image = new BufferedImage(view.getWidth(), view.getHeight(), BufferedImage.TYPE_INT_RGB);
        SwingUtilities.invokeAndWait(() -> {
            final Graphics2D g = image.createGraphics();
            view.paint(g);
            g.dispose();
        });
        final Path folder = Files.createDirectories(Path.of("target", "port-views"));
        ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
        return image;
    }

    /** Number of colours: a blank or unpainted view has one or two. */
    private static long colours(final BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())).distinct().count();
    }

    @Test
    @DisplayName("sequences: counts, lengths, phenotype with its histogram")
    void sequences() throws Exception {
        final JComponent view = shown(sequences.getViews()[0]);
        final String facts = text(tables(view).get(0));
        assertTrue(facts.contains("Sequences: 120\n") && facts.contains("Letters: 4,800\n")
            && facts.contains("Lengths: 40 to 40 letters, median 40\n") && facts.contains("Alphabet: DNA\n")
            && facts.contains("Phenotype: Phenotype\n") && facts.contains("Values of the phenotype: mean "), facts);
        final BufferedImage image = drawn(view, "sequences");
        long blue = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                blue += (image.getRGB(x, y) & 0xFFFFFF) == 0x0072B2 ? 1 : 0;
            }
        }
        assertTrue(blue > 3000, blue + " pixels of bars");
    }

    @Test
    @DisplayName("motifs: a row per motif with its logo")
    void motifs() throws Exception {
        final JComponent view = shown(motifs.getViews()[0]);
        final JTable table = tables(view).get(0);
        assertEquals(2, table.getRowCount());
        final List<MotifResult> results = SeismAnalysis.results(motifs.selection(), 0, Progress.NONE);
        final int consensus = table.getColumnModel().getColumnIndex("Consensus");
        final int logo = table.getColumnModel().getColumnIndex("Logo");
        for (int r = 0; r < 2; r++) {
            assertEquals(results.get(r).consensus(), table.getValueAt(r, consensus));
            assertTrue(((ImageIcon)table.getValueAt(r, logo)).getIconHeight() <= table.getRowHeight());
        }
        assertTrue(colours(drawn(view, "motifs")) > 50, "the logos are not drawn");
        assertTrue(text(tables(shown(motifs.getViews()[1])).get(0)).contains("Motif width: 6"));
    }

    @Test
    @DisplayName("null sample: one line per motif with its p-values, and the settings")
    void nullSample() throws Exception {
        final JComponent view = shown(sample.getViews()[0]);
        final JTable table = tables(view).get(0);
        assertEquals(sample.tested().tests().size(), table.getRowCount());
        assertEquals(49, table.getValueAt(0, table.getColumnModel().getColumnIndex("Replicates")));
        assertTrue(table.getValueAt(0, table.getColumnModel().getColumnIndex("P-value (step), in words")).toString().contains("0.02"),
            text(table));
        drawn(view, "null sample");
        final JComponent settings = shown(sample.getViews()[1]);
        drawn(settings, "null sample settings");
        assertTrue(text(tables(settings).get(0)).contains("Null replicates: 49\n"), text(tables(settings).get(0)));
    }

    @Test
    @DisplayName("sites are not counted before the view is shown, nor after it is closed")
    void closed() throws Exception {
        final JComponent view = motifs.getViews()[0];
        assertEquals(List.of(), tables(view));
        SwingUtilities.invokeAndWait(() -> {
            view.addNotify();
            view.removeNotify();
        });
        assertEquals(List.of(), tables(view));
        assertNotNull(shown(view), "it can be shown again");
    }

    @TestFactory
    @DisplayName("every tab has a title of its own; specs describe themselves")
    Stream<DynamicTest> titles() {
        return Stream.<PortObject>of(sequences, motifs, sample)
            .map(p -> DynamicTest.dynamicTest(p.getClass().getSimpleName(), () -> {
                final List<String> names = new ArrayList<>();
                Stream.concat(Arrays.stream(p.getViews()), Arrays.stream(p.getSpec().getViews())).forEach(v -> names.add(v.getName()));
                assertEquals(names.size(), new HashSet<>(names).size(), names.toString());
                assertTrue(names.stream().noneMatch(n -> n == null || n.isBlank()), names.toString());
                final String description = text(tables(shown(p.getSpec().getViews()[0])).get(0));
                assertTrue(description.contains("Alphabet: DNA\n") && description.contains("Phenotype: Phenotype\n"), description);
            }));
    }
}
