package kelvin.decision;

import java.util.BitSet;
import java.util.Map;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Resumable;
import kelvin.contract.StateFields;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.memory.DecisionKey;
import kelvin.json.JsonState;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.PendingContexts;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.random.NumberedStreams;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/**
 * Chooses by a learner. What the learner draws comes from streams placed by the hash of the decision's id: stream 0 where it chooses, as
 * a policy's draw does, 1 where it learns, and (0, 2) where it is made.
 */
final class LearnerChooser implements Chooser, Resumable {
    private final LearnerSpec spec;
    private final Features features;
    private final int arms;
    private final NumberedStreams streams;
    private final Learner learner;
    private final BitSet open = new BitSet();
    private final double[] probabilities;

    LearnerChooser(LearnerSpec spec, Features features, Seed seed, int arms) {
        this.spec = spec;
        this.features = features;
        this.arms = arms;
        streams = seed.streams();
        streams.place(0, 2);
        learner = spec.create(new BanditTask(arms, BanditTask.UNKNOWN, features), streams);
        verifyResumable(spec, learner);
        open.set(0, arms);
        probabilities = new double[arms];
    }

    private static void verifyResumable(LearnerSpec spec, Learner learner) {
        try {
            JsonState.save(learner);
        } catch (UnsupportedOperationException e) {
            throw new InvalidValue("learner", spec, "one whose state can be saved: " + e.getMessage());
        }
    }

    @Override
    public @Nullable Ahead ahead(Situation now) {
        return null;
    }

    @Override
    public Choice choose(Situation now, DecisionKey key, Request request) {
        Require.that(request.scores() == null, "scores", "some", "absent: the learner has values of its own");
        Context context = seen(request.context());
        BitSet asked = ActionEstimate.open(now.arms());
        if (request.open() != null) {
            asked.and(request.open());
        }
        open(asked);
        if (context != null) {
            learner.see(now.step(), context);
        }
        boolean exact = learner.probabilities(now.step(), probabilities);
        streams.place(key.hash(), 0);
        int action = learner.select(now.step());
        return new Choice(action, exact ? probabilities : null);
    }

    /** Returns the context of a request, which must be one that the learner looks at. */
    private @Nullable Context seen(@Nullable Context context) {
        if (!spec.contextual()) {
            Require.that(context == null, "context", "one", "absent: the learner does not look at it");
        } else if (context == null) {
            throw new InvalidValue("context", "none", "given: the learner decides by it");
        } else {
            context.check(arms, features);
        }
        return context;
    }

    /** Tells the learner which arms may be chosen, if they are others than last time. */
    private void open(BitSet asked) {
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("all actions are closed, at least one action must be open");
        }
        if (!asked.equals(open)) {
            Require.that(spec.closableArms(), "open", asked, "all arms: the learner cannot do without one");
            learner.open(asked);
            open.clear();
            open.or(asked);
        }
    }

    @Override
    public @Nullable Choice rechoose(Situation now, DecisionKey key, Request request) {
        return choose(now, key, request);
    }

    @Override
    public double[] probabilities(Situation now) {
        BitSet before = (BitSet) open.clone();
        open(ActionEstimate.open(now.arms()));
        double[] out = new double[arms];
        boolean exact = !spec.contextual() && learner.probabilities(now.step(), out);
        open(before);
        if (!exact) {
            throw new UnsupportedOperationException(
                    spec.contextual()
                            ? "the probabilities of " + spec + " depend on the context of a decision"
                            : "the probabilities of " + spec + " have no closed form");
        }
        return out;
    }

    @Override
    public void verify(Situation now) {
        int found = now.arms().size();
        Require.that(found == arms, "arms", found, arms + ": the learner knows the number of its arms from the start");
        Require.that(
                spec.closableArms() || ActionEstimate.open(now.arms()).cardinality() == arms,
                "arms",
                "a closed one",
                "all open: the learner cannot do without one");
    }

    @Override
    public void verify(double reward) {
        Require.that(spec.rewards().contain(reward), "reward", reward, "one of the learner's: " + spec.rewards());
    }

    @Override
    public void learn(DecisionKey key, long step, int action, double reward) {
        streams.place(key.hash(), 1);
        learner.observe(step, action, reward);
    }

    @Override
    public void forget(long step) {
        learner.forget(step);
    }

    @Override
    public int capacity() {
        return spec.contextual() ? new PendingContexts(arms, features).capacity() : RecentDecisions.MAX_DECISIONS;
    }

    @Override
    public int bytesPerDecision() {
        return spec.contextual() ? 2 * Double.BYTES * (features.shared() + arms * features.perAction()) : 0;
    }

    @Override
    public Request request(JsonMembers line) {
        Request request = StateTree.request(line);
        double[] numbers = line.reals("features");
        if (numbers == null) {
            return request;
        }
        Context context = new Context(arms, features);
        int wanted = context.numbers().length;
        if (numbers.length != wanted) {
            throw new IllegalArgumentException("features: found " + numbers.length + " numbers, must be " + wanted);
        }
        for (int i = 0; i < wanted; i++) {
            context.set(i, numbers[i]);
        }
        return request.context(context);
    }

    @Override
    public Map<String, Object> saved() {
        return JsonState.save(this);
    }

    @Override
    public void load(Map<String, Object> tree) {
        JsonState.load("learner", tree, this);
    }

    @Override
    public void state(StateFields fields) {
        fields.indices("open", open, arms);
        fields.part("learner", learner);
    }
}
