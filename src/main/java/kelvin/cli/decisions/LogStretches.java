package kelvin.cli.decisions;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import kelvin.decision.Decision;
import kelvin.decision.JournalLog;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/** Sums of a log over stretches of equally many decisions: how often each arm was chosen, propensities, rewards. */
final class LogStretches {
    private static final int MAX_STRETCHES = 20;
    private static final int LEAST_DECISIONS = 25;

    private final int arms;
    private final int perStretch;
    private final double[][] chosen;
    private final double[][] rewarded;
    private final double[][] rewards;
    private final double[] propensities;
    private final double[] leastPropensity;
    private final long[] steps;
    private int read;
    private int withReward;
    private int counted;
    private boolean hasPropensities = true;

    private LogStretches(int decisions, int arms) {
        this.arms = arms;
        int wanted = Math.max(2, Math.min(MAX_STRETCHES, decisions / LEAST_DECISIONS));
        perStretch = (decisions + wanted - 1) / wanted;
        int stretches = (decisions + perStretch - 1) / perStretch;
        chosen = new double[stretches][arms];
        rewarded = new double[stretches][arms];
        rewards = new double[stretches][arms];
        propensities = new double[stretches];
        leastPropensity = new double[stretches];
        steps = new long[stretches];
    }

    /** Reads a log with at least two decisions; decisions without a reward count as {@code missing} where that is given. */
    static LogStretches of(JournalLog log, @Nullable Double missing) throws IOException {
        LogStretches stretches = new LogStretches(log.size(), log.arms());
        log.forEach(entry -> {
            Decision.Slate slate = entry.decision().slate();
            if (slate != null) {
                throw new BadInput("decision " + entry.decision().id() + ": found the slate " + slate.actions()
                        + ", must be for one action, as charts and estimates are of such; --export csv writes slates");
            }
            stretches.add(entry.decision(), entry.reward(), missing);
        });
        return stretches;
    }

    private void add(Decision decision, @Nullable Double given, @Nullable Double missing) {
        Double reward = given == null ? missing : given;
        withReward += given == null ? 0 : 1;
        int stretch = read / perStretch;
        boolean first = read % perStretch == 0;
        read++;
        steps[stretch] = read;
        chosen[stretch][decision.actionTaken()]++;
        propensities[stretch] += decision.propensityTaken();
        hasPropensities &= !Double.isNaN(decision.propensityTaken());
        leastPropensity[stretch] =
                first ? decision.propensityTaken() : Math.min(leastPropensity[stretch], decision.propensityTaken());
        if (reward != null) {
            counted++;
            rewarded[stretch][decision.actionTaken()]++;
            rewards[stretch][decision.actionTaken()] += reward;
        }
    }

    int perStretch() {
        return perStretch;
    }

    int decisions() {
        return read;
    }

    /** Returns true if every decision has a propensity. */
    boolean hasPropensities() {
        return hasPropensities;
    }

    /** Returns how many decisions have a reward of their own. */
    int withReward() {
        return withReward;
    }

    /** Returns how many decisions count in mean rewards, those without a reward included where one is assumed. */
    int counted() {
        return counted;
    }

    /** Returns the number of the last decision of each stretch. */
    double[] steps() {
        return IntStream.range(0, steps.length).mapToDouble(i -> steps[i]).toArray();
    }

    /** Returns the arms by how often they were chosen, at most so many. */
    List<Integer> mostChosen(int most) {
        return IntStream.range(0, arms)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer arm) -> -total(chosen, arm)))
                .limit(most)
                .sorted()
                .toList();
    }

    private static double total(double[][] sums, int arm) {
        double total = 0;
        for (double[] each : sums) {
            total += each[arm];
        }
        return total;
    }

    /** Returns the share of decisions of some arms together. */
    double[] shares(List<Integer> some) {
        return each(i -> sum(chosen[i], some) / count(i));
    }

    /** Returns the mean reward of some arms together; NaN in a stretch without any. */
    double[] meanRewards(List<Integer> some) {
        return each(i -> sum(rewards[i], some) / sum(rewarded[i], some));
    }

    double[] meanPropensities() {
        return each(i -> propensities[i] / count(i));
    }

    double[] leastPropensities() {
        return leastPropensity.clone();
    }

    private double count(int stretch) {
        return Math.min(perStretch, read - (long) stretch * perStretch);
    }

    private double[] each(IntToDoubleFunction of) {
        return IntStream.range(0, steps.length).mapToDouble(of).toArray();
    }

    private static double sum(double[] sums, List<Integer> some) {
        return some.stream().mapToDouble(arm -> sums[arm]).sum();
    }
}
