package kelvin.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts what speaks against estimates into words. */
final class EstimateWarnings {
    private static final double MIN_MATCHES = 30;

    private EstimateWarnings() {}

    /** Returns warnings about a log and about single estimates, for rewards in an interval. */
    static List<String> of(Support support, Interval rewards, List<Estimate> estimates) {
        List<String> warnings = new ArrayList<>(support.warnings());
        String biased = estimates.stream()
                .filter(each -> each.bias() != null && !each.bias().equals(Interval.ZERO))
                .map(EstimateWarnings::bias)
                .collect(Collectors.joining(", "));
        if (!biased.isEmpty()) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "biased: %s, if no reward lies outside of %s … %s; intervals include it",
                    biased,
                    rewards.low(),
                    rewards.high()));
        }
        for (Estimate estimate : estimates) {
            String objection = estimate.estimator().objection(support);
            if (objection != null) {
                warnings.add(estimate.estimator().label() + " is biased: " + objection + "; no interval is known");
            }
        }
        names(
                warnings,
                "too few rewards differ for an interval by bootstrap: ",
                estimates.stream()
                        .filter(each -> each.bias() != null && !each.bootstrap().known()));
        names(
                warnings,
                "few rewards decide the interval by bootstrap, it may be too narrow: ",
                estimates.stream().filter(each -> each.bootstrap().known() && each.terms() < MIN_MATCHES));
        return warnings;
    }

    private static void names(List<String> warnings, String beginning, Stream<Estimate> estimates) {
        String names = estimates.map(each -> each.estimator().label()).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            warnings.add(beginning + names);
        }
    }

    private static String bias(Estimate estimate) {
        Interval bias = estimate.bias() == null ? Interval.NONE : estimate.bias();
        return String.format(
                Locale.ROOT, "%s by %.2g … %.2g", estimate.estimator().label(), bias.low(), bias.high());
    }
}
