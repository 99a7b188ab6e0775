package kelvin.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.decision.Decision.Group;
import kelvin.decision.Decision.Slate;
import kelvin.decision.memory.DecisionKey;
import kelvin.numeric.Weights;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.subset.PlackettLuce;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.policy.subset.SubsetSelector;
import org.jspecify.annotations.Nullable;

/** Chooses by a policy over the estimates of arms, or over scores; has no state of its own. */
final class PolicyChooser implements Chooser {
    private final PolicySchedule policy;

    PolicyChooser(PolicySchedule policy) {
        this.policy = policy;
    }

    private View snapshot(Situation now) {
        return new View(policy, now);
    }

    @Override
    public @Nullable Ahead ahead(Situation now) {
        return policy instanceof Policy ? snapshot(now) : null;
    }

    @Override
    public Choice choose(Situation now, DecisionKey key, Request request) {
        return snapshot(now).choose(key, request);
    }

    @Override
    public double[] probabilities(Situation now) {
        return snapshot(now).probabilities();
    }

    @Override
    public void verify(Situation now) {
        snapshot(now).probabilities();
    }

    /**
     * An immutable snapshot that decisions are drawn from: one version of the values, and the policy in force. Any number
     * of threads read it without a lock. The probabilities are found by whoever wants them first, outside of the lock under
     * which the view was made; the same by all.
     */
    private static final class View implements Ahead {
        private final PolicySchedule policy;
        private final long step;
        private final double[] values;
        private volatile @Nullable Odds odds;

        /** Probabilities and their sum, and how much they lose by the values that they were computed from. */
        private record Odds(double[] probabilities, double sum, double[] values, double best, double loss) {
            static Odds of(Policy policy, double[] values) {
                double[] p = policy.probabilities(values);
                double best = Double.NEGATIVE_INFINITY;
                for (double value : values) {
                    best = Math.max(best, value);
                }
                double loss = 0;
                for (int i = 0; i < p.length; i++) {
                    loss += p[i] > 0 ? p[i] * (best - values[i]) : 0;
                }
                return new Odds(p, Weights.sum(p), values, best, Math.min(loss, Double.MAX_VALUE));
            }

            Choice draw(DecisionKey name) {
                int action = Weights.draw(probabilities, sum, name.draw());
                return new Choice(
                        action, probabilities[action], Group.TREATMENT, values[action] < best, loss, probabilities);
            }
        }

        View(PolicySchedule policy, Situation now) {
            this.policy = policy;
            this.step = now.step();
            this.values = now.values();
        }

        /** Returns the probability of each action; 0 for closed ones. */
        @Override
        public double[] probabilities() {
            return odds().probabilities.clone();
        }

        /** Draws an action: a deterministic function of (id, this snapshot, request), so a replay gives the same action. */
        @Override
        public Choice choose(DecisionKey name, Request request) {
            return (request.isPlain() ? odds() : Odds.of(policy.at(step), request.valuesOver(values))).draw(name);
        }

        private Odds odds() {
            Odds known = odds;
            if (known == null) {
                known = Odds.of(policy.at(step), values);
                odds = known;
            }
            return known;
        }
    }

    /** Chooses slates by a subset policy over the estimates of arms, or over scores; has no state of its own. */
    static final class ForSlates implements Chooser {
        private final SubsetPolicy policy;

        ForSlates(SubsetPolicy policy) {
            this.policy = policy;
        }

        @Override
        public Ahead ahead(Situation now) {
            return new SlateView(policy, now.values());
        }

        @Override
        public Choice choose(Situation now, DecisionKey key, Request request) {
            return ahead(now).choose(key, request);
        }

        @Override
        public double[] probabilities(Situation now) {
            return ahead(now).probabilities();
        }

        @Override
        public void verify(Situation now) {
            policy.inclusion(now.values());
        }

        /**
         * An immutable snapshot that slates are drawn from, by any number of threads without a lock. The inclusion probabilities are found by
         * whoever wants them first.
         */
        private static final class SlateView implements Ahead {
            private final SubsetPolicy policy;
            private final double[] values;
            private volatile double @Nullable [] inclusion;

            SlateView(SubsetPolicy policy, double[] values) {
                this.policy = policy;
                this.values = values;
            }

            /** Returns the probability of each action to be in the slate. */
            @Override
            public double[] probabilities() {
                return inclusion().clone();
            }

            private double[] inclusion() {
                double[] known = inclusion;
                if (known == null) {
                    known = policy.inclusion(values);
                    inclusion = known;
                }
                return known;
            }

            @Override
            public Choice choose(DecisionKey key, Request request) {
                return request.isPlain() ? draw(key, values, inclusion()) : drawn(key, request.valuesOver(values));
            }

            private Choice drawn(DecisionKey key, double[] asked) {
                return draw(key, asked, policy.inclusion(asked));
            }

            private Choice draw(DecisionKey key, double[] by, double[] inclusionBy) {
                int[] drawn = new int[by.length];
                int size = new SubsetSelector(policy, by, key.draw()).select(drawn);
                boolean[] subset = new boolean[by.length];
                List<Integer> actions = new ArrayList<>(size);
                List<Double> shares = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    subset[drawn[i]] = true;
                    actions.add(drawn[i]);
                    shares.add(inclusionBy[drawn[i]]);
                }
                double logPropensity = policy instanceof PlackettLuce ordered
                        ? ordered.logProbabilityOfOrder(by, Arrays.copyOf(drawn, size))
                        : policy.logProbability(by, subset);
                return new Choice(
                        new Slate(actions, shares, logPropensity, policy instanceof PlackettLuce), Group.TREATMENT);
            }
        }
    }
}
