package kelvin.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.TruncatedGaussian;
import kelvin.bandit.arm.Uniform;
import kelvin.bandit.testbed.BernoulliTestbed;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.GaussianTestbed;

/** The problems of the reference files, by the words those files have for them. */
final class ReferenceProblems {
    private static final Pattern ARMS = Pattern.compile("^Bernoulli ?\\[([^\\]]*)\\]");
    private static final Pattern DRAWN = Pattern.compile("means ?~ ?U\\[([0-9.]+)[;,]([0-9.]+)\\]");
    private static final Pattern GAUSSIAN = Pattern.compile("q\\*~N\\(([0-9.]+);1\\)");

    private ReferenceProblems() {}

    static Testbed of(String words) {
        Matcher gaussian = GAUSSIAN.matcher(words);
        Matcher drawn = DRAWN.matcher(words);
        if (gaussian.find()) {
            return new GaussianTestbed(10, Double.parseDouble(gaussian.group(1)), 1, 1);
        } else if (drawn.find()) {
            return new BernoulliTestbed(
                    10, new Uniform(Double.parseDouble(drawn.group(1)), Double.parseDouble(drawn.group(2))));
        } else if (words.startsWith("truncated Gaussian means")) {
            return new FixedTestbed(Stream.of(0.45, 0.5, 0.55)
                    .<Arm>map(mean -> new TruncatedGaussian(mean, 0.2, 0, 1))
                    .toList());
        } else if (words.startsWith("Bernoulli 3 groups")) {
            return coins("0.01;0.02;0.3;0.4;0.5;0.6;0.795;0.8;0.805");
        } else if (words.startsWith("Bernoulli low")) {
            return coins("0.01x3;0.02x3;0.05x2;0.1");
        }
        Matcher arms = ARMS.matcher(words);
        if (!arms.find()) {
            throw new IllegalArgumentException(words);
        }
        return coins(arms.group(1));
    }

    /** Means, each with how often it comes: {@code 0.9;0.6x9}; {@code 0.1..0.9} counts in tenths. */
    private static Testbed coins(String means) {
        List<Arm> arms = new ArrayList<>();
        if (means.equals("0.1..0.9")) {
            for (int tenths = 1; tenths <= 9; tenths++) {
                arms.add(new Bernoulli(tenths / 10.0));
            }
            return new FixedTestbed(arms);
        }
        for (String group : means.split("[;,]", -1)) {
            String[] parts = group.trim().split("x", -1);
            int times = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
            for (int i = 0; i < times; i++) {
                arms.add(new Bernoulli(Double.parseDouble(parts[0])));
            }
        }
        return new FixedTestbed(arms);
    }
}
