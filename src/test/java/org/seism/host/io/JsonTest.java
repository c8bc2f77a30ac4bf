package org.seism.host.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seism.host.NodeHarness;
import org.seism.host.Sample;
import org.seism.host.sample.SourceFactory;

/** A view's data reach its page as KNIME would hand them over. */
class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", " [1, -2.5e-3, \"a\\\"b\", {\"k\": [true, false, null]}] ", "0", "\"x\"", "[]"})
    void json(final String text) {
        assertTrue(Json.isJson(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain text", "{", "[1,]", "{\"a\" 1}", "01", "1 2", "\"a\nb\"", "NaN", "{a:1}", "nul"})
    void noJson(final String text) {
        assertFalse(Json.isJson(text));
    }

    @Test
    void valuesAreWritten() {
        assertEquals("[\"a\\\"\\\\\\u000a\",1.5,true,null,\"NaN\"]",
            Json.of(Arrays.asList("a\"\\\n", 1.5, true, null, Double.NaN)));
    }

    @Test
    void viewIsAskedBeforeAndAfterExecution() throws java.io.IOException {
        final NodeHarness node = Sample.node(SourceFactory.class);
        assertEquals("{\"result\":{\"state\":\"not executed\"}}", node.viewData());
        assertTrue(node.execute());
        assertEquals("{\"result\":{\"rows\":3,\"text\":\"</script>50%\"}}", node.viewData());
        assertEquals(1, node.internals().size());
        final String html = node.viewHtml();
        assertTrue(html.contains("{\"result\":{\"rows\":3,\"text\":\"\\u003c/script>50%\"}}") && html.contains("<iframe"), html);
        assertTrue(node.viewPage().startsWith("<html><head>"), node.viewPage());
    }
}
