package org.seism.inference.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.seism.TaskRunner;

/** Runs several walks at once. */
public final class Walks {
    private Walks() {
    }

    /**
     * @param source what the walk is made of
     * @param branches how many branches, where there are enough replicates for them
     * @param size N, the observed state counted
     * @return a path, or a star of branches
     */
    public static Walk of(final WalkSource source, final int branches, final int size) {
        final int possible = Math.min(branches, size / StarWalk.SHORTEST);
        // a path through the observed state is a star of two branches
        return possible <= 2 ? new PathWalk(source) : new StarWalk(source, possible, size);
    }

    /**
     * Makes all walks as long as wanted, stage by stage.
     *
     * @param walks the walks
     * @param size N, the observed state counted
     * @param runner runs the legs
     * @param counter progress
     */
    public static void extend(final List<Walk> walks, final int size, final TaskRunner runner, final ReplicateCounter counter) {
        final List<List<Leg>> stages = new ArrayList<>();
        long missing = 0;
        for (final Walk walk : walks) {
            walk.extendTo(size);
            for (int k = 0; k < walk.stages().size(); k++) {
                if (k == stages.size()) {
                    stages.add(new ArrayList<>());
                }
                stages.get(k).addAll(walk.stages().get(k));
            }
        }
        for (final List<Leg> stage : stages) {
            missing += stage.stream().mapToLong(Leg::missing).sum();
        }
        counter.expect(missing);
        for (final List<Leg> stage : stages) {
            // long ones first, so that the threads finish together
            stage.sort((a, b) -> Long.compare(b.work(), a.work()));
            final List<Callable<Void>> tasks = new ArrayList<>();
            for (final Leg leg : stage) {
                tasks.add(() -> {
                    leg.run(counter);
                    return null;
                });
            }
            runner.runAll(tasks);
        }
    }

    /**
     * @param walk a walk
     * @return points tried per move of its chains, on average
     */
    public static double trialsPerMove(final Walk walk) {
        long moves = 0;
        long trials = 0;
        for (final List<Leg> stage : walk.stages()) {
            moves += stage.stream().mapToLong(Leg::moves).sum();
            trials += stage.stream().mapToLong(Leg::trials).sum();
        }
        return moves == 0 ? 0 : (double)trials / moves;
    }
}
