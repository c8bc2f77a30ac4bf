package org.seism.knime.port;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.seism.analysis.TestedMotifs;
import org.seism.analysis.verdict.JointTest;
import org.seism.analysis.verdict.SelectiveTest;
import org.seism.inference.LogProbability;
import org.seism.inference.NullSample;
import org.seism.inference.chain.Kernel;
import org.seism.inference.chain.SamplingSettings;
import org.seism.inference.design.Hypothesis;
import org.seism.inference.effect.EffectInterval;
import org.seism.inference.effect.EffectScale;
import org.seism.inference.statistic.JointKind;
import org.seism.inference.tail.TailEstimate;

/** Tests of motifs with their null samples, and the settings they were sampled with. */
final class TestCodec {
    /** In the place of the logarithm of a closed form that was not asked for. */
    private static final double NOT_ASKED = 1;

    private TestCodec() {
    }

    static void writeSettings(final SamplingSettings settings, final ModelContentWO model) {
        model.addString("hypothesis", settings.hypothesis().name());
        model.addString("kernel", settings.kernel().name());
        model.addInt("replicates", settings.replicates());
        model.addInt("thinning", settings.thinning());
        model.addInt("maxReplicates", settings.maxReplicates());
        model.addInt("branches", settings.branches());
        model.addLong("seed", settings.seed());
    }

    static SamplingSettings readSettings(final ModelContentRO model) throws InvalidSettingsException {
        return new SamplingSettings(Hypothesis.valueOf(model.getString("hypothesis")), Kernel.valueOf(model.getString("kernel")),
            model.getInt("replicates"),
            model.getInt("thinning"), model.getInt("maxReplicates"), model.getInt("branches", 1), model.getLong("seed"));
    }

    static void write(final List<SelectiveTest> tests, final DataOutputStream out) throws IOException {
        out.writeInt(tests.size());
        for (final SelectiveTest test : tests) {
            out.writeInt(test.rank());
            out.writeDouble(test.statistic());
            out.writeDouble(test.effect());
            out.writeDouble(test.naive().log());
            // a logarithm is never above 0
            out.writeDouble(test.closedForm().map(LogProbability::log).orElse(NOT_ASKED));
            writeSample(test.sample(), out);
            writeSample(test.step(), out);
            writeInterval(test.interval(), out);
            writeTail(test.tail(), out);
        }
    }

    private static void writeSample(final Optional<NullSample> sampled, final DataOutputStream out) throws IOException {
        out.writeBoolean(sampled.isPresent());
        if (sampled.isEmpty()) {
            return;
        }
        final NullSample sample = sampled.get();
        out.writeInt(sample.motif());
        StudyCodec.writeDoubles(sample.statistics(), out);
        out.writeInt(sample.observedPosition());
        out.writeInt(sample.branches().length);
        for (final int length : sample.branches()) {
            out.writeInt(length);
        }
        out.writeDouble(sample.trials());
        out.writeBoolean(sample.adaptive());
        out.writeBoolean(sample.approximate());
        out.writeBoolean(sample.independent());
    }

    static List<SelectiveTest> read(final DataInputStream in, final int version) throws IOException {
        final int count = in.readInt();
        final List<SelectiveTest> tests = new ArrayList<>();
        for (int j = 0; j < count; j++) {
            final int rank = in.readInt();
            final double statistic = in.readDouble();
            final double effect = in.readDouble();
            final LogProbability naive = new LogProbability(in.readDouble());
            final double log = in.readDouble();
            final Optional<LogProbability> closedForm = log == NOT_ASKED ? Optional.empty() : Optional.of(new LogProbability(log));
            final Optional<NullSample> sample = in.readBoolean() ? Optional.of(readSample(in, version)) : Optional.empty();
            final Optional<NullSample> step =
                version >= VersionedEntries.STEPS && in.readBoolean() ? Optional.of(readSample(in, version)) : Optional.empty();
            final SelectiveTest.Association association =
                new SelectiveTest.Association(rank, statistic, effect, naive, readInterval(in, version));
            final Optional<TailEstimate> tail = readTail(in, version);
            tests.add(sample.isPresent() ? new SelectiveTest.Sampled(association, closedForm, sample.get(), step, tail)
                : new SelectiveTest.ClosedForm(association,
                    closedForm.orElseThrow(() -> new IOException("A motif has neither a null sample nor a closed form."))));
        }
        return tests;
    }

