package djl;

import ai.djl.modality.rl.ActionSpace;
import ai.djl.modality.rl.env.RlEnv;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.util.passthrough.PassthroughNDArray;
import java.util.ArrayList;
import java.util.List;

/** Cells in a row, entered on the left and left on the right or when patience ends; every step costs 1. Needs no engine: arrays only carry numbers. */
final class Corridor implements RlEnv {
    private static final int LENGTH = 8;
    private static final int PATIENCE = 10_000;

    private final ActionSpace actions = new ActionSpace();
    private final List<Step> walked = new ArrayList<>();
    private int cell;

    Corridor() {
        actions.add(new NDList(number(0)));
        actions.add(new NDList(number(1)));
    }

    /** The number that an observation or an action carries. */
    static int carried(NDList list) {
        return (int) list.singletonOrThrow().getFloat();
    }

    private static NDArray number(float x) {
        return new PassthroughNDArray(x) {
            @Override
            public float getFloat(long... indices) {
                return x;
            }
        };
    }

    @Override
    public void reset() {
        cell = 0;
        walked.clear();
    }

    @Override
    public NDList getObservation() {
        return new NDList(number(cell));
    }

    @Override
    public ActionSpace getActionSpace() {
        return actions;
    }

    @Override
    public Step step(NDList action, boolean training) {
        NDList before = getObservation();
        cell = Math.max(0, cell + (carried(action) == 0 ? -1 : 1));
        Step step = new Walked(before, action, getObservation(), actions, cell == LENGTH || walked.size() == PATIENCE);
        walked.add(step);
        return step;
    }

    @Override
    public Step[] getBatch() {
        return walked.toArray(new Step[0]);
    }

    @Override
    public void close() {}

    private record Walked(NDList before, NDList action, NDList after, ActionSpace actions, boolean isDone)
            implements Step {
        @Override
        public NDList getPreObservation() {
            return before;
        }

        @Override
        public NDList getAction() {
            return action;
        }

        @Override
        public NDList getPostObservation() {
            return after;
        }

        @Override
        public ActionSpace getPostActionSpace() {
            return actions;
        }

        @Override
        public NDArray getReward() {
            return number(-1);
        }

        @Override
        public void close() {}
    }
}
