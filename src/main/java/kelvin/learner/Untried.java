package kelvin.learner;

import org.apache.commons.rng.UniformRandomProvider;

/** The actions not chosen yet, drawn without replacement in random order; one number and one swap per draw. */
final class Untried {
    private final int[] actions;
    private final UniformRandomProvider random;
    private int left;

    Untried(int actions, UniformRandomProvider random) {
        this.actions = new int[actions];
        this.random = random;
        this.left = actions;
        for (int i = 0; i < actions; i++) {
            this.actions[i] = i;
        }
    }

    boolean any() {
        return left > 0;
    }

    int draw() {
        int place = random.nextInt(left--);
        int action = actions[place];
        actions[place] = actions[left];
        return action;
    }
}
