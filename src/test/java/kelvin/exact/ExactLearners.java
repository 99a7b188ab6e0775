package kelvin.exact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import kelvin.Reference.Row;
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
import kelvin.policy.PolicySchedule;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.schedule.AnytimeTemperature;
import kelvin.schedule.InverseCount;
import kelvin.schedule.InverseLog;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Lagged;
import kelvin.schedule.LogOverCount;
import kelvin.schedule.Schedule;

/** The learners of the reference files of exact expectations, as Kelvin writes them. */
public final class ExactLearners {
    private ExactLearners() {}

    /** Policy and parameters of a row of {@code exact_two_armed.csv}. */
    public static String name(Row row) {
        return row.text("policy") + "," + row.text("parameters");
    }

    /** The learner of such a row. */
    public static LearnerSpec of(Row row) {
        return Objects.requireNonNull(byName().get(name(row)), name(row));
    }

    /** By policy and parameters, as rows of {@code exact_two_armed.csv} have them. */
    public static Map<String, LearnerSpec> byName() {
        String free = "; Q0=0; no forced pulls";
        String forced = "; each arm once first";
        Map<String, LearnerSpec> specs = new LinkedHashMap<>();
        specs.put("uniform,", free(new Uniform()));
        specs.put("greedy,Q0=0; no forced pulls; ties 1/2", free(new Greedy()));
        specs.put("greedy,each arm once first; ties 1/2", forced(new Greedy()));
        specs.put("eps-greedy,epsilon=0.01" + free, free(new EpsilonGreedy(0.01)));
        specs.put("eps-greedy,epsilon=0.1" + free, free(new EpsilonGreedy(0.1)));
        specs.put("eps-greedy,epsilon=0.1" + forced, forced(new EpsilonGreedy(0.1)));
        specs.put("softmax,tau=0.05" + forced, forced(new Softmax(0.05)));
        specs.put("softmax,tau=0.1" + free, free(new Softmax(0.1)));
        specs.put("softmax,tau=0.1" + forced, forced(new Softmax(0.1)));
        specs.put("softmax,tau=0.5" + free, free(new Softmax(0.5)));
        specs.put("softmax,tau=1" + forced, forced(new Softmax(1)));
        specs.put("sigmoid-normalised,theta=0.5 tau=0.1" + free, free(new SigmoidGate(0.5, 0.1)));
        specs.put(
                "sigmoid-normalised,p_i prop sigma((mean_i-theta)/tau); theta=0.75 tau=0.1" + forced,
                forced(new SigmoidGate(0.75, 0.1)));
        specs.put("softmax-annealing,tau_t=1/ln(t+1)" + free + " (at t=0 uses t=1)", free(cooling(new InverseLog(1))));
        specs.put("softmax-decreasing,tau_t=1/sqrt(t) t=plays so far" + forced, forced(cooling(new InverseSqrt(1))));
        specs.put("softmax-decreasing,tau_t=ln(t)/t" + forced, forced(cooling(new LogOverCount(1))));
        specs.put("softmax-decreasing,tau_t=sqrt(ln K/(tK))" + forced, forced(cooling(new AnytimeTemperature(2))));
        specs.put(
                "eps_n-greedy,c=0.15 d=0.3; eps_t=min(1;cK/(d^2 t)) t=1-based" + forced,
                new EpsilonDecreasing(0.15, 0.3));
        specs.put(
                "explore-then-commit-with-updating,"
                        + "m=5 per arm round robin then greedy on means (means keep updating)",
                new ExploreThenCommit(5, true));
        specs.put("Thompson,Beta(1;1)", new ThompsonBeta(1, 1));
        specs.put("BayesUCB,tail 1/(t+1)", new BayesUcb(true));
        specs.put("UCB1,mean+sqrt(2 ln t/N)", new Ucb1());
        specs.put("UCB-alpha,alpha=1", new UcbAlpha(1));
        specs.put("UCB1-Tuned,min(1/4;V)", new Ucb1Tuned());
        specs.put("UCB-V,", new UcbV());
        specs.put("MOSS,horizon T", new Moss());
        specs.put("MOSS-anytime,alpha=1", new MossAnytime(1));
        specs.put("KL-UCB,c=0", new KlUcb(RewardFamily.BERNOULLI, 1, 0));
        specs.put("IMED,", new Imed(RewardFamily.BERNOULLI, 1));
        specs.put("UCB-SuttonBarto,c=2: mean+c sqrt(ln t/N) t 1-based; untried first", new Ucb(2));
        specs.put("Boltzmann-Gumbel,C=1; each arm once first", new BoltzmannGumbel(1));
        specs.put("Boltzmann-Gumbel,C=0.5; each arm once first", new BoltzmannGumbel(0.5));
        return specs;
    }

    /** A softmax whose temperature is written in plays so far, as the reference has it. */
    private static PolicySchedule cooling(Schedule temperature) {
        return new Annealed(new Softmax(1), "temperature", new Lagged(temperature, 1));
    }

    /** A policy over sample averages that start at 0. */
    public static LearnerSpec free(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), false);
    }

    private static LearnerSpec forced(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), true);
    }

    /** The learner of a row of {@code exact_path_enumeration.csv}. */
    public static LearnerSpec enumerated(Row row) {
        double parameter = row.number("parameter");
        return switch (row.text("policy")) {
            case "exp3" -> new Exp3(parameter);
            case "exp3dec" -> new Exp3Anytime(parameter);
            case "tsallis" -> new TsallisInf(parameter / 2); // its parameter is η·√step
            default -> new GradientBandit(parameter, baseline(row.text("baseline")));
        };
    }

    private static Baseline baseline(String name) {
        return switch (name) {
            case "incl" -> Baseline.INCLUDING;
            case "excl" -> Baseline.EXCLUDING;
            default -> Baseline.NONE;
        };
    }
}
