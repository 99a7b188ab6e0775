package kelvin.simulation;

import java.util.PriorityQueue;

/** A queue of delayed rewards, delivered in the order they come due, those of one step in the order of their decisions. */
final class PendingRewards {
    private record Late(long due, long step, Runnable delivery) implements Comparable<Late> {
        @Override
        public int compareTo(Late other) {
            int byDue = Long.compare(due, other.due);
            return byDue != 0 ? byDue : Long.compare(step, other.step);
        }
    }

    private final PriorityQueue<Late> queue = new PriorityQueue<>();

    /** Delays a delivery until the decision {@code delay} steps later has been made; beyond the last step it never happens. */
    void add(long step, long delay, Runnable delivery) {
        if (delay <= Long.MAX_VALUE - step) {
            queue.add(new Late(step + delay, step, delivery));
        }
    }

    /** Delivers everything that has come due. */
    void deliver(long now) {
        Late next = queue.peek();
        while (next != null && next.due <= now) {
            queue.remove();
            next.delivery.run();
            next = queue.peek();
        }
    }
}
