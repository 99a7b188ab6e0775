package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.memory.RewardRule;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Settings as a journal records them: everything that a choice, or what is learned, depends on. Policy and schedule are
 * there by their texts.
 *
 * @param map the members of the record
 */
@Stability(MAY_CHANGE)
public record RecordedSettings(Map<String, @Nullable Object> map) {
    private static final String POLICY = "policy";
    private static final String LEARNER = "learner";
    private static final String SLATES = "slates";
    private static final String CONTROL = "control";
    private static final String CONTROL_SHARE = "controlShare";
    private static final String IN_CONTROL = "; in a control group of ";
    private static final String ABSENT = "absent";
    private static final String STEP_SIZE = "stepSize";
    private static final String SEED = "seed";
    private static final String ARMS = "arms";
    private static final String INITIAL_VALUE = "initialValue";
    private static final String NAMES = "names";
    private static final String REMEMBERED = "remembered";
    private static final String MAX_AGE = "maxAge";
    private static final String MAX_BYTES = "maxBytes";
    private static final String REWARDS = "rewards";
    private static final String DEFAULT_REWARD = "defaultReward";
    private static final String DEFAULT_AFTER = "defaultAfter";

    /** A stand-in policy for states that are read only. */
    static final Policy STAND_IN = new Softmax(1);

    /** The settings that a folder keeps from its first start, whatever later settings say. */
    private static final List<String> FIRST_ONLY = List.of(ARMS, INITIAL_VALUE, NAMES);

    /** Matches texts that differ between processes: those of lambdas, and of objects without a toString of their own. */
    private static final Pattern PASSING = Pattern.compile("\\$\\$Lambda|[\\w$\\];]@[0-9a-f]{1,8}(?!\\w)");

