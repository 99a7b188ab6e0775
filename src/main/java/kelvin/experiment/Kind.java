package kelvin.experiment;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import kelvin.bandit.Arm;
import kelvin.bandit.Testbed;
import kelvin.learner.LearnerSpec;
import kelvin.policy.FixedThreshold;
import kelvin.policy.PolicySchedule;
import kelvin.policy.SubsetPolicy;
import kelvin.policy.Threshold;
import kelvin.schedule.Constant;
import kelvin.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/** What a name in YAML can stand for: an interface, and the package in which its records live. */
public enum Kind {
    /** Values to probabilities. */
    POLICY(PolicySchedule.class),
    /** Values to a random set of actions. */
    SUBSET(SubsetPolicy.class),
    /** Where independent gates stand. */
    THRESHOLD(Threshold.class, FixedThreshold::new),
    /** A count to a number. */
    SCHEDULE(Schedule.class, Constant::new),
    /** What learns and chooses. */
    LEARNER(LearnerSpec.class),
    /** A reward distribution. */
    ARM(Arm.class),
    /** A family of bandits. */
    TESTBED(Testbed.class);

    private final Class<?> type;
    private final @Nullable DoubleFunction<Object> number;

    Kind(Class<?> type) {
        this(type, null);
    }

    Kind(Class<?> type, @Nullable DoubleFunction<Object> number) {
        this.type = type;
        this.number = number;
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
     * @return {@code policy}, {@code subset}, {@code threshold}, {@code schedule}, {@code learner}, {@code arm} or
     *     {@code testbed}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a bare number stands for where one of this kind is expected, if it may stand there. */
    Optional<DoubleFunction<Object>> number() {
        return Optional.ofNullable(number);
    }

    /** The kind whose names may stand where a value of this type is expected, if there is one. */
    static Optional<Kind> of(Class<?> type) {
        return Stream.of(values())
                .filter(kind -> type.isInterface() && kind.type.isAssignableFrom(type))
                .findFirst();
    }
}
