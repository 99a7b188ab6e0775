package kelvin.model;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import kelvin.contract.InvalidValue;

/** Several models of the same actions that are kept, grown and copied together. */
final class ModelGroup {
    private Model[] models;

    ModelGroup(Model[] models) {
        this.models = models;
    }

    int size() {
        return models.length;
    }

    Model of(int number) {
        return models[number];
    }

    void addAction() {
        for (Model model : models) {
            model.addAction();
        }
    }

    ModelGroup snapshot() {
        return new ModelGroup(Arrays.stream(models).map(Model::snapshot).toArray(Model[]::new));
    }

    /** Returns the states of all, each after its length. */
    double[] state() {
        return Arrays.stream(models)
                .map(Model::state)
                .flatMapToDouble(state -> DoubleStream.concat(DoubleStream.of(state.length), Arrays.stream(state)))
                .toArray();
    }

    /**
     * Takes the states of all, or, if one is refused, none.
     *
     * @param state from {@link #state} of a group of the same models
     */
    void restore(double[] state) {
        ModelGroup taken = snapshot();
        int from = 0;
        for (Model model : taken.models) {
            int end = end(state, from);
            model.restore(Arrays.copyOfRange(state, from + 1, end));
            from = end;
        }
        if (from < state.length) {
            throw new InvalidValue("state", state.length + " numbers", from + " numbers");
        }
        models = taken.models;
    }

    /** Returns the place after a state that begins with its length. */
    private static int end(double[] state, int from) {
        int left = state.length - from - 1;
        if (left < 0 || !(state[from] >= 0 && state[from] <= left && state[from] == (int) state[from])) {
            throw new InvalidValue("state", "damaged at number " + from, "the lengths of states, and the states");
        }
        return from + 1 + (int) state[from];
    }
}
