package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import kelvin.contract.Require;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;

/**
 * The decisions whose rewards are still to come, each with the action chosen and its probability.
 *
 * <p>A ring that doubles when a decision would overwrite an unanswered one, up to {@value #MAX_PENDING} of them; beyond that the oldest
 * are forgotten, so that rewards that never come do not fill the memory. Where rewards come at once it holds one.
 */
@Stability(STABLE)
public final class PendingChoices implements Resumable {
    /** The largest number of decisions remembered. */
    private static final int MAX_PENDING = 1 << 16;

    private long[] steps = new long[1];
    private int[] choices = new int[1];
    private double[] probabilities = new double[1];

    /**
     * Adds a decision; replaces the one of the same step.
     *
     * @param step the step of the decision, from 1; steps may come in any order
     * @param choice the action chosen
     * @param probability the probability with which it was chosen
     */
    public void add(long step, int choice, double probability) {
        int place = place(step);
        while (steps[place] != 0 && steps[place] != step && steps.length < MAX_PENDING) {
            grow();
            place = place(step);
        }
        set(place, step, choice, probability);
    }

    /**
     * Returns the place of a pending decision.
     *
     * @param step the step of the decision
     * @return the place, good until the next {@link #add}; −1 where the decision is not remembered
     */
    public int find(long step) {
        int place = place(step);
        return steps[place] == step ? place : -1;
    }

    /**
     * Returns the action of a pending decision.
     *
     * @param place from {@link #find}
     * @return the action chosen
     */
    public int choice(int place) {
        return choices[place];
    }

    /**
     * Returns the probability of a pending decision.
     *
     * @param place from {@link #find}
     * @return the probability with which its action was chosen
     */
    public double probability(int place) {
        return probabilities[place];
    }

    /**
     * Removes a decision whose reward has come.
     *
     * @param place from {@link #find}
     */
    public void remove(int place) {
        steps[place] = 0;
    }

    /**
     * Forgets a decision whose reward will not come any more, where it is remembered.
     *
     * @param step the step of the decision
     */
    public void forget(long step) {
        int place = find(step);
        if (place >= 0) {
            remove(place);
        }
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

    /**
     * Saves or loads the decisions remembered.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        long[] pending = fields.wholeList(
                "steps", Arrays.stream(steps).filter(step -> step != 0).sorted().toArray());
        int[] chosen = new int[pending.length];
        double[] chances = new double[pending.length];
        for (int i = 0; !fields.loading() && i < pending.length; i++) {
            chosen[i] = choices[find(pending[i])];
            chances[i] = probabilities[find(pending[i])];
        }
        fields.wholes("choices", chosen, 0, Integer.MAX_VALUE);
        fields.reals("probabilities", chances);
        for (int i = 0; fields.loading() && i < pending.length; i++) {
            Require.atLeast("steps[" + i + "]", 1, pending[i]);
            add(pending[i], chosen[i], chances[i]);
        }
    }
}
