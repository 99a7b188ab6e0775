package kelvin.choice;

import static kelvin.choice.Identification.AT_BOUND;
import static kelvin.choice.Identification.IDENTIFIED;
import static kelvin.choice.Identification.NOT_IDENTIFIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class IdentificationTest {
    private static final double[][] COINS = {{0, 0, 0, 0, 1}, {0, 1, 1, 1, 1}};
    private static final ChoiceModel PLAIN = new ChoiceModel(false, false);

    private static ChoiceSequence simulated(ChoiceParameters parameters, int length) {
        return parameters.simulate(COINS, length, Seed.of(5).generator());
    }

    @Test
    void manyOrdinaryChoicesIdentifyAll() {
        ChoiceFit fit = new ChoiceModel(true, true).fit(simulated(new ChoiceParameters(0.3, 0.3, 0.5, 0.1), 600));
        assertThat(fit.identification()).containsOnly(IDENTIFIED);
        assertThat(fit.standardErrors()).doesNotContain(Double.NaN);
    }

    @Test
    void rewardsThatAreAllZeroIdentifyNothing() {
        ChoiceSequence nothing = new ChoiceSequence(2, List.of(0, 1, 0, 1, 1, 0), Collections.nCopies(6, 0.0));
        ChoiceFit fit = PLAIN.fit(nothing);
        assertThat(fit.identification()).containsExactly(NOT_IDENTIFIED, NOT_IDENTIFIED);
        assertThat(fit.standardErrors()).containsOnly(Double.NaN);
    }

    @Test
    void aChooserWhoNeverFailsHasNoTemperature() {
        ChoiceSequence sure = simulated(new ChoiceParameters(1e-6, 0.3, 0, 0), 100);
        assertThat(PLAIN.fit(sure).identification().get(0)).isEqualTo(NOT_IDENTIFIED);
    }

    @Test
    void aLapseThatNobodyNeedsIsAtItsBound() {
        ChoiceSequence attentive = simulated(new ChoiceParameters(0.4, 0.3, 0, 0), 500);
        ChoiceFit fit = new ChoiceModel(false, true).fit(attentive);
        assertThat(fit.identification()).containsExactly(IDENTIFIED, IDENTIFIED, AT_BOUND);
        assertThat(fit.parameters().lapse()).isLessThan(0.01);
        assertThat(fit.standardErrors()[2]).isNaN();
    }
}
