package org.seism.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installs the feature from the zip of the update site with the p2 director, as KNIME's installer does. */
class P2InstallIT {

    private static final String FEATURE = "org.seism.feature.feature.group";

    private static final String VERSION = System.getProperty("bundle.version");

    private static final String SITE = "jar:" + new File(System.getProperty("p2.zip")).toURI() + "!/";

    private static final String HOST = new File(System.getProperty("host.repo")).toURI().toString();

    @TempDir
    private static Path jre;

    @TempDir
    private Path installation;

    private record Run(int exit, String output) { }

    /** An empty profile has no Java: a repository without artifacts stands for the one that runs this test. */
    @BeforeAll
    static void describeJava() throws IOException {
        final List<String> provided = new ArrayList<>();
        provided.add("<provided namespace='org.eclipse.equinox.p2.iu' name='a.jre.javase' version='17.0.0'/>");
        Stream.concat(IntStream.rangeClosed(3, 8).mapToObj(v -> "1." + v), IntStream.rangeClosed(9, 17).mapToObj(String::valueOf))
            .map(v -> "<provided namespace='osgi.ee' name='JavaSE' version='" + v + ".0'/>").forEach(provided::add);
        ModuleLayer.boot().modules().stream().flatMap(m -> m.getDescriptor().exports().stream()).filter(e -> !e.isQualified())
            .map(e -> "<provided namespace='java.package' name='" + e.source() + "' version='0.0.0'/>").sorted().forEach(provided::add);
        Files.writeString(jre.resolve("content.xml"), """
            <?xml version='1.0' encoding='UTF-8'?>
            <?metadataRepository version='1.2.0'?>
            <repository name='Java' type='org.eclipse.equinox.internal.p2.metadata.repository.LocalMetadataRepository' version='1'>
            <units size='1'><unit id='a.jre.javase' version='17.0.0' singleton='false'>
            <provides size='%d'>%s</provides>
            <touchpoint id='null' version='0.0.0'/></unit></units></repository>
            """.formatted(provided.size(), String.join("\n", provided)));
    }

    @Test
    @DisplayName("the zip holds a site at its top level, with one categorised feature and its licence")
    void site() throws Exception {
        final Run list = director(List.of(SITE), "-list");
        assertEquals(0, list.exit(), list.output());
        assertTrue(list.output().contains(FEATURE + "=" + VERSION), list.output());
        assertTrue(list.output().contains("org.seism.knime=" + VERSION), list.output());
        assertTrue(list.output().contains("seism.org.seism.category="), "no category in " + list.output());
    }

    @Test
    @DisplayName("installs into an empty profile where the host provides KNIME's bundles")
    void installs() throws Exception {
        final Run install = director(List.of(SITE, HOST, jre.toUri().toString()), "-installIU", FEATURE);
        assertEquals(0, install.exit(), install.output());
        assertTrue(Files.isRegularFile(installation.resolve("plugins/org.seism.knime_" + VERSION + ".jar")), () -> files().toString());
        assertTrue(Files.isDirectory(installation.resolve("features/org.seism.feature_" + VERSION)), () -> files().toString());
        final Run roots = director(List.of(), "-listInstalledRoots");
        assertEquals(0, roots.exit(), roots.output());
        assertTrue(roots.output().contains("org.seism.feature.feature.group/" + VERSION), roots.output());
    }

    @Test
    @DisplayName("is refused where there is no KNIME, with a message that names what is missing")
    void refusedWithoutKnime() throws Exception {
        final Run install = director(List.of(SITE, jre.toUri().toString()), "-installIU", FEATURE);
        assertNotEquals(0, install.exit(), install.output());
        assertTrue(install.output().contains("org.knime.core"), install.output());
        assertTrue(files().stream().noneMatch(f -> f.contains("org.seism")), () -> files().toString());
    }

    private List<String> files() {
        try (Stream<Path> all = Files.walk(installation, 2)) {
            return all.map(p -> installation.relativize(p).toString()).collect(Collectors.toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Run director(final List<String> repositories, final String... what) throws IOException, InterruptedException {
        final Path equinox = Path.of(System.getProperty("equinox.dir"));
        final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", equinox.resolve("plugins/org.eclipse.equinox.launcher.jar").toString(),
            "-nosplash", "-consolelog", "-data", "@none", "-configuration", equinox.resolve("configuration").toString(),
            "-application", "org.eclipse.equinox.p2.director", "-destination", installation.toString(),
            "-bundlepool", installation.toString(), "-profile", "SeismTest",
            "-profileProperties", "org.eclipse.update.install.features=true",
            "-p2.os", "linux", "-p2.ws", "gtk", "-p2.arch", "x86_64", "-roaming"));
        if (!repositories.isEmpty()) {
            final List<String> artifacts = repositories.stream().filter(r -> !r.equals(jre.toUri().toString())).toList();
            command.addAll(List.of("-metadataRepository", String.join(",", repositories),
                "-artifactRepository", String.join(",", artifacts)));
        }
        command.addAll(List.of(what));
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes());
        return new Run(process.waitFor(), output);
    }
}
