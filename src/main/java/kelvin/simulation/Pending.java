package kelvin.simulation;

import java.util.PriorityQueue;
import kelvin.learner.Learner;

/** Rewards on their way: handed over in the order they come due, those of one step in the order of their decisions. */
final class Pending {
    private record Late(long due, long step, int arm, double reward) implements Comparable<Late> {
        @Override
        public int compareTo(Late other) {
            int byDue = Long.compare(due, other.due);
            return byDue != 0 ? byDue : Long.compare(step, other.step);
        }
    }

    private final PriorityQueue<Late> queue = new PriorityQueue<>();

    /** Keeps a reward until the decision of step {@code due} has been made. */
    void add(long due, long step, int arm, double reward) {
        queue.add(new Late(due, step, arm, reward));
    }

    /** Hands over everything that has come due. */
    void deliver(long now, Learner learner) {
        Late next = queue.peek();
        while (next != null && next.due <= now) {
            queue.remove();
            learner.observe(next.step, next.arm, next.reward);
            next = queue.peek();
        }
    }
}
