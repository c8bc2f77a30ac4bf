package org.seism.knime.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.seism.analysis.verdict.JointTest;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;
import org.seism.inference.effect.EffectInterval;
import org.seism.inference.effect.EffectScale;
import org.seism.inference.statistic.JointKind;
import org.seism.inference.tail.TailEstimate;

class TestCodecTest {

    @Test
    @DisplayName("intervals and estimates travel, also those without a bound")
    void effects() throws IOException {
        final EffectInterval open = new EffectInterval(Double.POSITIVE_INFINITY, 0.25, Double.POSITIVE_INFINITY, EffectScale.LOG_ODDS_RATIO);
        final TailEstimate tail = new TailEstimate(-9.5, -10.25, -8.75, true);
        final SelectiveTest.Sampled test = new SelectiveTest.Sampled(
            new SelectiveTest.Association(1, 0.5, 2, new LogProbability(-20), Optional.of(open)), Optional.empty(),
            new NullSample(0, new double[]{0.5, 0.1, 0.2}, 0, 1, false, false), Optional.empty(), Optional.of(tail));
        final SelectiveTest.ClosedForm closed = new SelectiveTest.ClosedForm(
            new SelectiveTest.Association(2, -0.5, -2, new LogProbability(-3)), new LogProbability(-2));
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TestCodec.write(List.of(test, closed), new DataOutputStream(bytes));
        final List<SelectiveTest> read = TestCodec.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
            VersionedEntries.VERSION);
        assertEquals(Optional.of(open), read.get(0).interval());
        assertEquals(Optional.of(tail), read.get(0).tail());
        assertEquals(closed, read.get(1));
    }

    @Test
    @DisplayName("the joint test travels; what was saved before there was one has none")
    void joint() throws IOException {
        final JointTest joint = new JointTest(JointKind.HSIC, 3, new NullSample(0, new double[]{0.5, 0.1, 0.2}, 1, 2.5, true, false));
        for (final Optional<JointTest> test : List.of(Optional.of(joint), Optional.<JointTest> empty())) {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            TestCodec.writeJoint(test, new DataOutputStream(bytes));
            final Optional<JointTest> read =
                TestCodec.readJoint(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), VersionedEntries.VERSION);
            assertEquals(test.map(JointTest::text), read.map(JointTest::text));
            assertEquals(test.map(t -> t.sample().observedPosition()), read.map(t -> t.sample().observedPosition()));
        }
        assertEquals(Optional.empty(), TestCodec.readJoint(new DataInputStream(new ByteArrayInputStream(new byte[0])), VersionedEntries.CHECKS));
    }
}
