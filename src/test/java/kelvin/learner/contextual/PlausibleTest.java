package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import kelvin.learner.Learner;
import kelvin.policy.Uniform;
import kelvin.policy.gap.InverseGap;
import org.junit.jupiter.api.Test;

class PlausibleTest implements OutlookContract {
    @Override
    public Outlook outlook() {
        return new Plausible(0.5);
    }

    @Test
    void uniformChoicesAreThoseOfRegCbByElimination() {
        assertThat(BoundsReference.rows())
                .hasSizeGreaterThan(20)
                .allSatisfy(row -> assertThat(
                                Decision.probabilities(BoundsReference.model(row), new Plausible(1), new Uniform()))
                        .containsExactly(row.numbers("elimination_probabilities_hex"), within(1e-15)));
    }

    @Test
    void inverseGapCountsTheSurvivorsAlone() {
        assertThat(BoundsReference.rows())
                .allSatisfy(row -> assertThat(Decision.probabilities(
                                BoundsReference.model(row), new Plausible(1), new InverseGap(row.number("gamma_hex"))))
                        .containsExactly(row.numbers("squarecb_over_survivors_hex"), within(1e-15)));
    }

    @Test
    void aClosedActionBeatsNone() {
        FixedBeliefs model = FixedBeliefs.of(new double[] {1, 9, 0}, new double[] {1, 1, 0.5});
        Learner player = Decision.player(model, new Plausible(1), new Uniform(), 1);
        double[] p = new double[3];
        player.probabilities(1, p);
        assertThat(p).containsExactly(0, 1, 0);
        player.open(BitSet.valueOf(new long[] {0b101}));
        player.probabilities(1, p);
        assertThat(p).containsExactly(0.5, 0, 0.5);
    }

    @Test
    void anActionOfBoundlessWidthSurvives() {
        double huge = Double.MAX_VALUE;
        FixedBeliefs model = FixedBeliefs.of(new double[] {1, -huge, 0.1}, new double[] {0.1, huge, 0.1});
        assertThat(Decision.probabilities(model, new Plausible(3), new Uniform()))
                .containsExactly(0.5, 0.5, 0);
    }

    @Test
    void withoutABonusTheBestSurvive() {
        FixedBeliefs model = FixedBeliefs.of(new double[] {1, 2, 2}, new double[] {5, 6, 7});
        assertThat(Decision.probabilities(model, new Plausible(0), new Uniform()))
                .containsExactly(0, 0.5, 0.5);
    }

    @Test
    void aNegativeBonusIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plausible(-1))
                .withMessage("bonus = -1.0, must be finite and >= 0");
    }
}
