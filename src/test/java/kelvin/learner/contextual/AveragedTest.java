package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import org.junit.jupiter.api.Test;

class AveragedTest implements OutlookContract {
    @Override
    public Outlook outlook() {
        return new Averaged();
    }

    private static FixedBeliefs model(Row row) {
        List<double[]> members = IntStream.range(0, Integer.parseInt(row.text("members")))
                .mapToObj(j -> member(row, j))
                .toList();
        return new FixedBeliefs(members, new double[members.get(0).length]);
    }

    private static double[] member(Row row, int number) {
        int actions = Integer.parseInt(row.text("K"));
        double[] all = row.numbers("scores_hex(member by member)");
        return Arrays.copyOfRange(all, number * actions, (number + 1) * actions);
    }

    @Test
    void greedyChoicesAreSharesOfTheMembers() {
        assertThat(Reference.rows("context/bagging.csv")).hasSizeGreaterThan(20).allSatisfy(row -> {
            FixedBeliefs model = model(row);
            assertThat(Decision.probabilities(model, new Averaged(), new Greedy()))
                    .containsExactly(row.numbers("bag_probabilities_hex(ties shared)"), within(1e-15));
            assertThat(Decision.probabilities(model, new Averaged(), new EpsilonGreedy(row.number("epsilon_hex"))))
                    .containsExactly(row.numbers("mixed_with_uniform_hex"), within(1e-15));
        });
    }
}
