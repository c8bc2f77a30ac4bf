package org.seism.knime.port;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.seism.sequence.SequenceSet;
import org.seism.study.Covariates;
import org.seism.study.Kinship;
import org.seism.study.Phenotype;
import org.seism.study.Study;

/** The bulk of a study: identifiers, letters, phenotype and covariates. Names and settings are in the spec. */
final class StudyCodec {
    private StudyCodec() {
    }

    static void write(final Study study, final DataOutputStream out) throws IOException {
        final SequenceSet sequences = study.sequences();
        out.writeInt(sequences.size());
        for (int i = 0; i < sequences.size(); i++) {
            writeText(sequences.id(i), out);
            // sequence by sequence: a copy of all letters at once would hold them twice
            final byte[] codes = sequences.codes(i);
            out.writeInt(codes.length);
            out.write(codes);
        }
        writeDoubles(study.phenotype().values(), out);
        for (final double[] column : study.covariates().values()) {
            writeDoubles(column, out);
        }
        out.writeBoolean(study.kinship().isPresent());
        if (study.kinship().isPresent()) {
            writeKinship(study.kinship().get(), out);
        }
    }

    private static void writeKinship(final Kinship kinship, final DataOutputStream out) throws IOException {
        writeText(kinship.source(), out);
        out.writeDouble(kinship.heritability());
        out.writeInt(kinship.members().length);
        for (int b = 0; b < kinship.members().length; b++) {
            final int size = kinship.members()[b].length;
            out.writeInt(size);
            for (final int i : kinship.members()[b]) {
                out.writeInt(i);
            }
            for (int r = 0; r < size; r++) {
                for (int c = 0; c <= r; c++) {
                    out.writeDouble(kinship.blocks()[b][r * size + c]);
                }
            }
        }
    }

    private static Kinship readKinship(final DataInputStream in) throws IOException {
        final String source = readText(in);
        final double heritability = in.readDouble();
        final int[][] members = new int[in.readInt()][];
        final double[][] blocks = new double[members.length][];
        for (int b = 0; b < members.length; b++) {
            final int size = in.readInt();
            members[b] = new int[size];
            for (int k = 0; k < size; k++) {
                members[b][k] = in.readInt();
            }
            blocks[b] = new double[size * size];
            for (int r = 0; r < size; r++) {
                for (int c = 0; c <= r; c++) {
                    blocks[b][r * size + c] = in.readDouble();
                    blocks[b][c * size + r] = blocks[b][r * size + c];
                }
            }
        }
        return new Kinship(source, members, blocks, heritability);
    }

    static Study read(final SequencesPortObjectSpec spec, final DataInputStream in, final int version) throws IOException {
        final int n = in.readInt();
        final List<String> ids = new ArrayList<>();
        final int[] lengths = new int[n];
        byte[] codes = new byte[1 << 12];
        int total = 0;
        for (int i = 0; i < n; i++) {
            ids.add(readText(in));
            lengths[i] = in.readInt();
            if (total + lengths[i] > codes.length) {
                codes = java.util.Arrays.copyOf(codes, (int)Math.min(Integer.MAX_VALUE - 8, 2L * (total + lengths[i])));
            }
            in.readFully(codes, total, lengths[i]);
            total += lengths[i];
        }
        final double[] y = readDoubles(in);
        final double[][] covariates = new double[spec.covariates().size()][];
        for (int c = 0; c < covariates.length; c++) {
            covariates[c] = readDoubles(in);
        }
        final Optional<Kinship> kinship =
            version >= VersionedEntries.KINSHIP && in.readBoolean() ? Optional.of(readKinship(in)) : Optional.empty();
        return new Study(
            SequenceSet.ofCodes(spec.alphabet().orElseThrow(() -> new EOFException("no alphabet")), ids, lengths,
                java.util.Arrays.copyOf(codes, total)),
            spec.strands(), new Phenotype(spec.phenotype(), y, spec.positiveClass()),
            new Covariates(spec.covariates(), covariates), kinship);
    }

    /** Not writeUTF, which refuses texts beyond 64 kB. */
    static void writeText(final String text, final DataOutputStream out) throws IOException {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(final DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    static void writeDoubles(final double[] values, final DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        for (final double v : values) {
            out.writeDouble(v);
        }
    }

    static double[] readDoubles(final DataInputStream in) throws IOException {
        final double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
