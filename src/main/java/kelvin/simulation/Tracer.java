package kelvin.simulation;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.agent.Agent;
import kelvin.contract.Slate;
import kelvin.learner.FullInformation;
import kelvin.learner.Learner;
import kelvin.learner.Recommender;
import kelvin.learner.slate.SlateLearner;
import kelvin.metric.TracedQuantity;

/**
 * Takes down, at some steps of one run, what a learner is about to do. It stands between the run and the learner, so that a run that
 * is not traced pays nothing.
 */
final class Tracer {
    private final TraceLayout rows;
    private final long[] steps;
    private final int[] order;
    private final double[] numbers;
    private final double[] row;
    private int point;

    /**
     * @param actions how many the learner has
     * @param order the actions that are traced, from the best down
     */
    Tracer(TraceLayout rows, int actions, int[] order) {
        this.rows = rows;
        this.steps = rows.tracing().steps();
        this.order = order;
        this.numbers = new double[actions];
        this.row = new double[rows.length()];
        Arrays.fill(row, Double.NaN);
    }

    /** What was taken down. */
    double[] row() {
        return row;
    }

    /** The same learner, watched. */
    Learner watch(Learner learner) {
        if (learner instanceof SlateLearner several) {
            return new OfSeveral(several);
        }
        return learner instanceof FullInformation student ? new OfAll(student) : new OfOne(learner);
    }

    private boolean due(long step) {
        return point < steps.length && steps[point] == step;
    }

    private void look(long step, Learner learner) {
        if (due(step)) {
            boolean one = !(learner instanceof SlateLearner);
            boolean closed = learner instanceof SlateLearner several
                    ? several.inclusion(step, numbers)
                    : learner.probabilities(step, numbers);
            takeProbabilities(closed, one, order);
            take(TracedQuantity.VALUE, learner.values(step, numbers), order);
            take(TracedQuantity.TEMPERATURE, learner.temperature(step));
            point++;
        }
    }

    private void takeProbabilities(boolean closed, boolean one, int[] ranked) {
        take(TracedQuantity.PROBABILITY, closed, ranked);
        take(TracedQuantity.ENTROPY, closed && one ? entropy() : Double.NaN);
    }

    private void take(TracedQuantity quantity, boolean known, int[] ranked) {
        int place = rows.place(point, quantity);
        for (int rank = 0; known && rank < rows.ranks(); rank++) {
            double x = numbers[ranked[rank]];
            row[place + rank] = Double.isFinite(x) ? x : Double.NaN;
        }
    }

    private void take(TracedQuantity quantity, double x) {
        row[rows.place(point, quantity)] = Double.isFinite(x) ? x : Double.NaN;
    }

    private double entropy() {
        double sum = 0;
        for (double p : numbers) {
            sum -= p > 0 ? p * StrictMath.log(p) : 0;
        }
        return sum;
    }

    /** An agent, watched at the first decision of an episode; it has learnt nothing since. */
    Agent watch(Agent agent, Order ranked) {
        return new Agent() {
            @Override
            public int begin(long episode, int state) {
                int action = agent.begin(episode, state);
                if (due(episode)) {
                    takeProbabilities(agent.probabilities(state, numbers), true, ranked.of(state));
                    point++;
                }
                return action;
            }

            @Override
            public int step(double reward, int state) {
                return agent.step(reward, state);
            }

            @Override
            public void end(double reward) {
                agent.end(reward);
            }

            @Override
            public boolean probabilities(int state, double[] out) {
                return agent.probabilities(state, out);
            }
        };
    }

    /** The actions in a state from the best down. */
    @FunctionalInterface
    interface Order {
        int[] of(int state);
    }

    private final class OfOne implements Recommender {
        private final Learner learner;

        OfOne(Learner learner) {
            this.learner = learner;
        }

        @Override
        public int select(long step) {
            look(step, learner);
            return learner.select(step);
        }

        @Override
        public void observe(long step, int action, double reward) {
            learner.observe(step, action, reward);
        }

        @Override
        public void open(BitSet actions) {
            learner.open(actions);
        }

        @Override
        public int recommendation() {
            return ((Recommender) learner).recommendation();
        }
    }

    private final class OfAll implements FullInformation, Recommender {
        private final FullInformation learner;

        OfAll(FullInformation learner) {
            this.learner = learner;
        }

        @Override
        public int select(long step) {
            look(step, learner);
            return learner.select(step);
        }

        @Override
        public void observeAll(long step, double[] rewards) {
            learner.observeAll(step, rewards);
        }

        @Override
        public int recommendation() {
            return ((Recommender) learner).recommendation();
        }

        @Override
        public void open(BitSet actions) {
            learner.open(actions);
        }
    }

    private final class OfSeveral implements SlateLearner {
        private final SlateLearner learner;

        OfSeveral(SlateLearner learner) {
            this.learner = learner;
        }

        @Override
        public void select(long step, Slate slate) {
            look(step, learner);
            learner.select(step, slate);
        }

        @Override
        public void observe(long step, Slate slate) {
            learner.observe(step, slate);
        }

        @Override
        public void open(BitSet actions) {
            learner.open(actions);
        }
    }
}
