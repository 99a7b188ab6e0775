package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.RewardFamily;
import kelvin.learner.bayes.BayesUcb;
import kelvin.learner.nonstationary.GlrKlUcb;
import kelvin.numeric.ArgMax;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Players that compute few indices of a step, against twins that compute them all. */
class LargestBoundTest {
    private static final int STEPS = 1000;

    /** Rewards of an arm at a step. */
    private interface World {
        double pay(int arm, long step, UniformRandomProvider random);
    }

    private static final World COINS = (arm, step, random) -> random.nextDouble() < 0.2 + 0.06 * arm ? 1 : 0;
    private static final World ALIKE = (arm, step, random) -> random.nextDouble() < 0.5 ? 1 : 0;
    private static final World NEVER = (arm, step, random) -> 0;
    private static final World ALWAYS = (arm, step, random) -> 1;
    private static final World CERTAIN = (arm, step, random) -> arm % 2;
    private static final World SHARES = (arm, step, random) -> random.nextDouble() * (arm + 1) / 10;
    private static final World RARE = (arm, step, random) -> random.nextDouble() < 0.001 * arm ? 1 : 0;
    private static final World CHANGING =
            (arm, step, random) -> random.nextDouble() < (step / 300 + arm) % 10 / 10.0 ? 1 : 0;
    private static final List<World> WORLDS = List.of(COINS, ALIKE, NEVER, ALWAYS, CERTAIN, SHARES, RARE, CHANGING);

    static Stream<LearnerSpec> learners() {
        return Stream.of(
                new KlUcb(RewardFamily.BERNOULLI, 1, 0),
                new KlUcb(RewardFamily.BERNOULLI, 0.25, 3),
                new KlUcb(RewardFamily.BERNOULLI, 40, 3),
                new KlUcb(RewardFamily.POISSON, 1, 0),
                new KlUcb(RewardFamily.EXPONENTIAL, 1, 0),
                new KlUcbPlus(RewardFamily.BERNOULLI, 1),
                new KlUcbPlus(RewardFamily.EXPONENTIAL, 0.5),
                new KlUcbPlusPlus(RewardFamily.BERNOULLI, 1),
                new KlUcbPlusPlus(RewardFamily.POISSON, 1),
                new OcUcb(2, 0.5),
                new OcUcb(1.1, 0.8),
                new BayesUcb(false),
                new BayesUcb(true),
                new GlrKlUcb(0.05, 0.1, false, 3),
                new GlrKlUcb(0.05, 0.1, true, 3),
                new GlrKlUcb(0.05, 0, true, 5));
    }

