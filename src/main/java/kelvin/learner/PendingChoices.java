package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/**
 * Remembers, for each decision whose reward is still to come, what was chosen and with which probability.
 *
 * <p>A ring that doubles when a decision would overwrite an unanswered one, up to {@value #MOST} of them; beyond that the oldest
 * are forgotten, so that rewards that never come do not fill the memory. Where rewards come at once it holds one.
 */
@Stability(STABLE)
public final class PendingChoices {
    private static final int MOST = 1 << 16;

    private long[] steps = new long[1];
    private int[] choices = new int[1];
    private double[] probabilities = new double[1];

    public void add(long step, int choice, double probability) {
        int place = place(step);
        while (steps[place] != 0 && steps[place] != step && steps.length < MOST) {
            grow();
            place = place(step);
        }
        set(place, step, choice, probability);
    }

    /** The place of an unanswered decision, or −1 where it is not remembered. */
    public int find(long step) {
        int place = place(step);
        return steps[place] == step ? place : -1;
    }

    public int choice(int place) {
        return choices[place];
    }

    public double probability(int place) {
        return probabilities[place];
    }

    public void remove(int place) {
        steps[place] = 0;
    }

    private int place(long step) {
        return (int) (step & (steps.length - 1));
    }

    private void set(int place, long step, int choice, double probability) {
        steps[place] = step;
        choices[place] = choice;
        probabilities[place] = probability;
    }

    private void grow() {
        PendingChoices old = new PendingChoices();
        old.steps = steps;
        old.choices = choices;
        old.probabilities = probabilities;
        steps = new long[2 * old.steps.length];
        choices = new int[steps.length];
        probabilities = new double[steps.length];
        for (int i = 0; i < old.steps.length; i++) {
            if (old.steps[i] != 0) {
                set(place(old.steps[i]), old.steps[i], old.choices[i], old.probabilities[i]);
            }
        }
    }
}
