package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.evaluation.DoublyRobust;
import kelvin.evaluation.Evaluation;
import kelvin.evaluation.LogContexts;
import kelvin.evaluation.LogRegression;
import kelvin.evaluation.LoggedDecision;
import kelvin.evaluation.LoggedDecisions;
import kelvin.evaluation.Target;
import kelvin.evaluation.Weighting;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.contextual.LinUcb;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.Means;
import kelvin.model.Model;
import kelvin.model.feature.FeatureEncoder;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Intercept;
import kelvin.model.feature.Numeric;
import kelvin.numeric.CrossEntropy;
import kelvin.numeric.LogLoss;
import kelvin.policy.ActionSelector;
import kelvin.policy.Annealed;
import kelvin.policy.Distribution;
import kelvin.policy.Floor;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.subset.ExactlyM;
import kelvin.policy.subset.PlackettLuce;
import kelvin.policy.subset.SubsetPolicy;
import kelvin.policy.temperature.Diagnosis;
import kelvin.policy.temperature.EffectiveActions;
import kelvin.policy.temperature.SolvedTemperature;
import kelvin.random.Seed;
import kelvin.schedule.InverseSqrt;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The Java of README.md, of the guide and of the Javadoc, run. */
class SnippetsTest {
    @Test
    void oneDecision() {
        double[] p = new Softmax(1.0).probabilities(-0.5, 1.2, -0.1, 2.4);
        assertThat(p).containsExactly(new double[] {0.0383, 0.2094, 0.0571, 0.6953}, within(5e-5));
    }

    @Test
    void namedValuesBecomeAContext() {
        FeatureEncoder encoder = new FeatureMap(new Numeric("age"), new Intercept()).given();
        Context context = new Context(3, new Features(encoder.size(), 0));
        encoder.encode(Map.of("age", 40), context);
        assertThat(context.numbers()).containsExactly(40, 1);
    }

    @Test
    void aDecisionMakerOfYourOwn() {
        double estimate = 1;
        long step = 1;
        UniformRandomProvider random = Seed.of(1).generator();
        ActionSelector selector = new ActionSelector(new Softmax(0.2), new double[10], random);
        int action = selector.select(step);
        selector.set(action, estimate);
        assertThat(selector.value(action)).isEqualTo(1);
    }

