package kelvin.simulation;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.learner.BoltzmannGumbel;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import kelvin.learner.ValueLearner;
import kelvin.learner.adversarial.Exp3;
import kelvin.learner.adversarial.Exp3Anytime;
import kelvin.learner.adversarial.TsallisInf;
import kelvin.learner.bayes.BayesUcb;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.GradientBandit;
import kelvin.learner.index.EpsilonDecreasing;
import kelvin.learner.index.ExploreThenCommit;
import kelvin.learner.index.Imed;
import kelvin.learner.index.KlUcb;
import kelvin.learner.index.Moss;
import kelvin.learner.index.MossAnytime;
import kelvin.learner.index.Ucb;
import kelvin.learner.index.Ucb1;
import kelvin.learner.index.Ucb1Tuned;
import kelvin.learner.index.UcbAlpha;
import kelvin.learner.index.UcbV;
import kelvin.policy.Annealed;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.schedule.AnytimeTemperature;
import kelvin.schedule.InverseCount;
import kelvin.schedule.InverseLog;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Lagged;
import kelvin.schedule.LogOverCount;
import kelvin.schedule.Schedule;
import org.jspecify.annotations.Nullable;

/** The learners of the reference files as Kelvin writes them, by the words those files have for them. */
final class ReferenceLearners {
    private static final Schedule AVERAGE = new InverseCount(1);

    private ReferenceLearners() {}

    /** A learner, or nothing where Kelvin has none that does the same. */
    static Optional<LearnerSpec> of(String source, String policy, String parameters, int actions) {
        if (source.startsWith("SMPyBandits")) {
            return Optional.ofNullable(smpy(policy, parameters, actions));
        } else if (source.startsWith("johnmyleswhite")) {
            return Optional.ofNullable(book(policy, parameters));
        }
        return Optional.ofNullable(common(policy, parameters, actions));
    }

    private static @Nullable LearnerSpec common(String policy, String words, int actions) {
        return switch (policy) {
            case "uniform" -> average(new Uniform(), 0, false);
            case "greedy" -> average(new Greedy(), 0, forced(words));
            case "eps-greedy" -> epsilonGreedy(words);
            case "optimistic-greedy" -> new ValueLearner(new Greedy(), number("Q0", words), n -> 0.1, false);
            case "softmax" -> average(new Softmax(number("tau", words)), 0, forced(words));
            case "softmax-annealing" -> average(cooling(new InverseLog(1)), 0, forced(words));
            case "softmax-decreasing" -> average(cooling(decrease(words, actions)), 0, forced(words));
            case "eps_n-greedy" -> new EpsilonDecreasing(number("c", words), number("d", words));
            case "explore-then-commit" -> new ExploreThenCommit((long) number("m", words), false);
            case "gradient-bandit" -> new GradientBandit(number("alpha", words), baseline(words));
            case "Boltzmann-Gumbel" -> new BoltzmannGumbel(number("C", words));
            case "UCB" -> new Ucb(number("c", words));
            default -> named(policy, words);
        };
    }

    private static @Nullable LearnerSpec named(String policy, String words) {
        return switch (policy) {
            case "UCB1" -> new Ucb1();
            case "UCB-alpha" -> new UcbAlpha(number("alpha", words));
            case "UCB1-Tuned" -> new Ucb1Tuned();
            case "UCB-V" -> new UcbV();
            case "MOSS" -> new Moss();
            case "MOSS-anytime" -> new MossAnytime(1);
            case "KL-UCB" -> new KlUcb(RewardFamily.BERNOULLI, 1, 0);
            case "IMED" -> new Imed(RewardFamily.BERNOULLI, 1);
            case "BayesUCB" -> new BayesUcb(true);
            case "Thompson" -> new ThompsonBeta(1, 1);
            case "Exp3" -> new Exp3(number("gamma", words));
            case "Exp3-anytime" -> new Exp3Anytime(1);
            case "Tsallis-INF" -> new TsallisInf(1);
            default -> null;
        };
    }

    private static LearnerSpec epsilonGreedy(String words) {
        Schedule stepSize = words.contains("step=0.1") ? n -> 0.1 : AVERAGE;
        return new ValueLearner(new EpsilonGreedy(number("epsilon", words)), 0, stepSize, forced(words));
    }

