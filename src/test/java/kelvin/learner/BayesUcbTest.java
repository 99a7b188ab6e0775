package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.Reference;
import org.junit.jupiter.api.Test;

class BayesUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new BayesUcb());
    }

    @Test
    void indicesAreThoseOfTheReference() {
        assertThat(Reference.rows("bandit_indices.csv")).hasSize(11).allSatisfy(row -> {
            double s = row.number("s");
            double index = BetaFunction.upperQuantile(1 + s, 1 + row.number("n") - s, 1 / (row.number("t") + 1));
            double wanted = row.number("bayes_ucb_hex");
            assertThat(index).isCloseTo(wanted, within(1e-12 * wanted));
        });
    }

    @Test
    void equalCountsTie() {
        Learner player = new BayesUcb().create(new Problem(2, 100), Players.random(1));
        player.observe(1, 0, 1);
        player.observe(2, 1, 1);
        double[] p = new double[2];
        player.probabilities(3, p);
        assertThat(p).containsOnly(0.5);
    }
}
