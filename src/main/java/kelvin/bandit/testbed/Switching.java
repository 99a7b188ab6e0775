package kelvin.bandit.testbed;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kelvin.bandit.Bandit;
import kelvin.bandit.DelegatingTestbed;
import kelvin.bandit.Testbed;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Features;
import kelvin.random.Seed;

/**
 * One testbed after the other: abrupt changes at given steps.
 *
 * <pre>
 *   phase k plays at the steps t with until[k − 1] &lt; t ≤ until[k]
 * </pre>
 *
 * <p>Regret is against the best arm of each step; {@link Hindsight} measures against the best fixed arm. Each phase
 * has random streams of its own, and counts pulls and steps anew.
 *
 * @param phases the testbeds, of one action at a step and equally many arms; at least one
 * @param until the last step of each phase but the last: at least 1, increasing
 */
@Summary("one testbed after the other: abrupt changes at given steps")
@Stability(MAY_CHANGE)
public record Switching(List<Testbed> phases, List<Long> until) implements Testbed {
    public Switching {
        phases = List.copyOf(phases);
        until = List.copyOf(until);
        Require.that(!phases.isEmpty(), "phases", phases, "at least one testbed");
        int size = phases.get(0).size();
        for (Testbed phase : phases) {
            DelegatingTestbed.requireSingleActions("phases", phase);
            Require.that(phase.size() == size, "phases", phase, "of as many arms as the first (" + size + ")");
            Require.that(
                    phase.features().equals(phases.get(0).features()),
                    "phases",
                    phase,
                    "of as many features as the first");
        }
        Require.that(
                until.size() == phases.size() - 1,
                "until",
                until,
                "one step fewer than phases (" + phases.size() + ")");
        long previous = 0;
        for (long step : until) {
            Require.that(step > previous, "until", until, "increasing, from 1");
            previous = step;
        }
    }

    @Override
    public int size() {
        return phases.get(0).size();
    }

    @Override
    public boolean meansVary() {
        return phases.stream().anyMatch(Testbed::meansVary);
    }

    @Override
    public Rewards rewards() {
        return phases.stream().map(Testbed::rewards).reduce(Rewards::or).orElseThrow();
    }

    @Override
    public Optional<String> armOutside(Rewards kind) {
        return phases.stream().flatMap(phase -> phase.armOutside(kind).stream()).findFirst();
    }

    @Override
    public List<Long> changes() {
        return until;
    }

    @Override
    public boolean fullInformation() {
        return phases.stream().allMatch(Testbed::fullInformation);
    }

    @Override
    public Features features() {
        return phases.get(0).features();
    }

    @Override
    public List<String> featureNames() {
        return phases.get(0).featureNames();
    }

    /** Returns the groups of all phases; none if those differ. */
    @Override
    public List<String> groups() {
        List<String> first = phases.get(0).groups();
        return phases.stream().allMatch(phase -> phase.groups().equals(first)) ? first : List.of();
    }

    /** Returns the names of all phases; none if those differ. */
    @Override
    public List<String> armNames() {
        List<String> first = phases.get(0).armNames();
        return phases.stream().allMatch(phase -> phase.armNames().equals(first)) ? first : List.of();
    }

    @Override
    public boolean meansKnown() {
        return phases.stream().allMatch(Testbed::meansKnown);
    }

    @Override
    public boolean fixedComparator() {
        return phases.stream().anyMatch(Testbed::fixedComparator);
    }

    @Override
    public boolean closesArms() {
        return phases.stream().anyMatch(Testbed::closesArms);
    }

    @Override
    public double subGaussianScale() {
        return phases.stream().mapToDouble(Testbed::subGaussianScale).max().orElseThrow();
    }

    @Override
    public Bandit open(Seed seed, long horizon) {
        return new SwitchingBandit(step -> Collections.binarySearch(until, step) >= 0, phase -> {
            long from = phase == 0 ? 0 : until.get(phase - 1);
            long to = phase == until.size() ? Math.max(horizon, from + 1) : until.get(phase);
            return phases.get(phase).open(seed.child("phase").child(phase), to - from);
        });
    }
}
