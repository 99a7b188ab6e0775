package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The kind of problem that an experiment poses, by which an index groups experiments. */
@Stability(MAY_CHANGE)
public enum ProblemKind {
    /** Bandits whose means stay and whose arms are all open at every step. */
    STATIONARY("bandit that does not change", "Bandits that do not change"),
    /** Bandits whose means move or whose arms come and go. */
    CHANGING("bandit that changes", "Bandits that change"),
    /** Bandits with features that are seen before each decision. */
    CONTEXTUAL("decisions by context", "Decisions by context"),
    /** Bandits of which several arms are shown at once. */
    SLATES("several answers at once", "Several answers at once"),
    /** Worlds of episodes, in which agents walk. */
    EPISODES("episodes of an agent", "Agents in episodes");

    private final String noun;
    private final String heading;

    ProblemKind(String noun, String heading) {
        this.noun = noun;
        this.heading = heading;
    }

    /**
     * Returns the name of the kind in {@code manifest.json} and in reports.
     *
     * @return a noun phrase in the singular
     */
    public String noun() {
        return noun;
    }

    /**
     * Returns the heading of the experiments of the kind.
     *
     * @return a noun phrase in the plural
     */
    public String heading() {
        return heading;
    }
}
