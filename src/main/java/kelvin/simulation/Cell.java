package kelvin.simulation;

import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.random.Seed;

/**
 * The unit of work: one learner on one block of repetitions.
 *
 * @param testbed the family of problems
 * @param label the learner's label, the name of its random stream
 * @param spec the learner
 * @param seed the root of all random streams
 * @param report the reported steps, increasing; the last is the horizon
 * @param ranks how many ranks to count selections of
 * @param from the first repetition
 * @param to the repetition after the last
 * @param progress told of decisions made
 */
record Cell(
        Testbed testbed,
        String label,
        LearnerSpec spec,
        Seed seed,
        long[] report,
        int ranks,
        int from,
        int to,
        LongConsumer progress)
        implements Callable<Part> {
    private static final long PROGRESS_STEPS = 100_000;

    @Override
    public Part call() {
        Part part = new Part(report, ranks);
        for (int repetition = from; repetition < to; repetition++) {
            try {
                play(repetition, part);
            } catch (RuntimeException e) {
                throw new FailedRun("learner '" + label + "', repetition " + repetition + ": " + e.getMessage(), e);
            }
        }
        return part;
    }

    private void play(int repetition, Part part) {
        Seed branch = seed.child(repetition);
        Bandit bandit = testbed.open(branch.child("bandit"));
        Learner learner =
                spec.create(bandit.arms(), branch.child("learner").child(label).generator());
        Run run = new Run(learner, bandit, ranks);
        double[] regret = new double[report.length];
        double[] reward = new double[report.length];
        double[] optimal = new double[report.length];
        long previous = 0;
        long told = 0;
        for (int point = 0; point < report.length; point++) {
            run.playTo(report[point], part.selected(point));
            if (report[point] - told >= PROGRESS_STEPS) {
                progress.accept(report[point] - told);
                told = report[point];
            }
            double steps = report[point] - previous;
            regret[point] = run.regret();
            reward[point] = run.recentReward() / steps;
            optimal[point] = run.recentOptimal() / steps;
            previous = report[point];
        }
        progress.accept(previous - told);
        part.add(new PerMetric<>(regret, reward, optimal), run.atHorizon());
    }
}
