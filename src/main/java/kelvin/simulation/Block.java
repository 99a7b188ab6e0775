package kelvin.simulation;

import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.slate.SlateBandit;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.slate.SlateLearner;
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
 * @param block the first repetition of the block
 * @param to the repetition after the last
 * @param progress told of decisions made
 */
record Block(
        Testbed testbed,
        String label,
        LearnerSpec spec,
        Seed seed,
        long horizon,
        Tracing tracing,
        RunStatistics part,
        int block,
        int to,
        LongConsumer progress)
        implements Callable<RunStatistics> {
    /** Plays up to the end, or up to where {@link RunAbandoned} is thrown: then the part holds the repetitions that were finished. */
    @Override
    public RunStatistics call() {
        long start = System.nanoTime();
        for (int repetition = block + part.repetitions(); repetition < to; repetition++) {
            try {
                progress.accept(0);
                play(repetition);
            } catch (RuntimeException e) {
                if (RunAbandoned.caused(e)) {
                    break;
                }
                throw new FailedRun("learner '" + label + "', repetition " + repetition + ": " + e.getMessage(), e);
            }
        }
        part.took(System.nanoTime() - start);
        return part;
    }

    private void play(int repetition) {
        Seed branch = seed.child(repetition);
        if (testbed instanceof Episodes episodes && spec instanceof Walker walker) {
            EpisodicRun run = EpisodicRun.of(episodes, walker, label, rows(), branch, progress);
            part.record(run);
            note(repetition, run.notes());
            run.finish();
        } else {
            play(repetition, branch);
        }
    }

    private void play(int repetition, Seed branch) {
        Bandit bandit = testbed.open(branch.child("bandit"), horizon);
        BanditTask problem = new BanditTask(bandit.arms(), horizon);
        Learner learner =
                spec.create(problem, branch.child("learner").child(label).generator());
        if (tracing.any()) {
            Tracer tracer =
                    new Tracer(rows(), bandit.arms(), RankedArms.of(bandit).order());
            Repetition run = run(tracer.watch(learner), bandit);
            part.record(run);
            note(repetition, tracer.row());
            run.finish();
        } else {
            Repetition run = run(learner, bandit);
            part.record(run);
            run.finish();
        }
    }

    private void note(int repetition, double[] row) {
        part.notes().add(row);
        if (tracing.runs().contains(repetition)) {
            part.notes().keep(repetition, row);
        }
    }

    private TraceLayout rows() {
        return new TraceLayout(tracing, Math.min(testbed.size(), Simulation.RANKS));
    }

    private Repetition run(Learner learner, Bandit bandit) {
        if (learner instanceof SlateLearner several) {
            return new SlateRun(several, SlateBandit.of(bandit), testbed.slates(), spec.rewards(), progress);
        }
        return new Run(learner, bandit, spec.rewards(), progress);
    }
}
