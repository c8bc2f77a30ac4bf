package org.seism.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.seism.host.dialog.DialogField;
import org.seism.host.node.TableBuilder;
import org.seism.host.sample.BulkMakerFactory;
import org.seism.host.sample.MisbehaviourFactory;
import org.seism.host.sample.SourceFactory;

/** Settings have KNIME's keys, are loaded strictly, and make the dialog. */
class ParametersTest {

    private static String xml(final NodeSettingsRO settings) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static NodeSettingsRO parse(final String xml) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void settingsHaveKnimesKeysAndTypes() throws IOException {
        assertEquals("""
            <?xml version="1.0" encoding="UTF-8"?>
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="model">
                <entry key="rows" type="xint" value="3"/>
                <entry key="name_prefix" type="xstring" value="row "/>
                <entry key="mode" type="xstring" value="PLAIN"/>
                <entry key="flag" type="xboolean" value="false"/>
                <entry key="seed" type="xlong" value="9007199254740993"/>
                <config key="scale">
                    <entry key="factor" type="xdouble" value="0.5"/>
                </config>
                <entry key="limit" type="xint" value="0"/>
                <entry key="limit_is_present" type="xboolean" value="false"/>
                <config key="names">
                    <entry key="array-size" type="xint" value="2"/>
                    <entry key="0" type="xstring" value="a"/>
                    <entry key="1" type="xstring" value="b"/>
                </config>
                <config key="scales">
                    <config key="0">
                        <entry key="factor" type="xdouble" value="0.5"/>
                    </config>
                    <config key="1">
                        <entry key="factor" type="xdouble" value="0.5"/>
                    </config>
                </config>
                <entry key="addedLater" type="xint" value="7"/>
            </config>
            """, xml(Sample.node(SourceFactory.class).settings()));
    }

    @Test
    void settingsSurviveARoundTrip() throws IOException, InvalidSettingsException {
        final NodeHarness node = Sample.node(SourceFactory.class).set("name_prefix", "a\t<&\"b\n").set("limit", "12")
            .set("scale/factor", "0.1").set("names", "x,y,z").set("mode", "SCALED");
        final String saved = xml(node.settings());
        assertTrue(saved.contains("limit_is_present\" type=\"xboolean\" value=\"true"));
        assertTrue(saved.contains("a%%00009&lt;&amp;&quot;b%%00010"));
        assertEquals(saved, xml(Sample.node(SourceFactory.class).load(parse(saved)).settings()).replace("\"ignored\"",
            "\"model\""));
    }

    @Test
    void columnFilterHasKnimesForm() throws IOException {
        final String xml = xml(Sample.node(BulkMakerFactory.class).input(0, Sample.numbers()).settings());
        assertTrue(xml.contains("""
            <config key="others">
                <entry key="mode" type="xstring" value="MANUAL"/>
                <config key="patternFilter">
                    <entry key="pattern" type="xstring" value=""/>
                    <entry key="isCaseSensitive" type="xboolean" value="false"/>
                    <entry key="isInverted" type="xboolean" value="false"/>
                </config>
                <config key="manualFilter">
                    <config key="manuallySelected">
                        <entry key="array-size" type="xint" value="1"/>
                        <entry key="0" type="xstring" value="Number"/>
                    </config>
                    <config key="manuallyDeselected">
                        <entry key="array-size" type="xint" value="0"/>
                    </config>
                    <entry key="includeUnknownColumns" type="xboolean" value="true"/>
                </config>
                <config key="typeFilter">
                    <config key="selectedTypes">
                        <entry key="array-size" type="xint" value="0"/>
                    </config>
                </config>
            </config>
            """.indent(4)), xml);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { //
        "<entry key=\"rows\" type=\"xint\" value=\"3\"/> | `` | Int for key \"rows\" not found.", //
        "key=\"rows\" type=\"xint\" | key=\"rows\" type=\"xlong\" | Int for key \"rows\" not found.", //
        "value=\"PLAIN\" | value=\"CUBED\" | Invalid value 'CUBED'. Possible values: PLAIN, SCALED", //
        "key=\"names\" | key=\"nomes\" | Config for key \"names\" not found.", //
        "key=\"rows\" type=\"xint\" value=\"3\" | key=\"rows\" type=\"xint\" value=\"-1\" | The number of rows must not be negative, but is -1."})
    void loadingIsStrict(final String what, final String by, final String message) throws IOException {
        final NodeHarness node = Sample.node(SourceFactory.class);
        final String xml = xml(node.settings());
        assertTrue(xml.contains(what));
        final NodeSettingsRO broken = parse(xml.replace(what, by));
        assertEquals(message, assertThrows(InvalidSettingsException.class, () -> node.load(broken)).getMessage());
        assertTrue(node.execute(), "the former settings stay");
    }

    @Test
    void laterFieldsMayBeAbsentAndUnknownOnesAreIgnored() throws IOException, InvalidSettingsException {
        final NodeHarness node = Sample.node(SourceFactory.class);
        node.load(parse(xml(node.settings()).replace("addedLater", "unknown").replace("limit_is_present", "other")));
        assertTrue(xml(node.settings()).contains("addedLater\" type=\"xint\" value=\"7\""));
        assertTrue(xml(node.settings()).contains("limit_is_present\" type=\"xboolean\" value=\"true\""));
    }

    @Test
    void defaultsLookAtTheInput() throws InvalidSettingsException {
        final NodeHarness node = Sample.node(MisbehaviourFactory.class).input(0, Sample.table());
        assertEquals("Text", node.settings().getString("column"));
        final NodeHarness noNumber = Sample.node(BulkMakerFactory.class).input(0,
            TableBuilder.of(new String[]{"T"}, org.knime.core.data.def.StringCell.TYPE).build());
        assertFalse(noNumber.configure());
        assertEquals("WARNING Choose a column.", noNumber.message().toString());
    }

    @Test
    void dialogListsControlsInTheirPresentState() throws InvalidSettingsException {
        final NodeHarness node = Sample.node(SourceFactory.class);
        final List<DialogField> fields = node.dialog();
        assertEquals(List.of("rows", "name_prefix", "mode", "flag", "seed", "scale/factor"),
            fields.stream().map(DialogField::key).toList());
        final DialogField rows = fields.get(0);
        assertEquals("First", rows.section());
        assertFalse(rows.advanced());
        assertEquals(0.0, rows.min());
        assertEquals(1000.0, rows.max());
        assertTrue(fields.get(2).advanced());
        assertEquals(List.of("PLAIN", "SCALED"), fields.get(2).choices());
        assertFalse(fields.get(4).enabled());
        assertFalse(fields.get(5).visible());
        assertTrue(node.set("mode", "SCALED").dialog().get(5).visible());
        assertTrue(node.set("flag", "true").dialog().get(4).enabled());
        assertFalse(node.dialog().get(5).visible());
    }

    @Test
    void dialogOffersTheInputsColumns() {
        final List<DialogField> fields = Sample.node(BulkMakerFactory.class).input(0, Sample.table()).dialog();
        assertEquals(List.of("Number"), fields.get(0).choices());
        assertEquals(List.of("Number"), fields.get(1).choices());
    }

    @Test
    void unknownSettingIsNamed() {
        final InvalidSettingsException e = assertThrows(InvalidSettingsException.class,
            () -> Sample.node(SourceFactory.class).set("scale/nothing", "1"));
        assertEquals("There is no setting \"nothing\"; there are factor.", e.getMessage());
    }
}
