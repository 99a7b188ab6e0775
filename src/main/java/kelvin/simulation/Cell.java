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
 * @param ranks how many ranks to count selections of
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
        int ranks,
        Part part,
        int from,
        int to,
        LongConsumer progress)
        implements Callable<Part> {
    @Override
    public Part call() {
        for (int repetition = from; repetition < to; repetition++) {
            try {
                part.record(run(seed.child(repetition)));
            } catch (RuntimeException e) {
                throw new FailedRun("learner '" + label + "', repetition " + repetition + ": " + e.getMessage(), e);
            }
        }
        return part;
    }

    private Repetition run(Seed branch) {
        if (testbed instanceof Episodes episodes && spec instanceof Walker walker) {
            return EpisodicRun.of(episodes, walker, label, branch, progress);
        }
        Bandit bandit = testbed.open(branch.child("bandit"), horizon);
        Problem problem = new Problem(bandit.arms(), horizon);
        Learner learner =
                spec.create(problem, branch.child("learner").child(label).generator());
        if (learner instanceof SlateLearner several) {
            return new SlateRun(several, SlateBandit.of(bandit), testbed.slates(), spec.rewards(), progress);
        }
        return new Run(learner, bandit, spec.rewards(), ranks, progress);
    }
}
