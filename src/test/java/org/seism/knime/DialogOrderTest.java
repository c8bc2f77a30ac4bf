package org.seism.knime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.seism.host.NodeHarness;
import org.seism.host.dialog.DialogRules;

/** The dialogs open in KNIME, and their sections and fields stand in the intended order. */
class DialogOrderTest {

    @TestFactory
    @DisplayName("no rule of KNIME's dialogs is broken")
    Stream<DynamicTest> rules() {
        return Nodes.ALL.stream().map(f -> DynamicTest.dynamicTest(f.getSimpleName(),
            () -> assertEquals(List.of(), DialogRules.violations(NodeHarness.of(f).definition().parameters()))));
    }

    @TestFactory
    @DisplayName("sections and fields in order")
    Stream<DynamicTest> order() {
        return Nodes.ALL.stream().map(f -> DynamicTest.dynamicTest(f.getSimpleName(), () -> {
            final String found = DialogRules.sections(NodeHarness.of(f).definition().parameters()).entrySet().stream()
                .map(e -> e.getKey() + ": " + String.join(", ", e.getValue())).collect(Collectors.joining("\n"));
            if (Boolean.getBoolean("seism.renew")) {
                java.nio.file.Files.writeString(java.nio.file.Path.of("src/test/resources/dialogs", f.getSimpleName() + ".txt"), found + "\n");
                return;
            }
            assertEquals(expected(f.getSimpleName()), found);
        }));
    }

    private static String expected(final String factory) throws Exception {
        try (var in = DialogOrderTest.class.getResourceAsStream("/dialogs/" + factory + ".txt")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        }
    }
}
