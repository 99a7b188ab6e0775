package kelvin.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Maximises the likelihood of models of one sequence of choices, each also from the maxima of the models nested in it. */
final class Search {
    private static final double[] RATES = {0.03, 0.1, 0.25, 0.5, 0.75, 0.95};
    private static final double[] LAPSES = {0.03, 0.2};
    private static final double[] STARTS = {-1.5, 0, 1.5};
    private static final double MIN_TEMPERATURE_IN_SPREADS = 0.01;
    private static final double MAX_TEMPERATURE_IN_SPREADS = 4;
    private static final double TEMPERATURE_RATIO = 4;
    private static final double[] NONE = {0};
    private static final double[] BOUNDS = {1, 0};
    private static final int MAX_POLISHED = 3;
    private static final double SMALL_SHARE = 0.02;
    private static final double MAX_LOG_ODDS = 5;

    private final ChoiceSequence sequence;
    private final Map<ChoiceModel, Candidate> found = new HashMap<>();

    Search(ChoiceSequence sequence) {
        this.sequence = sequence;
    }

    /** Parameters and their log-likelihood. */
    record Candidate(ChoiceParameters parameters, double value) {}

    ChoiceFit fit(ChoiceModel model) {
        Candidate best = best(model);
        return new Precision(scale(model), sequence).of(best);
    }

    private FreeScale scale(ChoiceModel model) {
        return FreeScale.of(model, List.of(sequence));
    }

    private Candidate best(ChoiceModel model) {
        Candidate known = found.get(model);
        if (known == null) {
            known = seek(model);
            found.put(model, known);
        }
        return known;
    }

    /**
     * Maximises a model; the maximum of a nested model is itself a candidate, so that no rounding makes it better than
     * this one.
     */
    private Candidate seek(ChoiceModel model) {
        FreeScale scale = scale(model);
        ToDoubleFunction<double[]> likelihood = x -> scale.natural(x).logLikelihood(sequence);
        List<double[]> starts = new ArrayList<>();
        Candidate best = new Candidate(new ChoiceParameters(1, 0, 0, 0), Double.NEGATIVE_INFINITY);
        for (ChoiceModel simpler : model.nextSimpler()) {
            Candidate inner = best(simpler);
            best = inner.value > best.value ? inner : best;
            starts.add(scale.inside(begun(model, simpler, inner.parameters), MAX_LOG_ODDS));
        }
        starts.addAll(grid(scale));
        if (model.lapse()) {
            starts.addAll(new ColdStarts(sequence, scale).points());
        }
        List<Optimum> peaks = starts.stream()
                .map(start -> Optimum.rough(likelihood, start))
                .sorted(Comparator.comparingDouble(Optimum::value).reversed())
                .limit(MAX_POLISHED)
                .map(rough -> rough.fine(0.4))
                .toList();
        for (Optimum peak : peaks) {
            best = peak.value() > best.value ? new Candidate(scale.natural(peak.point()), peak.value()) : best;
        }
        return atEnds(best, model);
    }

    /** Moves parameters in [0, 1] to a bound where that is no worse; the log-odds never reach it. */
    private Candidate atEnds(Candidate found, ChoiceModel model) {
        Candidate best = found;
        for (FreeParameter each : model.free()) {
            for (double end : each.isShare() ? BOUNDS : new double[0]) {
                ChoiceParameters there = each.with(best.parameters, end, !model.separateRates());
                double value = there.logLikelihood(sequence);
                best = value >= best.value ? new Candidate(there, value) : best;
            }
        }
        return best;
    }

    /**
     * Returns the maximum of a nested model with its missing parameter set to a small value that affects the
     * likelihood.
     */
    private static ChoiceParameters begun(ChoiceModel model, ChoiceModel simpler, ChoiceParameters inner) {
        ChoiceParameters begun = inner;
        for (FreeParameter each : List.of(FreeParameter.LAPSE, FreeParameter.FORGETTING)) {
            if (model.free().contains(each) && !simpler.free().contains(each)) {
                begun = each.with(begun, SMALL_SHARE, false);
            }
        }
        return begun;
    }

    /** Returns the best point of a grid for each temperature. */
    private List<double[]> grid(FreeScale scale) {
        ChoiceModel model = scale.model();
        boolean fitted = model.initialValue() instanceof InitialValue.Fitted;
        List<double[]> starts = new ArrayList<>();
        double hottest = MAX_TEMPERATURE_IN_SPREADS * Math.max(scale.spread(), 0.25 * scale.reach());
        for (double temperature = MIN_TEMPERATURE_IN_SPREADS * scale.spread();
                temperature <= hottest;
                temperature *= TEMPERATURE_RATIO) {
            List<Candidate> points = new ArrayList<>();
            for (double rate : RATES) {
                for (double lapse : model.lapse() ? LAPSES : NONE) {
                    for (double start : fitted ? STARTS : NONE) {
                        ChoiceParameters point = new ChoiceParameters(
                                temperature,
                                rate,
                                rate,
                                model.stickiness() ? 0.2 : 0,
                                lapse,
                                model.forgetting() ? 0.1 : 0,
                                scale.fixed() + start * scale.spread());
                        points.add(new Candidate(point, point.logLikelihood(sequence)));
                    }
                }
            }
            points.stream()
                    .max(Comparator.comparingDouble(Candidate::value))
                    .ifPresent(each -> starts.add(scale.inside(each.parameters, MAX_LOG_ODDS)));
        }
        return starts;
    }
}