    /**
     * Returns settings as a start record or a snapshot records them.
     *
     * @param rules the settings
     * @return their record
     */
    public static RecordedSettings of(Settings rules) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(rules.slatePolicy() != null ? SLATES : rules.learner() == null ? POLICY : LEARNER, Chooser.text(rules));
        PolicySchedule control = rules.controlPolicy();
        if (control != null) {
            map.put(CONTROL, control.toString());
            map.put(CONTROL_SHARE, rules.controlShare());
        }
        map.put(SEED, List.of(rules.seed().high(), rules.seed().low()));
        map.put(STEP_SIZE, rules.stepSize().toString());
        map.put(REMEMBERED, (long) rules.remembered());
        map.put(MAX_AGE, rules.maxAge().toString());
        map.put(MAX_BYTES, rules.maxBytes());
        if (rules.rewards().gathers()) {
            map.put(REWARDS, rules.rewards().toString());
        }
        if (rules.defaultAfter() != null) {
            map.put(DEFAULT_REWARD, rules.defaultReward());
            map.put(DEFAULT_AFTER, rules.defaultAfter().toString());
        }
        map.put(ARMS, (long) rules.arms());
        map.put(INITIAL_VALUE, rules.initialValue());
        if (!rules.names().isEmpty()) {
            map.put(NAMES, rules.names());
        }
        return new RecordedSettings(map);
    }

    /**
     * Returns the settings as a start record or a snapshot holds them.
     *
     * @param tree the members of the record
     * @return the settings, not yet verified
     */
    public static RecordedSettings of(JsonMembers tree) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        tree.map().forEach((key, value) -> map.put(String.valueOf(key), value));
        return new RecordedSettings(map);
    }

    /**
     * Rejects settings whose text could not be compared after a restart.
     *
     * @return this record
     * @throws IllegalArgumentException if a text is another in every process
     */
    public RecordedSettings lasting() {
        for (String name : List.of(POLICY, LEARNER, SLATES, CONTROL, STEP_SIZE)) {
            String text = map.get(name) instanceof String given ? given : "";
            if (PASSING.matcher(text).find()) {
                throw new InvalidValue(
                        name,
                        text,
                        "a record, or have a toString, wherever a journal is kept: this text is another in every"
                                + " process, so no restart could tell that the " + name + " is the same");
            }
        }
        return this;
    }

    /**
     * Returns the settings of one context of a family: the same, but with the seed {@code seed.child(name)}.
     *
     * @param name the context
     * @return its settings
     */
    public RecordedSettings of(String name) {
        Seed child = seed().child(name);
        Map<String, @Nullable Object> own = new LinkedHashMap<>(map);
        own.put(SEED, List.of(child.high(), child.low()));
        return new RecordedSettings(own);
    }

    private Seed seed() {
        List<Object> seed = fields().list(SEED);
        if (seed.size() != 2 || !(seed.get(0) instanceof Long high) || !(seed.get(1) instanceof Long low)) {
            throw new IllegalArgumentException(SEED + ": found " + seed + ", must be two whole numbers");
        }
        return new Seed(high, low);
    }

    private JsonMembers fields() {
        return new JsonMembers(map);
    }

    /** Returns the text of the policy or learner, and of the control group if there is one. */
    String policy() {
        JsonMembers fields = fields();
        return treatment()
                + (fields.has(CONTROL) ? IN_CONTROL + fields.real(CONTROL_SHARE) + ": " + fields.text(CONTROL) : "");
    }

    private String treatment() {
        return fields().text(map.containsKey(LEARNER) ? LEARNER : map.containsKey(SLATES) ? SLATES : POLICY);
    }

    /** Returns true if a text of {@link #policy} is that of a policy or learner, with or without a control group. */
    static boolean decides(String policy, String treatment) {
        return policy.equals(treatment) || policy.startsWith(treatment + IN_CONTROL);
    }

    /** Returns the settings that choices and learning depend on from here on; equal ones choose and learn alike. */
    RecordedSettings running() {
        Map<String, @Nullable Object> running = new LinkedHashMap<>(map);
        running.keySet().removeAll(FIRST_ONLY);
        return new RecordedSettings(running);
    }

    /** {@return a line for each setting that later settings change} */
    public List<String> changes(RecordedSettings later) {
        List<String> changes = new ArrayList<>();
        Map<String, @Nullable Object> all = new LinkedHashMap<>(map);
        later.map.keySet().forEach(name -> all.putIfAbsent(name, ABSENT));
        all.forEach((name, before) -> {
            Object now = later.map.getOrDefault(name, ABSENT);
            if (!String.valueOf(before).equals(String.valueOf(now))) {
                changes.add(
                        FIRST_ONLY.contains(name)
                                ? name + ": the rules say " + now + ", before they said " + before
                                        + (name.equals(NAMES)
                                                ? "; arms that have a name keep it"
                                                : "; the folder's arms are used instead")
                                : name + ": is " + now + " from here on, was " + before);
            }
        });
        return changes;
    }

    /** Returns the state before the first decision. */
    State initial() {
        return State.initial(reading());
    }

    /**
     * Rejects recorded settings that are missing or out of range.
     *
     * @return this record
     * @throws IllegalArgumentException if one is
     */
    public RecordedSettings readable() {
        reading();
        return this;
    }

    /** Returns settings that suffice to read lines, not to draw: policy and schedule are stand-ins. */
    Settings reading() {
        return reading(List.of());
    }

    /**
     * Returns settings that suffice to read lines, not to draw: policy and schedule are stand-ins, but the learner is the one of the
     * given settings that is meant here, if there is any, since its state follows from the lines.
     */
    Settings reading(Collection<Settings> given) {
        Seed key = seed();
        return given.stream()
                .filter(each -> each.learner() != null)
                .map(each -> each.seed(key))
                .filter(each -> Chooser.text(each).equals(treatment()))
                .findFirst()
                .map(each -> like(each, new InverseCount(1)))
                .orElseGet(() -> with(STAND_IN, new InverseCount(1)));
    }

    /** Returns the settings with the objects that their texts stand for; null if one of these is unknown. */
    @Nullable
    Settings rebuilt(ReplayCheck.Texts texts) {
        Settings chooser = chooser(texts);
        Schedule stepSize = texts.stepSize(fields().text(STEP_SIZE));
        if (chooser == null || stepSize == null) {
            return null;
        }
        PolicySchedule control = fields().has(CONTROL) ? texts.policy(fields().text(CONTROL)) : null;
        Settings plain = like(chooser, stepSize);
        Settings rebuilt = control == null ? plain : plain.control(control, fields().real(CONTROL_SHARE));
        return of(rebuilt).running().equals(running()) ? rebuilt : null;
    }

    private @Nullable Settings chooser(ReplayCheck.Texts texts) {
        if (map.containsKey(LEARNER)) {
            return Chooser.learner(treatment(), texts, arms(), seed());
        } else if (map.containsKey(SLATES)) {
            SubsetPolicy slates = texts.slatePolicy(treatment());
            return slates == null ? null : Settings.slates(slates, arms(), seed());
        }
        PolicySchedule policy = texts.policy(treatment());
        return policy == null ? null : new Settings(policy, arms(), seed());
    }

    /** Returns the names of the first arms; empty where they have none. */
    List<String> names() {
        return fields().has(NAMES)
                ? fields().list(NAMES).stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Returns the rule by which several rewards of a decision count. */
    RewardRule rewards() {
        return fields().has(REWARDS) ? RewardRule.of(fields().text(REWARDS)) : RewardRule.FIRST;
    }

    private int arms() {
        return Math.toIntExact(fields().whole(ARMS));
    }

    private Settings with(PolicySchedule policy, Schedule stepSize) {
        return like(new Settings(policy, arms(), seed()).names(names()), stepSize);
    }

    private Settings like(Settings settings, Schedule stepSize) {
        JsonMembers fields = fields();
        Settings defaulting = fields.has(DEFAULT_AFTER)
                ? settings.defaultReward(fields.real(DEFAULT_REWARD), fields.duration(DEFAULT_AFTER))
                : settings;
        return defaulting
                .rewards(rewards())
                .initialValue(fields.real(INITIAL_VALUE))
                .stepSize(stepSize)
                .remembered(Math.toIntExact(fields.whole(REMEMBERED)))
                .maxAge(fields.duration(MAX_AGE))
                .maxBytes(fields.whole(MAX_BYTES));
    }
}
