package org.seism;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may import whom. The engine is a chain of packages, each of which may use what stands before it; the three ways
 * in (report, command line, KNIME) stand at its end. The root package {@code org.seism} is vocabulary for everybody.
 */
class ArchitectureTest {

    /** Each may use those before it, none after it; packages inside one another as everybody else. */
    private static final List<String> CHAIN = List.of("linear", "random", "table", "sequence", "sequence.annotated", "study.check",
        "study", "study.input", "motif", "motif.scan", "motif.logo", "motif.format", "motif.compare", "motif.growth",
        "candidate.activation", "candidate.library", "candidate.shape", "candidate", "selection", "inference.design", "inference.event", "inference.statistic", "inference.chain",
        "inference.walk", "inference.tail", "inference", "inference.effect", "analysis.verdict", "analysis", "analysis.given", "analysis.field", "analysis.panel", "output", "report", "report.panel");

    /** Stands beside the chain: knows it up to {@code study.input}, and of the chain nobody knows it. */
    private static final String BESIDE = "simulation";

    /** Two ends that do not know each other, each a chain of its own. The nodes themselves come after it. */
    private static final List<List<String>> ENDS = List.of(List.of("cli.options", "cli.run", "cli"),
        List.of("knime.engine", "knime.file", "knime.table", "knime.view", "knime.port.view", "knime.port", "knime.parameters",
            "knime.node"));

    private static final List<String> HOST = List.of("host.io", "host.dialog", "host.node", "host.workflow", "host");

    /** A package to itself per node. */
    private static final String NODES = "knime.node.";

    private static JavaClasses classes;

