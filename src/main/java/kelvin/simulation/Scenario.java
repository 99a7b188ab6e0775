package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import kelvin.bandit.LowerBounds;
import kelvin.bandit.Testbed;
import kelvin.contract.Environment;
import kelvin.contract.InvalidValue;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Stability;
import kelvin.metric.ActionMap;
import kelvin.metric.ContextResults;
import kelvin.metric.Metric;
import kelvin.metric.ProblemKind;
import kelvin.metric.RewardHistogram;
import kelvin.metric.StepUnit;
import kelvin.random.Seed;
import kelvin.world.World;

/**
 * An environment and the players that meet it: everything that a simulation knows of what it plays.
 *
 * <p>In each repetition every player begins a run of its own in the same realised problem. A further kind of environment is one
 * further subclass, and a line in {@link #of}.
 */
@Stability(MAY_CHANGE)
public abstract sealed class Scenario permits BanditScenario, EpisodeScenario {
    private final Map<String, PlayerSpec> players;
    private final Map<String, String> streams;

    Scenario(Map<String, ? extends PlayerSpec> players, Map<String, String> streams) {
        this.players = Collections.unmodifiableMap(new LinkedHashMap<>(players));
        this.streams = Map.copyOf(streams);
    }

    /**
     * The scenario of an environment and its players.
     *
     * @param environment a {@link Testbed} of bandits or a {@link World} of episodes
     * @param players the players by label, in the order of the results; maybe none
     * @return a {@link BanditScenario} or an {@link EpisodeScenario}
     * @throws InvalidValue if a player is made for another kind of environment, or there is no such kind
     */
    public static Scenario of(Environment environment, Map<String, ? extends PlayerSpec> players) {
        return of(environment, players, Map.of());
    }

    /**
     * The scenario of an environment and its players, some of which were once called otherwise.
     *
     * @param environment a {@link Testbed} of bandits or a {@link World} of episodes
     * @param players the players by label, in the order of the results; maybe none
     * @param streams the names of the random streams of players by label, where they are not the label
     * @return a {@link BanditScenario} or an {@link EpisodeScenario}
     * @throws InvalidValue if a player is made for another kind of environment, or there is no such kind
     */
    public static Scenario of(
            Environment environment, Map<String, ? extends PlayerSpec> players, Map<String, String> streams) {
        if (environment instanceof Testbed testbed) {
            return new BanditScenario(testbed, players, streams);
        } else if (environment instanceof World world) {
            return new EpisodeScenario(world, players, streams);
        }
        throw new InvalidValue("testbed", environment, "a Testbed or a World");
    }

    /**
     * Returns the players as the kind that plays in the environment.
     *
     * @param type the kind
     * @param obstacle why others cannot play, in words that follow their name
     * @param wanted the kind in words
     * @throws InvalidValue if a player is of another kind
     */
    static <P extends PlayerSpec> Map<String, P> only(
            Class<P> type, Map<String, ? extends PlayerSpec> players, String obstacle, String wanted) {
        Map<String, P> all = new LinkedHashMap<>();
        players.forEach((label, player) -> {
            if (!type.isInstance(player)) {
                throw new InvalidValue("learners", "'" + label + "', which " + obstacle, wanted);
            }
            all.put(label, type.cast(player));
        });
        return Collections.unmodifiableMap(all);
    }

    /**
     * The labels of the players.
     *
     * @return labels in the order of the results
     */
    public final Set<String> labels() {
        return players.keySet();
    }

    /**
     * The name of the random stream from which a player draws.
     *
     * @param label the player's label
     * @return the label, unless the scenario was given another name
     */
    public final String stream(String label) {
        return streams.getOrDefault(label, label);
    }

    /**
     * The metrics that a player has.
     *
     * @param label the player's label
     * @return the metrics in the order of {@link Metric}
     */
    public final List<Metric> metrics(String label) {
        boolean recommends = Objects.requireNonNull(players.get(label)).recommends();
        return Stream.of(Metric.values())
                .filter(metric -> metric.general() || recommends)
                .toList();
    }

    /**
     * The unit of a step.
     *
     * @return a decision, or an episode of many
     */
    public abstract StepUnit unit();

    /**
     * The number of actions that a player chooses from.
     *
     * @return arms or actions, at least 1
     */
    public abstract int actions();

    /**
     * Returns the kind of problem.
     *
     * @param horizon how many steps are played, at least 1
     * @return the kind, of which a problem with contexts and slates is of the latter
     */
    public abstract ProblemKind problem(long horizon);

    /**
     * Returns whether a context is seen before each decision.
     *
     * @return true in testbeds with features
     */
    public abstract boolean contextual();

    /**
     * Returns what is known about contexts before anything is played.
     *
     * @return no lists of results; {@link ContextResults#NONE} unless {@link #contextual}
     */
    public abstract ContextResults contexts();

    /**
     * Says why a player cannot play in this environment.
     *
     * @param player the player, one of this scenario or another
     * @return what does not fit, in words that follow the player's name; nothing if it can play
     */
    public abstract Optional<String> obstacle(PlayerSpec player);

    /**
     * Checks that the environment can be played, as a simulation would find out at its first step.
     *
     * @param seed the root of all random streams
     * @param horizon the last step, at least 1
     * @throws IllegalArgumentException if it cannot be played for so long, or has no solution
     */
    public abstract void check(Seed seed, long horizon);

    /**
     * Checks that a player without {@link #obstacle} can be created, as a simulation would find out at its first repetition.
     *
     * @param player the player, one of this scenario or another
     * @param horizon the last step, at least 1
     * @throws IllegalArgumentException if it cannot play with so many actions, or for so long
     */
    public abstract void check(PlayerSpec player, long horizon);

    /**
     * Tells whether the rewards of each action have one distribution, of which a histogram can be drawn.
     *
     * @return false in worlds, and where arms change or are shown together
     */
    public abstract boolean drawable();

    /** Returns the actions from the best down; empty where an action's index means nothing across repetitions. */
    abstract int[] arms(Seed seed, long horizon);

    /** Returns what is proven of how small regret can be. */
    abstract LowerBounds lowerBounds();

    /**
     * The steps after which the problem changes abruptly, the same in every repetition.
     *
     * @return increasing; empty for most problems
     */
    public abstract List<Long> changes();

    /** Returns whether a run of so many steps may be abandoned before its end. */
    abstract boolean interruptible(long horizon);

    /**
     * Begins the run of one player in one repetition.
     *
     * @param label the player's label; its random stream is named by {@link #stream}
     * @param seed the root of the repetition's random streams
     * @param horizon the last step
     * @param tracer records the traced steps
     * @param progress told of steps just made
     * @return the run, before its first step
     */
    abstract Repetition begin(String label, Seed seed, long horizon, Tracer tracer, LongConsumer progress);

    /** Returns what a player does in each state of a grid at the end, from what its runs recorded; nothing elsewhere. */
    abstract Optional<ActionMap> map(String label, TraceMoments notes);

    /** Returns the results of a player about contexts, from what its runs recorded; nothing where none are seen. */
    abstract ContextResults contexts(String label, TraceLayout layout, TraceMoments notes);

    /** Returns histograms of what actions pay, from so many draws of each; none where they are not {@link #drawable}. */
    abstract List<RewardHistogram> histograms(Seed seed, long horizon, int draws);
}
