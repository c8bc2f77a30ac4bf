package org.seism.analysis.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** docs/FIELDS.md is the vocabulary as a document. After a change: {@code mvn test -Dtest=FieldDocumentTest -Dseism.renew=true}. */
class FieldDocumentTest {
    private static final Path DOCUMENT = Path.of("docs", "FIELDS.md");

    @Test
    @DisplayName("the document lists every field and every setting")
    void document() throws IOException {
        final String expected = String.join("\n", lines()) + "\n";
        if (Boolean.getBoolean("seism.renew")) {
            Files.writeString(DOCUMENT, expected);
        }
        assertEquals(expected, Files.readString(DOCUMENT).replace("\r\n", "\n"),
            "renew it: mvn test -Dtest=FieldDocumentTest -Dseism.renew=true");
    }

    private static List<String> lines() {
        final List<String> lines = new ArrayList<>();
        lines.add("# Figures and settings");
        lines.add("");
        lines.add("Every figure of a motif and every setting has one name in files (`results.tsv`, `results.json`) and one in tables for");
        lines.add("people (KNIME's columns, the report), in the order of the files. This page is made from the program's own lists");
        lines.add("(`MotifField`, `SettingField`).");
        lines.add("");
        lines.add("## Figures of a motif");
        lines.add("");
        lines.add("| In files | Column | Meaning | Unit | Known after |");
        lines.add("|---|---|---|---|---|");
        for (final MotifField f : MotifField.values()) {
            lines.add("| `" + f.key() + "` | " + f.label() + " | " + f.meaning() + " | " + f.unit() + " | " + known(f) + " |");
        }
        lines.add("");
        lines.add("`results.tsv` has no matrices, `results.json` no `pwm`; a value that does not exist is empty in the table and `null` in");
        lines.add("JSON. A p-value below 1e-300 is a text with its digits in JSON.");
        for (final SettingField.Group group : SettingField.Group.values()) {
            lines.add("");
            lines.add("## Settings: " + group.title().toLowerCase(Locale.ROOT));
            lines.add("");
            lines.add("| In files | Column | Meaning |");
            lines.add("|---|---|---|");
            for (final SettingField f : SettingField.values()) {
                if (f.group() == group) {
                    lines.add("| `" + f.key() + "` | " + f.label() + " | " + f.meaning() + " |");
                }
            }
        }
        return lines;
    }

    private static String known(final MotifField field) {
        final List<String> kinds = new ArrayList<>();
        for (final ResultKind kind : ResultKind.values()) {
            if (MotifField.of(kind).contains(field)) {
                kinds.add(FieldText.name(kind));
            }
        }
        return kinds.size() == ResultKind.values().length ? "always" : String.join(", ", kinds);
    }
}