    private static Set<String> packages;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars()).importPackages("org.seism", "org.knime");
        assertTrue(classes.contain("org.seism.Progress"), "the compiled classes are not where this test looks for them");
        packages = classes.stream().filter(c -> !c.getSimpleName().equals("package-info")).map(c -> c.getPackageName())
            .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    @DisplayName("every package has its place, and every place a package")
    void places() {
        final Set<String> placed = Stream.of(CHAIN.stream(), Stream.of(BESIDE), ENDS.stream().flatMap(List::stream), HOST.stream())
            .flatMap(s -> s).map(ArchitectureTest::pack).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(placed, packages.stream().filter(p -> p.startsWith("org.seism.") && !p.startsWith(pack(NODES)))
            .collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    @DisplayName("every package knows only what stands before it")
    Stream<DynamicTest> chain() {
        final Stream<DynamicTest> engine = CHAIN.stream().map(name -> rule(name, Stream.concat(Stream.of(below(BESIDE), below("cli"),
            below("knime")), after(CHAIN, name))));
        final Stream<DynamicTest> beside = Stream.of(rule(BESIDE, Stream.concat(Stream.of(below("cli"), below("knime")),
            after(CHAIN, "study.input"))));
        final Stream<DynamicTest> ends = ENDS.stream().flatMap(end -> end.stream().map(name -> rule(name,
            Stream.concat(Stream.of(below(name.startsWith("cli") ? "knime" : "cli"), pack(NODES + "*")), after(end, name)))));
        return Stream.of(engine, beside, ends, HOST.stream().map(name -> rule(name, after(HOST, name)))).flatMap(s -> s);
    }

    @TestFactory
    @DisplayName("nodes do not know each other")
    Stream<DynamicTest> nodes() {
        final List<String> nodes = packages.stream().filter(p -> p.startsWith(pack(NODES))).map(p -> p.substring("org.seism.".length()))
            .toList();
        assertTrue(nodes.size() >= 8, nodes.toString());
        return nodes.stream().map(node -> rule(node, Stream.concat(Stream.of(below("cli")),
            nodes.stream().filter(n -> !n.equals(node)).map(ArchitectureTest::pack))));
    }

    @TestFactory
    @DisplayName("command line and nodes call the analysis, and know of what it calls in turn only settings and results")
    Stream<DynamicTest> frontDoor() {
        final DescribedPredicate<JavaClass> inner = resideInAnyPackage(Stream.of("linear", "random", "candidate", "selection", "inference")
            .map(ArchitectureTest::below).toArray(String[]::new));
        final DescribedPredicate<JavaClass> value =
            DescribedPredicate.describe("record or enum", c -> c.isRecord() || c.isEnum() || c.isMemberClass());
        return Stream.of("cli", "knime").map(end -> DynamicTest.dynamicTest(end, () -> noClasses().that()
            .resideInAPackage(below(end)).should().dependOnClassesThat(inner.and(not(value))).check(classes)));
    }

    /** A rule is only as good as its names: a package that is gone fails here. */
    private static DynamicTest rule(final String name, final Stream<String> forbidden) {
        final String[] others = forbidden.toArray(String[]::new);
        return DynamicTest.dynamicTest(name,
            () -> noClasses().that().resideInAPackage(pack(name)).should().dependOnClassesThat().resideInAnyPackage(others).check(classes));
    }

    private static Stream<String> after(final List<String> chain, final String name) {
        return chain.stream().skip(chain.indexOf(name) + 1L).map(ArchitectureTest::pack);
    }

    @Test
    @DisplayName("vectors and random streams know nothing but the shared vocabulary")
    void basics() {
        for (final String name : List.of("linear", "random")) {
            noClasses().that().resideInAPackage(pack(name)).should().dependOnClassesThat(resideInAPackage("org.seism..")
                .and(not(resideInAnyPackage("org.seism", pack(name))))).check(classes);
        }
    }

    @Test
    @DisplayName("the shared vocabulary knows nobody")
    void root() {
        noClasses().that().resideInAPackage("org.seism").should().dependOnClassesThat(
            resideInAnyPackage("org.seism..", "org.knime..").and(not(resideInAPackage("org.seism")))).check(classes);
    }

    @Test
    @DisplayName("packages do not go round in circles, those inside others neither")
    void cycles() {
        slices().matching("org.seism.(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    @DisplayName("only the KNIME layer and the host touch org.knime")
    void knimeOnlyInItsLayer() {
        noClasses().that().resideOutsideOfPackages("org.seism.knime..", "org.seism.host..", "org.knime..")
            .should().dependOnClassesThat().resideInAPackage("org.knime..").check(classes);
    }

    @Test
    @DisplayName("the API slice knows nothing of SEISM")
    void slice() {
        noClasses().that().resideInAPackage("org.knime..").should().dependOnClassesThat().resideInAPackage("org.seism..").check(classes);
    }

    @Test
    @DisplayName("the host knows the nodes only through plugin.xml and the API")
    void host() {
        noClasses().that().resideInAPackage("org.seism.host..").should().dependOnClassesThat(
            resideInAPackage("org.seism..").and(not(resideInAnyPackage("org.seism", "org.seism.host..")))).check(classes);
    }

    @Test
    @DisplayName("nobody knows the host")
    void hostStandsAlone() {
        noClasses().that().resideOutsideOfPackage("org.seism.host..").should().dependOnClassesThat()
            .resideInAPackage("org.seism.host..").check(classes);
    }

    @Test
    @DisplayName("what only the command line has, only the command line uses: the bundle goes without it")
    void commandLine() {
        noClasses().that().resideOutsideOfPackage("org.seism.cli..").should().dependOnClassesThat()
            .resideInAnyPackage("org.seism.cli..", "picocli..").check(classes);
    }

    @Test
    @DisplayName("a broken rule, a circle, and a rule about a package that is gone are noticed")
    void rulesBite() {
        final ArchRule broken =
            noClasses().that().resideInAPackage(pack("motif")).should().dependOnClassesThat().resideInAPackage(pack("sequence"));
        assertThrows(AssertionError.class, () -> broken.check(classes));
        assertThrows(AssertionError.class, () -> slices().matching("org.knime.core.(*)..").should().beFreeOfCycles().check(classes),
            "KNIME's own packages go round in circles");
        final ArchRule gone =
            noClasses().that().resideInAPackage(pack("gone")).should().dependOnClassesThat().resideInAPackage(pack("sequence"));
        assertThrows(AssertionError.class, () -> gone.check(classes));
    }

    @TestFactory
    @DisplayName("a package has at most 15 classes, a file at most 400 lines")
    Stream<DynamicTest> sizes() {
        return Stream.of("main", "host", "test", "jmh").map(tree -> DynamicTest.dynamicTest(tree, () -> {
            final List<Path> files = sources(Path.of("src", tree, "java"));
            assertTrue(files.size() >= 5, "only " + files.size() + " sources found");
            final Set<String> crowded = new TreeSet<>();
            // the names below org.knime are KNIME's
            files.stream().map(Path::getParent).filter(p -> !p.startsWith("src/host/java/org/knime")).collect(
                Collectors.groupingBy(p -> p, Collectors.counting())).entrySet().stream().filter(e -> e.getValue() > 15)
                .map(Map.Entry::toString).forEach(crowded::add);
            assertEquals(Set.of(), crowded, "packages to divide");
            final Set<String> large = new TreeSet<>();
            for (final Path file : files) {
                final long lines = Files.readAllLines(file).size();
                if (lines > 400) {
                    large.add(file + ": " + lines + " lines");
                }
            }
            assertEquals(Set.of(), large, "files to divide");
        }));
    }

    /** @return every class's file, package descriptions aside */
    private static List<Path> sources(final Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java")).toList();
        }
    }

    private static String pack(final String name) {
        return "org.seism." + name;
    }

    /** @return the package and all inside it */
    private static String below(final String name) {
        return pack(name) + "..";
    }
}
