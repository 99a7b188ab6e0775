package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.agent.AgentSpec;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.contract.Stability;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.contextual.Outlook;
import kelvin.learner.slate.SubsetLearner;
import kelvin.model.ModelSpec;
import kelvin.model.ScorerSpec;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.model.feature.FeaturePart;
import kelvin.policy.Annealed;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.policy.subset.Threshold;
import kelvin.schedule.Schedule;
import kelvin.world.World;
import kelvin.yaml.ComponentKind;
import kelvin.yaml.VaryingForm;
import kelvin.yaml.Vocabulary;

/** The kinds of components that experiment files name. */
@Stability(MAY_CHANGE)
public final class ComponentKinds {
    /** Policies: values of actions to probabilities. */
    public static final ComponentKind POLICY = ComponentKind.of(
            "policy", "{Softmax: {temperature: 1}}", PolicySchedule.class, "temperature", "gap", "guard");

    /** Subset policies: values of actions to a random set of them. */
    public static final ComponentKind SUBSET =
            ComponentKind.of("subset", "{ExactlyM: {m: 2, temperature: 1}}", SubsetPolicy.class);

    /** Thresholds of independent gates. */
    public static final ComponentKind THRESHOLD = ComponentKind.of("threshold", "{MeanThreshold: {}}", Threshold.class);

    /** Schedules: a count of steps or rewards to a number. */
    public static final ComponentKind SCHEDULE =
            ComponentKind.of("schedule", "{InverseSqrt: {start: 1}}", Schedule.class);

    /** Learners of bandits; a policy alone is a {@link ValueLearner} with its defaults, a subset policy a {@link SubsetLearner}. */
    public static final ComponentKind LEARNER = learner();

    /** Models: a context to a prediction for each action. */
    public static final ComponentKind MODEL = ComponentKind.of("model", "{Ridge: {}}", ModelSpec.class, "network");

    /** Features: named values, of tables or Java maps, to numbers of a context. */
    public static final ComponentKind FEATURE =
            ComponentKind.of("feature", "{Numeric: {columns: [age]}}", FeaturePart.class);

    /** Outlooks: a model's predictions and their uncertainty to what a policy is shown. */
    public static final ComponentKind OUTLOOK = ComponentKind.of("outlook", "{Optimistic: {bonus: 1}}", Outlook.class);

    /** Scorers: a context to a score for each action, by weights that follow gradients. */
    public static final ComponentKind SCORER =
            ComponentKind.of("scorer", "{LinearScorer: {}}", ScorerSpec.class, "network");

    /** Classifiers: rows whose right class is known to a probability for each class. */
    public static final ComponentKind CLASSIFIER =
            ComponentKind.of("classifier", "{SoftmaxRegression: {c: 1}}", ClassifierSpec.class);

    /** Arms: distributions of rewards. */
    public static final ComponentKind ARM = ComponentKind.of("arm", "{Bernoulli: {p: 0.6}}", Arm.class);

    /** Testbeds: families of bandits. */
    public static final ComponentKind TESTBED = ComponentKind.of(
            "testbed",
            "{FixedTestbed: {arms: [{Bernoulli: {p: 0.6}}, {Bernoulli: {p: 0.5}}]}}",
            Testbed.class,
            "testbed",
            "slate",
            "contextual");

    /** Agents that learn in worlds. */
    public static final ComponentKind AGENT = ComponentKind.of(
            "agent", "{QLearning: {policy: {EpsilonGreedy: {epsilon: 0.1}}, stepSize: 0.5}}", AgentSpec.class);

    /** Worlds with states and episodes. */
    public static final ComponentKind WORLD = ComponentKind.of("world", "{CliffWalking: {}}", World.class);

    /** All kinds, in the order in which lists show them. */
    public static final List<ComponentKind> ALL = List.of(
            POLICY,
            SUBSET,
            THRESHOLD,
            SCHEDULE,
            LEARNER,
            MODEL,
            FEATURE,
            OUTLOOK,
            SCORER,
            CLASSIFIER,
            ARM,
            TESTBED,
            AGENT,
            WORLD);

    /** The vocabulary of experiment files: a schedule in place of a number of a policy makes the policy {@link Annealed}, or {@link AnnealedRecord}. */
    static final Vocabulary VOCABULARY = new Vocabulary(
            ALL,
            VaryingForm.of(
                    Policy.class,
                    Annealed.class,
                    AnnealedRecord.class,
                    "with",
                    Schedule.class,
                    schedule -> schedule.at(1)),
            CommonNames.ALIASES);

    private ComponentKinds() {}

    private static ComponentKind learner() {
        ComponentKind plain = ComponentKind.of(
                "learner",
                "{Softmax: {temperature: 1}}",
                LearnerSpec.class,
                "index",
                "bayes",
                "adversarial",
                "nonstationary",
                "identification",
                "gradient",
                "contextual",
                "slate",
                "meta");
        Map<ComponentKind, Class<? extends Record>> wrappers = new LinkedHashMap<>();
        wrappers.put(POLICY, ValueLearner.class);
        wrappers.put(SUBSET, SubsetLearner.class);
        return new ComponentKind(
                plain.label(), plain.type(), plain.packages(), Collections.unmodifiableMap(wrappers), plain.example());
    }
}