    static void writeChecks(final List<TestedMotifs.Check> checks, final DataOutputStream out) throws IOException {
        out.writeInt(checks.size());
        for (final TestedMotifs.Check check : checks) {
            out.writeInt(check.motif());
            out.writeBoolean(check.warns());
            out.writeUTF(check.text());
        }
    }

    static List<TestedMotifs.Check> readChecks(final DataInputStream in, final int version) throws IOException {
        final List<TestedMotifs.Check> checks = new ArrayList<>();
        for (int left = version < VersionedEntries.CHECKS ? 0 : in.readInt(); left > 0; left--) {
            checks.add(new TestedMotifs.Check(in.readInt(), in.readBoolean(), in.readUTF()));
        }
        return checks;
    }

    static void writeJoint(final Optional<JointTest> joint, final DataOutputStream out) throws IOException {
        out.writeBoolean(joint.isPresent());
        if (joint.isPresent()) {
            out.writeUTF(joint.get().kind().name());
            out.writeInt(joint.get().motifs());
            writeSample(Optional.of(joint.get().sample()), out);
        }
    }

    static Optional<JointTest> readJoint(final DataInputStream in, final int version) throws IOException {
        if (version < VersionedEntries.JOINT || !in.readBoolean()) {
            return Optional.empty();
        }
        final JointKind kind = JointKind.valueOf(in.readUTF());
        final int motifs = in.readInt();
        if (!in.readBoolean()) {
            throw new IOException("A joint test has no null sample.");
        }
        return Optional.of(new JointTest(kind, motifs, readSample(in, version)));
    }

    static void writeHeritability(final Optional<Double> heritability, final DataOutputStream out) throws IOException {
        out.writeDouble(heritability.orElse(Double.NaN));
    }

    static Optional<Double> readHeritability(final DataInputStream in, final int version) throws IOException {
        return version < VersionedEntries.KINSHIP ? Optional.empty() : Optional.of(in.readDouble()).filter(h -> !Double.isNaN(h));
    }

    private static void writeInterval(final Optional<EffectInterval> interval, final DataOutputStream out) throws IOException {
        out.writeBoolean(interval.isPresent());
        if (interval.isPresent()) {
            out.writeDouble(interval.get().estimate());
            out.writeDouble(interval.get().lower());
            out.writeDouble(interval.get().upper());
            out.writeUTF(interval.get().scale().name());
        }
    }

    private static void writeTail(final Optional<TailEstimate> tail, final DataOutputStream out) throws IOException {
        out.writeBoolean(tail.isPresent());
        if (tail.isPresent()) {
            out.writeDouble(tail.get().log10P());
            out.writeDouble(tail.get().lower());
            out.writeDouble(tail.get().upper());
            out.writeBoolean(tail.get().bound());
        }
    }

    private static Optional<EffectInterval> readInterval(final DataInputStream in, final int version) throws IOException {
        return version < VersionedEntries.EFFECTS || !in.readBoolean() ? Optional.empty()
            : Optional.of(new EffectInterval(in.readDouble(), in.readDouble(), in.readDouble(), EffectScale.valueOf(in.readUTF())));
    }

    private static Optional<TailEstimate> readTail(final DataInputStream in, final int version) throws IOException {
        return version < VersionedEntries.EFFECTS || !in.readBoolean() ? Optional.empty()
            : Optional.of(new TailEstimate(in.readDouble(), in.readDouble(), in.readDouble(), in.readBoolean()));
    }

    private static NullSample readSample(final DataInputStream in, final int version) throws IOException {
        final int motif = in.readInt();
        final double[] statistics = StudyCodec.readDoubles(in);
        final int observed = in.readInt();
        // before, there were paths only
        final int[] branches = version < VersionedEntries.BRANCHES ? new int[]{statistics.length} : readLengths(in);
        return new NullSample(motif, statistics, observed, branches, in.readDouble(), in.readBoolean(), in.readBoolean(),
            version >= VersionedEntries.STEPS && in.readBoolean());
    }

    private static int[] readLengths(final DataInputStream in) throws IOException {
        final int[] lengths = new int[in.readInt()];
        for (int k = 0; k < lengths.length; k++) {
            lengths[k] = in.readInt();
        }
        return lengths;
    }
}
