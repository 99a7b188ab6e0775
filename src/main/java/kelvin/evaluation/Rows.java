package kelvin.evaluation;

/**
 * Every so-and-so-many-th decision of a log.
 *
 * @param first the first, from 0
 * @param step how many further each is than the one before
 * @param end the number of decisions of the log
 */
record Rows(int first, int step, int end) {
    /** Returns every other of these decisions, beginning with the first or the second: both halves together are all. */
    Rows half(int half) {
        return new Rows(first + half * step, 2 * step, end);
    }

    /** Returns which half a decision of these is in. */
    int halfOf(int decision) {
        return (decision - first) / step & 1;
    }
}
