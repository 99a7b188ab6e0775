package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import kelvin.contract.Require;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.model.Context;
import kelvin.model.Features;

/**
 * The contexts of decisions whose rewards are still to come.
 *
 * <p>A ring of copies that doubles when a context would overwrite an unanswered one, up to {@value #MAX_PENDING} of them and
 * {@value #MAX_NUMBERS} numbers in all; beyond that the oldest are forgotten, so that rewards that never come do not fill the memory.
 * Where rewards come at once it holds one. A late reward answers the context of its own decision. Beside each context there is room
 * for some numbers that a learner wants to remember of the decision.
 */
@Stability(STABLE)
public final class PendingContexts implements Resumable {
    /** The largest number of contexts remembered. */
    private static final int MAX_PENDING = 1 << 16;

    /** The largest number of numbers in the contexts remembered. */
    private static final int MAX_NUMBERS = 1 << 24;

    private final int most;
    private long[] steps = new long[1];
    private Context[] contexts;
    private double[][] notes;

    /**
     * Creates a memory of nothing.
     *
     * @param actions the number of actions
     * @param features how many features contexts have
     */
    public PendingContexts(int actions, Features features) {
        this(actions, features, 0);
    }

    /**
     * Creates a memory of nothing, with room for notes.
     *
     * @param actions the number of actions
     * @param features how many features contexts have
     * @param notes the number of numbers beside each context, at least 0
     */
    public PendingContexts(int actions, Features features, int notes) {
        Context first = new Context(actions, features);
        contexts = new Context[] {first};
        this.notes = new double[1][notes];
        long numbers = Math.max(1, (long) first.numbers().length + notes);
        most = Integer.highestOneBit((int) Math.max(1, Math.min(MAX_PENDING, MAX_NUMBERS / numbers)));
    }

    /**
     * Returns the largest number of contexts that are remembered.
     *
     * @return a power of 2: of decisions in a row, the latest so many
     */
    public int capacity() {
        return most;
    }

    /**
     * Adds the context of a decision; replaces the one of the same step.
     *
     * @param step the step of the decision, from 1; steps may come in any order
     * @param context what is seen then; copied
     * @return the copy
     * @throws kelvin.contract.InvalidValue if it has other actions or features
     */
    public Context add(long step, Context context) {
        int place = place(step);
        while (steps[place] != 0 && steps[place] != step && steps.length < most) {
            grow();
            place = place(step);
        }
        contexts[place].set(context);
        Arrays.fill(notes[place], 0);
        steps[place] = step;
        return contexts[place];
    }

    /**
     * Returns the place of a pending context.
     *
     * @param step the step of the decision
     * @return the place, good until the next {@link #add}; −1 where the context is not remembered
     */
    public int find(long step) {
        int place = place(step);
        return steps[place] == step ? place : -1;
    }

    /**
     * Returns a pending context.
     *
     * @param place from {@link #find}
     * @return the context, good until the next {@link #add}
     */
    public Context context(int place) {
        return contexts[place];
    }

    /**
     * Returns the numbers beside a pending context.
     *
     * @param place from {@link #find}
     * @return the numbers themselves, to be read and written, good until the next {@link #add}; 0 at first
     */
    public double[] notes(int place) {
        return notes[place];
    }

    /**
     * Removes a context whose reward has come.
     *
     * @param place from {@link #find}
     */
    public void remove(int place) {
        steps[place] = 0;
    }

    /**
     * Forgets a context whose reward will not come any more, where it is remembered.
     *
     * @param step the step of the decision
     */
    public void forget(long step) {
        int place = find(step);
        if (place >= 0) {
            remove(place);
        }
    }

    private static void put(double[] row, double[] rows, int number) {
        System.arraycopy(row, 0, rows, number * row.length, row.length);
    }

    private int place(long step) {
        return (int) (step & (steps.length - 1));
    }

    /** Doubles the ring; a context moves to the place of its step, the others are new. */
    private void grow() {
        long[] oldSteps = steps;
        Context[] old = contexts;
        double[][] oldNotes = notes;
        steps = new long[2 * oldSteps.length];
        contexts = Arrays.copyOf(old, steps.length);
        notes = Arrays.copyOf(oldNotes, steps.length);
        for (int i = 0; i < old.length; i++) {
            int to = oldSteps[i] == 0 ? i : place(oldSteps[i]);
            int other = to == i ? i + old.length : i;
            contexts[to] = old[i];
            contexts[other] = new Context(old[i].actions(), old[i].features());
            notes[to] = oldNotes[i];
            notes[other] = new double[oldNotes[i].length];
            steps[to] = oldSteps[i];
        }
    }

    /**
     * Saves or loads the contexts remembered.
     *
     * @param fields where they are saved, or loaded from
     */
    @Override
    public void state(StateFields fields) {
        long[] pending = fields.wholeList(
                "steps", Arrays.stream(steps).filter(step -> step != 0).sorted().toArray());
        Context one = new Context(contexts[0].actions(), contexts[0].features());
        double[] seen = new double[pending.length * one.numbers().length];
        double[] beside = new double[pending.length * notes[0].length];
        for (int i = 0; !fields.loading() && i < pending.length; i++) {
            put(context(find(pending[i])).numbers(), seen, i);
            put(notes(find(pending[i])), beside, i);
        }
        fields.reals("contexts", seen);
        fields.reals("notes", beside);
        for (int i = 0; fields.loading() && i < pending.length; i++) {
            for (int j = 0; j < one.numbers().length; j++) {
                one.set(j, seen[i * one.numbers().length + j]);
            }
            Require.atLeast("steps[" + i + "]", 1, pending[i]);
            add(pending[i], one);
            double[] note = notes(find(pending[i]));
            System.arraycopy(beside, i * note.length, note, 0, note.length);
        }
    }
}
