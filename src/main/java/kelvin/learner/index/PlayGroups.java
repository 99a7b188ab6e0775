package kelvin.learner.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import kelvin.learner.Estimates;
import kelvin.numeric.ArgMax;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds the action with the largest bound by computing one bound for each number of plays: of the actions played equally often,
 * only the one with the best mean can have it.
 *
 * <p>A heap by mean for each number of plays; a play moves one action to the next heap. Exact: it answers what {@link ArgMax}
 * would for all bounds, from the same random numbers. Cost: one bound for each different number of plays, at most √(2t) of them
 * after t plays, O(log n) for the move, and one step for each action that ties for the largest bound.
 */
final class PlayGroups {
    private static final class Group {
        long plays;
        double largest;
        int[] heap = new int[2];
        int size;

        @Nullable
        Group next;
    }

    private final Estimates seen;
    private final Group none = new Group();
    private final Group[] home;
    private final int[] places;
    private final BitSet tied;
    private @Nullable Group spare;
    private int ties;
    private int oneTied;

    /** Creates groups of actions of which none has been played. */
    PlayGroups(int actions, Estimates seen) {
        this.seen = seen;
        this.home = new Group[actions];
        this.places = new int[actions];
        this.tied = new BitSet(actions);
        none.heap = new int[actions];
        for (int action = 0; action < actions; action++) {
            add(none, action);
        }
    }

    /** Returns all actions, those with fewer plays first. */
    static int[] byPlays(int actions, Estimates seen) {
        return IntStream.range(0, actions)
                .boxed()
                .sorted(Comparator.comparingLong(seen::count))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Sorts all actions in anew, whose numbers of plays have changed from outside. */
    void sort() {
        none.size = 0;
        none.next = null;
        Group last = none;
        for (int action : byPlays(home.length, seen)) {
            if (seen.count(action) > last.plays) {
                last.next = fresh(seen.count(action), null);
                last = last.next;
            }
            add(last, action);
        }
    }

    /** Notes that one more reward of an action is in the estimates. */
    void played(int action) {
        Group from = home[action];
        Group to = from.next;
        if (to == null || to.plays != from.plays + 1) {
            to = fresh(from.plays + 1, from.next);
            from.next = to;
        }
        remove(from, places[action]);
        add(to, action);
    }

    /**
     * Returns the action with the largest bound, ties at random; one whose reward is still to come has the largest
     * there is.
     */
    int largest(BoundIndex.Bound bound, double level, UniformRandomProvider random) {
        double best = Double.NEGATIVE_INFINITY;
        Group before = none;
        for (Group group = none; group != null; group = group.next) {
            if (group.size > 0) {
                group.largest = bound(group, 0, bound, level);
                best = Math.max(best, group.largest);
                before = group;
            } else if (group != none) {
                before.next = group.next;
                group.next = spare;
                spare = group;
                group = before;
            }
        }
        ties = 0;
        for (Group group = none; group != null; group = group.next) {
            if (group.size > 0 && group.largest == best) {
                collect(group, 0, bound, level);
            }
        }
        return draw(random);
    }

    private double bound(Group group, int place, BoundIndex.Bound bound, double level) {
        return group.plays == 0 ? Index.UNKNOWN : bound.of(seen.value(group.heap[place]), group.plays, level);
    }

    private void collect(Group group, int place, BoundIndex.Bound bound, double level) {
        oneTied = group.heap[place];
        tied.set(oneTied);
        ties++;
        for (int child = 2 * place + 1; child <= 2 * place + 2 && child < group.size; child++) {
            if (mean(group, child) == mean(group, 0) || bound(group, child, bound, level) == group.largest) {
                collect(group, child, bound, level);
            }
        }
    }

    private int draw(UniformRandomProvider random) {
        int action = oneTied;
        if (ties == 1) {
            tied.clear(action);
            return action;
        }
        int skip = random.nextInt(ties);
        action = tied.nextSetBit(0);
        while (skip-- > 0) {
            action = tied.nextSetBit(action + 1);
        }
        tied.clear();
        return action;
    }

    private Group fresh(long plays, @Nullable Group next) {
        Group group = spare == null ? new Group() : spare;
        spare = spare == null ? null : spare.next;
        group.plays = plays;
        group.next = next;
        return group;
    }

    private double mean(Group group, int place) {
        return seen.value(group.heap[place]);
    }

    private void add(Group group, int action) {
        if (group.size == group.heap.length) {
            group.heap = Arrays.copyOf(group.heap, 2 * group.size);
        }
        home[action] = group;
        rise(group, group.size++, action);
    }

    private void remove(Group group, int place) {
        int last = group.heap[--group.size];
        if (place == group.size) {
            return;
        }
        if (place > 0 && seen.value(last) > mean(group, (place - 1) / 2)) {
            rise(group, place, last);
        } else {
            sink(group, place, last);
        }
    }

    private void rise(Group group, int from, int action) {
        int place = from;
        while (place > 0 && seen.value(action) > mean(group, (place - 1) / 2)) {
            put(group, place, group.heap[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        put(group, place, action);
    }

    private void sink(Group group, int from, int action) {
        int place = from;
        int child = larger(group, place);
        while (child < group.size && mean(group, child) > seen.value(action)) {
            put(group, place, group.heap[child]);
            place = child;
            child = larger(group, place);
        }
        put(group, place, action);
    }

    private int larger(Group group, int place) {
        int left = 2 * place + 1;
        return left + 1 < group.size && mean(group, left + 1) > mean(group, left) ? left + 1 : left;
    }

    private void put(Group group, int place, int action) {
        group.heap[place] = action;
        places[action] = place;
    }
}
