package kelvin.simulation;

import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import kelvin.bandit.Bandit;
import kelvin.bandit.SlateBandit;
import kelvin.bandit.Testbed;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Problem;
import kelvin.learner.SlateLearner;
import kelvin.random.Seed;

/**
 * The unit of work: one learner on one block of repetitions, or on what is left of it.
 *
 * @param testbed the family of problems
 * @param label the learner's label, the name of its random stream
 * @param spec the learner
 * @param seed the root of all random streams
 * @param horizon the last step
 * @param tracing what to trace
 * @param part what the block gave so far, to which the repetitions are added
 * @param from the first repetition to play
 * @param to the repetition after the last
 * @param progress told of decisions made
 */
record Cell(
        Testbed testbed,
        String label,
        LearnerSpec spec,
        Seed seed,
        long horizon,
        Tracing tracing,
        Part part,
        int from,
        int to,
        LongConsumer progress)
        implements Callable<Part> {
    @Override
    public Part call() {
        long start = System.nanoTime();
        for (int repetition = from; repetition < to; repetition++) {
            try {
                play(repetition);
            } catch (RuntimeException e) {
                throw new FailedRun("learner '" + label + "', repetition " + repetition + ": " + e.getMessage(), e);
            }
        }
        part.took(System.nanoTime() - start);
        return part;
    }

    private void play(int repetition) {
        Seed branch = seed.child(repetition);
        double[] row = testbed instanceof Episodes episodes && spec instanceof Walker walker
                ? walk(episodes, walker, branch)
                : play(branch);
        part.notes().add(row);
        if (tracing.runs().contains(repetition)) {
            part.notes().keep(repetition, row);
        }
    }

    private double[] walk(Episodes episodes, Walker walker, Seed branch) {
        EpisodicRun run = EpisodicRun.of(episodes, walker, label, rows(), branch, progress);
        part.record(run);
        return run.notes();
    }

    private double[] play(Seed branch) {
        Bandit bandit = testbed.open(branch.child("bandit"), horizon);
        Problem problem = new Problem(bandit.arms(), horizon);
        Learner learner =
                spec.create(problem, branch.child("learner").child(label).generator());
        if (!tracing.any()) {
            part.record(run(learner, bandit));
            return new double[0];
        }
        Tracer tracer = new Tracer(rows(), bandit.arms(), Arms.of(bandit).order());
        part.record(run(tracer.watch(learner), bandit));
        return tracer.row();
    }

    private TraceRows rows() {
        return new TraceRows(tracing, Math.min(testbed.size(), Simulation.RANKS));
    }

    private Repetition run(Learner learner, Bandit bandit) {
        if (learner instanceof SlateLearner several) {
            return new SlateRun(several, SlateBandit.of(bandit), testbed.slates(), spec.rewards(), progress);
        }
        return new Run(learner, bandit, spec.rewards(), progress);
    }
}