    /** True if each arm is played once before anything is compared; else the estimates start at Q0. */
    private static boolean forced(String words) {
        return words.contains("each arm once");
    }

    private static Schedule decrease(String words, int actions) {
        if (words.startsWith("tau_t=1/sqrt(t)")) {
            return new InverseSqrt(1);
        }
        return words.startsWith("tau_t=ln(t)/t") ? new LogOverCount(1) : new AnytimeTemperature(actions);
    }

    private static Baseline baseline(String words) {
        if (words.contains("none") || words.contains("no baseline")) {
            return Baseline.NONE;
        }
        return words.contains("excl") ? Baseline.EXCLUDING : Baseline.INCLUDING;
    }

    /**
     * That library's softmaxes divide sums by plays + 1. Its Tsallis weights are 1/(η·(x + loss))², so its η = 1/√t is the
     * usual 2/√t.
     */
    private static @Nullable LearnerSpec smpy(String policy, String words, int actions) {
        return switch (policy) {
            case "UCB" -> new Ucb1();
            case "UCBalpha1" -> new UcbAlpha(1);
            case "UCBV" -> new UcbV();
            case "MOSSH" -> new Moss();
            case "MOSS" -> new MossAnytime(1);
            case "klUCB" -> new KlUcb(RewardFamily.BERNOULLI, 1, 0);
            case "BayesUCB" -> new BayesUcb(true);
            case "Thompson" -> new ThompsonBeta(1, 1);
            case "EmpiricalMeans" -> average(new Greedy(), 0, true);
            case "BoltzmannGumbel" -> new BoltzmannGumbel(1);
            case "BoltzmannGumbelC025" -> new BoltzmannGumbel(0.25);
            case "Exp3g" -> new Exp3(0.1);
            case "TsallisInf" -> new TsallisInf(1);
            case "SoftMix" -> shrunk(cooling(new LogOverCount(Math.sqrt(Math.log(actions) / actions))));
            case "SoftmaxDecreasing" -> shrunk(cooling(new AnytimeTemperature(actions)));
            case "Softmax005", "Softmax01", "Softmax02" -> shrunk(new Softmax(number("tau", words)));
            default -> null;
        };
    }

    private static LearnerSpec shrunk(PolicySchedule policy) {
        return new ValueLearner(policy, 0, n -> 1.0 / (n + 1), true);
    }

    /** That book's code takes the first of several largest values. */
    private static @Nullable LearnerSpec book(String policy, String words) {
        return switch (policy) {
            case "EpsilonGreedy" -> average(firstButFor(number("epsilon", words)), 0, false);
            case "AnnealingEpsilonGreedy" ->
                average(step -> firstButFor(Math.min(1, 1 / Math.log(step + 1e-7))), 0, false);
            case "Softmax" -> average(new Softmax(number("tau", words)), 0, false);
            case "Exp3" -> new Exp3(number("gamma", words));
            default -> null;
        };
    }

    private static Policy firstButFor(double epsilon) {
        return (values, out) -> {
            int best = 0;
            for (int i = 1; i < values.length; i++) {
                best = values[i] > values[best] ? i : best;
            }
            Arrays.fill(out, epsilon / out.length);
            out[best] += 1 - epsilon;
        };
    }

    private static LearnerSpec average(PolicySchedule policy, double initialValue, boolean eachFirst) {
        return new ValueLearner(policy, initialValue, AVERAGE, eachFirst);
    }

    /** A softmax whose temperature is written in plays so far, as the reference has it. */
    private static PolicySchedule cooling(Schedule temperature) {
        return new Annealed(new Softmax(1), "temperature", new Lagged(temperature, 1));
    }

    /** {@code name=0.1}, {@code name=2^-3}, {@code name=.5}. */
    static double number(String name, String words) {
        Matcher found =
                Pattern.compile("(?<![A-Za-z_])" + name + "=(2\\^)?(-?[0-9.]+)").matcher(words);
        if (!found.find()) {
            throw new IllegalArgumentException(name + " in " + words);
        }
        double number = Double.parseDouble(found.group(2));
        return found.group(1) == null ? number : Math.pow(2, number);
    }
}
