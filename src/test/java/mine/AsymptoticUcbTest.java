package mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class AsymptoticUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new AsymptoticUcb(1), new AsymptoticUcb(0.1));
    }

    @Test
    void aMeanWinsThatMakesUpForTheBoundsDifference() {
        // At step 4, after 2 plays of arm 0 and 1 of arm 1, the bounds lie 2.0794/√2 and 2.0794 above the means.
        assertThat(choiceAtStep4(0.60)).isEqualTo(1);
        assertThat(choiceAtStep4(0.61)).isZero();
    }

    private static int choiceAtStep4(double meanOfArm0) {
        Learner player =
                new AsymptoticUcb(1).create(new BanditTask(2, 10), Seed.of(1).generator());
        player.observe(1, 0, meanOfArm0);
        player.observe(2, 0, meanOfArm0);
        player.observe(3, 1, 0);
        return player.select(4);
    }
}
