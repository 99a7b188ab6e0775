package kelvin.bandit;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kelvin.random.Seed;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;

/** Ways to look at a world. */
public final class Worlds {
    private Worlds() {}

    public static Bandit open(Testbed testbed, long horizon) {
        return testbed.open(Seed.of(1), horizon);
    }

    public static double[] means(Bandit bandit) {
        return IntStream.range(0, bandit.arms()).mapToDouble(bandit::mean).toArray();
    }

    public static double[] pulls(Bandit bandit, int arm, int count) {
        return DoubleStream.generate(() -> bandit.pull(arm)).limit(count).toArray();
    }

    /** Returns the answer to a question at each step from 1. */
    public static double[] over(Bandit bandit, long steps, ToDoubleFunction<Bandit> question) {
        return LongStream.rangeClosed(1, steps)
                .mapToDouble(step -> {
                    bandit.advance(step);
                    return question.applyAsDouble(bandit);
                })
                .toArray();
    }

    /** The p-value of the Kolmogorov–Smirnov test. */
    public static double fit(double[] numbers, DoubleUnaryOperator cdf) {
        return KolmogorovSmirnovTest.withDefaults().test(numbers, cdf).getPValue();
    }

    /** Returns the distance of the share of ones from a probability, in standard errors. */
    public static double deviation(double[] ones, double probability) {
        double share = Arrays.stream(ones).average().orElseThrow();
        return Math.abs(share - probability) / Math.sqrt(probability * (1 - probability) / ones.length);
    }
}
