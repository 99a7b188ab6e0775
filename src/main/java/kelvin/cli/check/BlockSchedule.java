package kelvin.cli.check;

import java.util.Collection;
import java.util.PriorityQueue;
import kelvin.simulation.Simulation;

/** The time that threads take for blocks of repetitions, handed out as a simulation does: in turns, a few ahead of the first unfinished one. */
final class BlockSchedule {
    private BlockSchedule() {}

    /**
     * Returns the seconds until all blocks are done.
     *
     * @param runs the seconds of a run of each learner
     * @param repetitions the runs of each learner
     * @param threads the number of threads
     */
    static double seconds(Collection<Double> runs, int repetitions, int threads) {
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int thread = 0; thread < threads; thread++) {
            free.add(0.0);
        }
        int ahead = Simulation.blocksAhead(threads);
        double[] taken = new double[ahead]; // when a block, and all before it, had been finished
        double last = 0;
        int block = 0;
        for (int first = 0; first < repetitions; first += Simulation.REPETITIONS_PER_BLOCK) {
            int size = Math.min(Simulation.REPETITIONS_PER_BLOCK, repetitions - first);
            for (double run : runs) {
                double submitted = taken[block % ahead];
                double end = Math.max(submitted, free.remove()) + run * size;
                free.add(end);
                last = Math.max(last, end);
                taken[block % ahead] = last;
                block++;
            }
        }
        return last;
    }
}
