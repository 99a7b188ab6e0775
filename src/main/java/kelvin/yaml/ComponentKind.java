package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kelvin.agent.AgentSpec;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.contract.Environment;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Stability;
import kelvin.learner.LearnerSpec;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.policy.subset.Threshold;
import kelvin.schedule.Schedule;
import kelvin.world.World;

/** A kind of component that YAML may name: an interface, and the packages in which its records live. */
@Stability(MAY_CHANGE)
public enum ComponentKind {
    /** Policies: values of actions to probabilities. */
    POLICY(PolicySchedule.class, "temperature"),
    /** Subset policies: values of actions to a random set of them. */
    SUBSET(SubsetPolicy.class, ""),
    /** Thresholds of independent gates. */
    THRESHOLD(Threshold.class, ""),
    /** Schedules: a count of steps or rewards to a number. */
    SCHEDULE(Schedule.class, ""),
    /** Learners of bandits. */
    LEARNER(LearnerSpec.class, "index bayes adversarial nonstationary identification gradient slate meta"),
    /** Arms: distributions of rewards. */
    ARM(Arm.class, ""),
    /** Testbeds: families of bandits. */
    TESTBED(Testbed.class, "testbed slate"),
    /** Agents that learn in worlds. */
    AGENT(AgentSpec.class, ""),
    /** Worlds with states and episodes. */
    WORLD(World.class, "");

    private final Class<?> type;
    private final String families;

    ComponentKind(Class<?> type, String families) {
        this.type = type;
        this.families = families;
    }

    /**
     * The interface of the kind.
     *
     * @return what every record of this kind implements
     */
    public Class<?> type() {
        return type;
    }

    /**
     * The kind as it is written.
     *
     * @return {@code policy}, {@code subset}, {@code threshold}, {@code schedule}, {@code learner}, {@code arm},
     *     {@code testbed}, {@code agent} or {@code world}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the packages whose public records YAML names simply, the package of the interface first. */
    List<String> packages() {
        String root = type.getPackageName();
        return families.isEmpty()
                ? List.of(root)
                : Stream.concat(Stream.of(root), Stream.of(families.split(" ")).map(family -> root + "." + family))
                        .toList();
    }

    /** Returns the kinds whose names may be written where a value of this type is expected, the usual one first; maybe none. */
    static List<ComponentKind> of(Class<?> type) {
        if (type == PlayerSpec.class) {
            return List.of(LEARNER, POLICY, SUBSET, AGENT);
        } else if (type == Environment.class) {
            return List.of(TESTBED, WORLD);
        }
        return Stream.of(values())
                .filter(kind -> type.isInterface() && kind.type.isAssignableFrom(type))
                .findFirst()
                .map(kind -> kind == LEARNER ? List.of(LEARNER, POLICY, SUBSET) : List.of(kind))
                .orElse(List.of());
    }
}
