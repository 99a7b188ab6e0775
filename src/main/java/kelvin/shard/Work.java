package kelvin.shard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Sweep;
import kelvin.results.CheckpointFolder;
import kelvin.simulation.Simulation;

/**
 * The work that an experiment is: each learner, at each point of the sweep, once.
 *
 * @param experiment the experiment, or that of a point
 * @param label the learner
 * @param key names learner and problem, as a checkpoint does
 */
record Work(Experiment experiment, String label, String key) {
    private static final int BLOCK = Simulation.REPETITIONS_PER_BLOCK;
    /** The least number of units that a learner's work is dealt out in, per shard: they may differ by one in number, not by much. */
    private static final int UNITS_PER_SHARD = 8;

    /** Lists all work in one order; a learner that a point leaves as it is elsewhere is listed once. */
    static List<Work> of(ExperimentFile file, String code) {
        List<Work> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        experiments(file)
                .forEach(experiment -> CheckpointFolder.keys(experiment, code).forEach((label, key) -> {
                    if (seen.add(key)) {
                        all.add(new Work(experiment, label, key));
                    }
                }));
        return all;
    }

    /** Lists the experiment and those of the points of its sweep. */
    static Stream<Experiment> experiments(ExperimentFile file) {
        return Stream.concat(
                Stream.of(file.experiment()), file.sweep().points().stream().map(Sweep.Point::experiment));
    }

    /**
     * Returns the nodes that all shards together have to play up to an interim look, dealt out in this order: whole blocks, then the block in
     * which the look falls, up to there. A single shard gets them as one stretch, to be split into nodes as large as its tasks.
     */
    List<Node> units(int look, int shards) {
        int[] ends = experiment.repetitions().ends();
        int from = look == 1 ? 0 : ends[look - 2] / BLOCK * BLOCK;
        if (shards == 1) {
            return List.of(new Node(key, from, ends[look - 1]));
        }
        int blocks = Math.max(1, (ends[look - 1] - from) / BLOCK);
        int most = Integer.highestOneBit(Math.max(1, blocks / (UNITS_PER_SHARD * shards)));
        return Node.split(key, from, ends[look - 1], most);
    }
}
