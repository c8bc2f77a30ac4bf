package org.seism;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Who may import whom. The engine is a chain of packages, each of which may use what stands before it; the three ways
 * in (report, command line, KNIME) stand at its end. The root package {@code org.seism} is vocabulary for everybody.
 */
class ArchitectureTest {

    /** Each may use those before it, none after it. */
    private static final List<String> CHAIN = List.of("table", "sequence", "study", "motif", "candidate",
        "selection", "inference", "analysis", "output", "report");

    /** Both stand at the end of the chain and do not know each other. */
    private static final List<String> ENDS = List.of("cli", "knime");

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(new ImportOption.DoNotIncludeJars()).importPackages("org.seism", "org.knime");
        assertTrue(classes.contain("org.seism.Progress"), "the compiled classes are not where this test looks for them");
    }

    @TestFactory
    @DisplayName("every package knows only what stands before it")
    Stream<DynamicTest> chain() {
        return Stream.concat(CHAIN.stream(), ENDS.stream()).map(name -> DynamicTest.dynamicTest(name, () -> {
            final int place = CHAIN.contains(name) ? CHAIN.indexOf(name) : CHAIN.size();
            final String[] later = Stream.concat(CHAIN.stream().skip(place), ENDS.stream()).filter(p -> !p.equals(name))
                .map(ArchitectureTest::pack).toArray(String[]::new);
            check(noClasses().that().resideInAPackage(pack(name)).should().dependOnClassesThat().resideInAnyPackage(later));
        }));
    }

    @Test
    @DisplayName("the shared vocabulary knows nobody")
    void root() {
        check(noClasses().that().resideInAPackage("org.seism").should().dependOnClassesThat(
            resideInAnyPackage("org.seism..", "org.knime..").and(not(resideInAPackage("org.seism")))));
    }

    @Test
    @DisplayName("packages do not go round in circles")
    void cycles() {
        check(slices().matching("org.seism.(*)..").should().beFreeOfCycles());
    }

    @Test
    @DisplayName("only the KNIME layer and the host touch org.knime")
    void knimeOnlyInItsLayer() {
        check(noClasses().that().resideOutsideOfPackages("org.seism.knime..", "org.seism.host..", "org.knime..")
            .should().dependOnClassesThat().resideInAPackage("org.knime.."));
    }

    @Test
    @DisplayName("the API slice knows nothing of SEISM")
    void slice() {
        check(noClasses().that().resideInAPackage("org.knime..").should().dependOnClassesThat()
            .resideInAPackage("org.seism.."));
    }

    @Test
    @DisplayName("the host knows the nodes only through plugin.xml and the API")
    void host() {
        check(noClasses().that().resideInAPackage("org.seism.host..").should().dependOnClassesThat(
            resideInAPackage("org.seism..").and(not(resideInAnyPackage("org.seism", "org.seism.host..")))));
    }

    @Test
    @DisplayName("nobody knows the host")
    void hostStandsAlone() {
        check(noClasses().that().resideOutsideOfPackage("org.seism.host..").should().dependOnClassesThat()
            .resideInAPackage("org.seism.host.."));
    }

    @Test
    @DisplayName("what only the command line has, only the command line uses: the bundle goes without it")
    void commandLine() {
        check(noClasses().that().resideOutsideOfPackage("org.seism.cli..").should().dependOnClassesThat()
            .resideInAnyPackage("org.seism.cli..", "picocli.."));
    }

    @Test
    @DisplayName("a broken rule is noticed")
    void rulesBite() {
        final ArchRule broken = noClasses().that().resideInAPackage(pack("motif")).should().dependOnClassesThat()
            .resideInAPackage(pack("sequence"));
        assertThrows(AssertionError.class, () -> broken.check(classes));
    }

    private static String pack(final String name) {
        return "org.seism." + name + "..";
    }

    /** A package that has no class yet breaks no rule. */
    private static void check(final ArchRule rule) {
        rule.allowEmptyShould(true).check(classes);
    }
}