    @ParameterizedTest
    @MethodSource("learners")
    void theSameActionsAreChosen(LearnerSpec spec) {
        for (World world : WORLDS) {
            for (int arms : new int[] {1, 2, 10}) {
                assertThat(differences(spec, world, arms, STEPS, false, 0)).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void theSameActionsAreChosenWhileArmsComeAndGo(LearnerSpec spec) {
        for (World world : WORLDS) {
            assertThat(differences(spec, world, 7, STEPS, true, 0)).isZero();
        }
    }

    static Stream<LearnerSpec> fewLearners() {
        return Stream.of(
                new KlUcb(RewardFamily.BERNOULLI, 1, 3),
                new KlUcbPlusPlus(RewardFamily.BERNOULLI, 1),
                new OcUcb(2, 0.5),
                new BayesUcb(false),
                new GlrKlUcb(0.05, 0.1, true, 10));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("fewLearners")
    void theSameActionsAreChosenForAMillionSteps(LearnerSpec spec) {
        assertThat(differences(spec, ALIKE, 5, 1_000_000, true, 0)).isZero();
    }

    @Test
    void indicesOfAnotherStepAreNoticed() {
        assertThat(learners().filter(spec -> !(spec instanceof KlUcbPlusPlus)))
                .allSatisfy(spec -> assertThat(differences(spec, SHARES, 10, STEPS, false, STEPS))
                        .isPositive());
    }

    /**
     * Returns how often a player and one that computes all indices, of a later step, disagree about the action or the
     * probabilities. Rewards come up to three steps late, one in seven never; asking for probabilities in between is no
     * matter.
     */
    private static int differences(LearnerSpec spec, World world, int arms, int steps, boolean closing, int later) {
        BanditTask problem = new BanditTask(arms, steps);
        UniformRandomProvider few = Players.random(1);
        UniformRandomProvider all = Players.random(1);
        UniformRandomProvider random = Players.random(2);
        IndexPlayer player = (IndexPlayer) spec.create(problem, few);
        IndexPlayer twin = (IndexPlayer) spec.create(problem, all);
        BitSet tried = new BitSet();
        BitSet open = new BitSet();
        open.set(0, arms);
        double[] shares = new double[arms];
        double[] expectedShares = new double[arms];
        List<double[]> pending = new ArrayList<>();
        int differences = 0;
        for (int step = 1; step <= steps; step++) {
            if (closing && step % 5 == 0) {
                open.flip(random.nextInt(arms));
                open.set(random.nextInt(arms));
                player.open(open);
                twin.open(open);
            }
            boolean initial = !(spec instanceof BayesUcb bayes && !bayes.tryEachArmFirst()) && untried(tried, open);
            if (!initial && step % 3 == 0) {
                player.probabilities(step, shares);
                ArgMax.shares(twin.indices(step + later), expectedShares);
                differences += Arrays.equals(shares, expectedShares) ? 0 : 1;
            }
            int action = player.select(step);
            int expected = initial ? twin.select(step) : ArgMax.of(twin.indices(step + later), all);
            differences += action == expected ? 0 : 1;
            tried.set(action);
            if (step % 7 != 0) {
                pending.add(new double[] {step, action, world.pay(action, step, random)});
            }
            while (pending.size() > (step < steps / 2 ? 0 : random.nextInt(3))) {
                double[] next = pending.remove(pending.size() - 1);
                player.observe((long) next[0], (int) next[1], next[2]);
                twin.observe((long) next[0], (int) next[1], next[2]);
            }
        }
        return differences;
    }

    private static boolean untried(BitSet tried, BitSet open) {
        BitSet left = (BitSet) open.clone();
        left.andNot(tried);
        return !left.isEmpty();
    }

    /** Evidence plays·ln²(x/mean), whose bounds are mean·exp(√(level/plays)); counts what is asked. */
    private static final class Counted implements LargestBound.Evidence {
        private final double[] means;
        private int solved;
        private int probed;

        Counted(double... means) {
            this.means = means;
        }

        @Override
        public double bound(int action, double level) {
            solved++;
            return means[action] * Math.exp(Math.sqrt(level));
        }

        @Override
        public double against(int action, double x) {
            probed++;
            double log = Math.log(x / means[action]);
            return log * log;
        }

        @Override
        public double slope(int action, double x, double against) {
            return 2 * Math.log(x / means[action]) / x;
        }

        private void asked(int solvedSoFar, int probedSoFar) {
            assertThat(solved).isEqualTo(solvedSoFar);
            assertThat(probed).isEqualTo(probedSoFar);
        }
    }

    private static int leader(LargestBound bounds, int actions, double level) {
        double[] out = new double[actions];
        BitSet open = new BitSet();
        open.set(0, actions);
        Arrays.fill(bounds.levels(), level);
        bounds.write(open, out);
        return ArgMax.of(out, Players.random(1));
    }

    /** Of what nothing is known is solved, but for the last, which one value far above its bound rules out. */
    @Test
    void knownTangentsPartTheLeaderFromTheRestWithoutSolvingAnEquation() {
        Counted evidence = new Counted(1, 5, 4);
        LargestBound bounds = new LargestBound(3, evidence);
        assertThat(leader(bounds, 3, 0.25)).isEqualTo(1);
        evidence.asked(2, 3);
        assertThat(leader(bounds, 3, 0.26)).isEqualTo(1);
        evidence.asked(2, 3);
    }

    /**
     * The rival's bound is close to 7, where the evidence against 5 is ln²(7/5) < 0.26. Against 1.5 it is too much, and its tangent
     * ends near 4.2, below 4·√e, which the bound of 4 is known to exceed.
     */
    @Test
    void aLeaderThatChangedIsProbedAtItsRivalsBoundAlone() {
        Counted evidence = new Counted(1, 5, 4);
        LargestBound bounds = new LargestBound(3, evidence);
        leader(bounds, 3, 0.25);
        bounds.changed(1);
        assertThat(leader(bounds, 3, 0.26)).isEqualTo(1);
        evidence.asked(2, 4);
        bounds.changed(1);
        evidence.means[1] = 1.5;
        assertThat(leader(bounds, 3, 0.27)).isEqualTo(2);
        evidence.asked(2, 5);
    }

    @Test
    void tiesAreSolvedSoThatTheyAreEqualToTheLastBit() {
        Counted evidence = new Counted(3, 1, 3);
        LargestBound bounds = new LargestBound(3, evidence);
        double[] out = new double[3];
        BitSet open = new BitSet();
        open.set(0, 3);
        for (double level : new double[] {0.25, 0.36}) {
            Arrays.fill(bounds.levels(), level);
            bounds.write(open, out);
            assertThat(out[0]).isEqualTo(3 * Math.exp(Math.sqrt(level))).isEqualTo(out[2]);
            assertThat(out[1]).isLessThan(out[0]);
        }
        open.clear(2);
        bounds.write(open, out);
        assertThat(out[2]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(out[0]).isGreaterThan(out[1]);
    }
}