    @Test
    void aDecisionThatCanBeAccountedFor() {
        double estimate = 1;
        long step = 1;
        ActionSelector selector = new ActionSelector(new Softmax(0.2), new double[10], random);
        double[] propensities = selector.probabilities(step);
        int action = selector.select(step);
        selector.set(action, estimate);
        assertThat(propensities[action]).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void aClosedAction() {
        double[] masked = new Softmax(1.0).probabilities(1.0, Double.NEGATIVE_INFINITY, 0.5);
        assertThat(masked).containsExactly(new double[] {0.6225, 0, 0.3775}, within(5e-5));
        assertThat(masked[1]).isZero();
    }

    @Test
    void aTemperatureThatDoesNothing() {
        List<String> log = new ArrayList<>();
        Optional<Diagnosis> cold = Diagnosis.of(new Softmax(0.001), 0.1, 0.5, 0.9);
        cold.ifPresent(diagnosis -> log.add(diagnosis.sentence()));
        assertThat(log).hasSize(1);
    }

    @Test
    void aWholeDistribution() {
        Distribution cold = new Softmax(0.1).distribution(values);
        double divergence = cold.kl(new Softmax(1).distribution(values));
        assertThat(divergence).isPositive();
    }

    @Test
    void aGradient() {
        double[] gradient = new double[values.length];
        new Softmax(1.0).logGradient(values, 3, gradient);
        assertThat(gradient).containsExactly(new double[] {-0.0383, -0.2094, -0.0571, 1 - 0.6953}, within(5e-5));
    }

    @Test
    void aFallingTemperature() {
        Policy later = new Annealed(new Softmax(1), "temperature", new InverseSqrt(1)).at(4);
        assertThat(later).isEqualTo(new Softmax(0.5));
    }

    private final double[] values = {-0.5, 1.2, -0.1, 2.4};
    private final UniformRandomProvider random = Seed.of(1).generator();

    @Test
    void onePolicy() {
        Policy policy = new Floor(new Softmax(1), 0.05);
        double[] p = policy.probabilities(values);
        int action = policy.select(values, random);
        double log = policy.logProbability(values, action);
        assertThat(p).containsExactly(new double[] {0.0500, 0.2055, 0.0532, 0.6913}, within(5e-5));
        assertThat(log).isCloseTo(Math.log(p[action]), within(1e-15));
    }

    @Test
    void aTemperatureThatKeepsItsMeaning() {
        double[] tenfold = {-5, 12, -1, 24};
        SolvedTemperature solved = new EffectiveActions(3).temperature(values);
        double[] same = new EffectiveActions(3).probabilities(tenfold);
        assertThat(solved.reached()).isTrue();
        assertThat(same).containsExactly(solved.policy().probabilities(values), within(1e-12));
    }

    @Test
    void softmaxIsExactlyOneGate() {
        double[] one = new ExactlyM(1, 1).inclusion(values);
        double[] softmax = new Softmax(1).probabilities(values);
        assertThat(one).containsExactly(softmax, within(1e-15));
    }

    @Test
    void severalAnswers() {
        SubsetPolicy policy = new ExactlyM(2, 1);
        boolean[] set = policy.select(values, random);
        double p = policy.probability(values, set);
        double[] inclusion = policy.inclusion(values);
        double order = new PlackettLuce(2, 1).logProbabilityOfOrder(values, 3, 1);
        assertThat(p).isBetween(0.0, 1.0);
        assertThat(inclusion).containsExactly(new double[] {0.1572, 0.7075, 0.2300, 0.9054}, within(5e-5));
        assertThat(Math.exp(order)).isCloseTo(0.6953 * 0.2094 / (1 - 0.6953), within(1e-3));
    }

    @Test
    void scoresOfAnyOrigin() {
        double[] scores = {1, 0};
        Policy policy = new Softmax(1);
        int action = policy.select(scores, random);
        double propensity = policy.probabilities(scores)[action];
        assertThat(propensity).isCloseTo(1 / (1 + Math.exp(2 * action - 1)), within(1e-15));
    }

    @Test
    void lossesFromLogits() {
        double z = 50;
        double[] logits = {700, -700, 0};
        int label = 1;
        double[] gradient = new double[3];
        double loss = LogLoss.of(z, 1);
        double slope = LogLoss.derivative(z, 1);
        double surprise = CrossEntropy.of(logits, label);
        CrossEntropy.gradient(logits, label, gradient);
        assertThat(loss).isCloseTo(1.9e-22, within(1e-23));
        assertThat(slope).isCloseTo(-1.9e-22, within(1e-23));
        assertThat(surprise).isEqualTo(1400);
        assertThat(gradient[1]).isEqualTo(-(gradient[0] + gradient[2]));
    }

    @Test
    void whatALogTells() {
        int actions = 2;
        LoggedDecisions log = new LoggedDecisions();
        for (int i = 0; i < 100; i++) {
            log.add(new LoggedDecision(i / 2 % 2, i / 2 % 2, 0.5, null));
        }
        log.setContexts(LogContexts.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream usual = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            LogRegression regression = new LogRegression(new Means(1), Weighting.DR, Seed.of(1));
            Model model = regression.fit(log, actions);
            Target target = regression.heldOut(new Greedy(), log, actions);
            Evaluation evaluation = Evaluation.of(log, actions, target, null, regression.model(), Seed.of(1));
            System.out.println(evaluation.estimate(new DoublyRobust()));
            assertThat(model.actions()).isEqualTo(2);
        } finally {
            System.setOut(usual);
        }
        assertThat(Double.parseDouble(out.toString(StandardCharsets.UTF_8))).isBetween(0.99, 1.01);
    }

    @Test
    void aLearnerThatSeesAVisitor() {
        Features features = new Features(2, 0);
        BanditTask task = new BanditTask(3, BanditTask.UNKNOWN, features);
        Learner learner =
                new LinUcb(1, 0.25, Layout.DISJOINT, 1).create(task, Seed.of(7).generator());
        Context visitor = new Context(3, features);
        visitor.set(0, 1);
        visitor.set(1, 0.35);
        learner.see(1, visitor);
        int action = learner.select(1);
        learner.observe(1, action, 1);
        assertThat(action).isBetween(0, 2);
    }
}
