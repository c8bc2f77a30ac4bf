package org.seism.analysis.field;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.seism.analysis.MotifResult;
import org.seism.inference.DataSplitTest;
import org.seism.inference.NullSample;
import org.seism.inference.PValueText;
import org.seism.inference.effect.EffectInterval;

/** How fields read a result: what a motif has not is null, as {@link MotifField} asks for. */
final class MotifReaders {
    private MotifReaders() {
    }

    static Integer count(final MotifResult result, final int group) {
        return result.description().counts().sequences()[group];
    }

    static Double phenotype(final MotifResult result, final int group) {
        return result.description().counts().phenotype()[group];
    }

    static <T> T sampled(final MotifResult result, final Function<NullSample, T> reader) {
        return result.test().sample().map(reader).orElse(null);
    }

    /** A number, or none where it is infinite or was not asked for. */
    static Double interval(final MotifResult result, final ToDoubleFunction<EffectInterval> reader) {
        return result.test().interval().map(reader::applyAsDouble).filter(Double::isFinite).orElse(null);
    }

    static <T> T step(final MotifResult result, final Function<NullSample, T> reader) {
        return result.test().step().map(reader).orElse(null);
    }

    /** A bound where every p-value up to this one is. */
    static String listText(final MotifResult r) {
        return r.verdict().list().map(list -> PValueText.of(list,
            r.test().atFloor() && list <= r.test().judged().map(NullSample::p).orElse(0.0))).orElse(null);
    }

    static <T> T split(final MotifResult result, final Function<DataSplitTest.Result, T> reader) {
        return result.split().map(reader).orElse(null);
    }

    static String remark(final NullSample sample) {
        final List<String> remarks = new ArrayList<>();
        if (sample.approximate()) {
            remarks.add("approximate");
        }
        if (sample.adaptive()) {
            remarks.add("adaptive");
        }
        return String.join(",", remarks);
    }
}
