package kelvin.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.choice.Search.Candidate;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;

/**
 * Starting points of the search for nearly greedy choosers with lapses. Their likelihood has many steps, each of which
 * is a local maximum, as narrow as a hundredth of the learning rate; and stickiness has to be as large as differences
 * of values divided by the temperature. So a fine grid is looked at, and a finer one about its best points.
 */
final class ColdStarts {
    private static final double[] TEMPERATURES_IN_SPREADS = {0.001, 0.02};
    private static final int RATES_WITH_STICKINESS = 60;
    /** The number of learning rates tried without stickiness, at the cost of fewer with it. */
    private static final int RATES_ALONE = 300;

    private static final int REFINEMENT = 6;
    private static final double[] LAPSES = {0.05, 0.15, 0.3, 0.5, 0.7, 0.85};
    /** The values of stickiness tried, in standard deviations of the rewards. */
    private static final double[] STICKINESS = {-1, -0.5, -0.25, -0.1, 0.05, 0.1, 0.2, 0.3, 0.45, 0.65, 1, 1.5};
    /** The neighbours on the finer grid, as factors of the stickiness. */
    private static final double[] NEIGHBOURS = {0.75, 0.88, 1, 1.14, 1.33};

    private static final double[] NONE = {0};
    private static final int MAX_STARTS = 5;
    private static final double MAX_LOG_ODDS = 8;

    private final ChoiceSequence sequence;
    private final FreeScale scale;
    private final int rates;

    ColdStarts(ChoiceSequence sequence, FreeScale scale) {
        this.sequence = sequence;
        this.scale = scale;
        rates = scale.model().stickiness() ? RATES_WITH_STICKINESS : RATES_ALONE;
    }

    List<double[]> points() {
        List<double[]> points = new ArrayList<>();
        for (double temperature : TEMPERATURES_IN_SPREADS) {
            for (Candidate each : finer(coarse(temperature * scale.spread(), temperature))) {
                points.add(scale.inside(each.parameters(), MAX_LOG_ODDS));
            }
        }
        return points;
    }

    private List<Candidate> coarse(double temperature, double inSpreads) {
        List<Candidate> all = new ArrayList<>();
        for (int i = 0; i < rates; i++) {
            double rate = (i + 0.5) / rates;
            for (double sticky : scale.model().stickiness() ? STICKINESS : NONE) {
                all.addAll(lapsing(temperature, rate, sticky / inSpreads));
            }
        }
        return best(all);
    }

    private List<Candidate> finer(List<Candidate> coarse) {
        List<Candidate> all = new ArrayList<>(coarse);
        for (Candidate each : coarse) {
            ChoiceParameters at = each.parameters();
            for (int i = -REFINEMENT; i <= REFINEMENT; i++) {
                double rate = at.learningRate() + i / (2.0 * REFINEMENT * rates);
                for (double share : scale.model().stickiness() ? NEIGHBOURS : NONE) {
                    all.addAll(lapsing(at.temperature(), rate, share * at.stickiness()));
                }
            }
        }
        return best(all);
    }

    /** Evaluates a chooser with several lapse rates, at little more than the cost of one. */
    private List<Candidate> lapsing(double temperature, double rate, double sticky) {
        double forgetting = scale.model().forgetting() ? 0.1 : 0;
        ChoiceParameters parameters =
                new ChoiceParameters(temperature, rate, rate, sticky, 0, forgetting, scale.fixed());
        double[] attentive = parameters.logProbabilities(sequence);
        Arrays.setAll(attentive, i -> Exp.of(attentive[i]));
        List<Candidate> all = new ArrayList<>();
        for (double lapse : LAPSES) {
            double value = 0;
            for (double p : attentive) {
                value += Log.of((1 - lapse) * p + lapse / sequence.actions());
            }
            all.add(new Candidate(FreeParameter.LAPSE.with(parameters, lapse, false), value));
        }
        return all;
    }

    /** Returns the most likely points, no two with nearly the same learning rate. */
    private List<Candidate> best(List<Candidate> all) {
        Map<Long, Candidate> byRate = new LinkedHashMap<>();
        all.stream()
                .sorted(Comparator.comparingDouble(Candidate::value).reversed())
                .forEach(each ->
                        byRate.putIfAbsent((long) Math.floor(each.parameters().learningRate() * rates), each));
        return byRate.values().stream().limit(MAX_STARTS).toList();
    }
}
