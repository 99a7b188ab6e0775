package kelvin.learner.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kelvin.json.JsonState;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.Recommender;
import kelvin.learner.index.Index;
import org.junit.jupiter.api.Test;

class LilUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new LilUcb(0.1, 0.5, 1, 0.01));
    }

    @Test
    void theConfidenceIsTheSourcesFormulaSolved() {
        LilUcb spec = new LilUcb(0.1, 0.5, 1, 0.01);
        double c = 2.01 / 0.01 * Math.pow(1 / Math.log(1.01), 1.01);
        double x = c * spec.delta();
        assertThat(4 * Math.sqrt(x) + 4 * x).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void playingStopsWhenOneArmHasNineTimesThePlaysOfTheOthers() {
        Recommender player =
                (Recommender) new LilUcb(0.1, 0.01, 1, 0.01).create(new BanditTask(2, 1000), Players.random(1));
        int[] plays = new int[2];
        for (int step = 1; step <= 11; step++) {
            int arm = player.select(step);
            plays[arm]++;
            player.observe(step, arm, arm);
        }
        player.observe(12, 1, -1000);
        assertThat(plays).containsExactly(1, 10);
        assertThat(player.recommendation()).isEqualTo(1);
        assertThat(player.select(13)).isEqualTo(1);
    }

    @Test
    void anEpsilonOfOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LilUcb(0.1, 0.5, 1, 1))
                .withMessage("epsilon = 1.0, must be in (0, 1)");
    }

    /** The index of the source, for 1, 0 and 1 at β = 1/2 and ε = 0.04, σ = 0.3. */
    @Test
    void theIndexIsTheSourcesFormula() {
        LilUcb spec = new LilUcb(0.1, 0.3, 0.5, 0.04);
        Learner player = spec.create(new BanditTask(2, 1000), Players.random(1));
        for (int step = 1; step <= 3; step++) {
            player.observe(step, 1, step % 2);
        }
        double log = Math.log(Math.log(1.04 * 3) / spec.delta());
        double width = 1.5 * (1 + 0.2) * Math.sqrt(2 * 0.3 * 0.3 * 1.04 * log / 3);
        List<?> indices =
                (List<?>) Objects.requireNonNull(JsonState.save(player).get("indices"));
        assertThat((double) indices.get(1)).isCloseTo(2.0 / 3 + width, within(1e-12));
        assertThat(indices.get(0)).isEqualTo(Index.UNKNOWN);
    }

    /** λ = ((2 + β)/β)² = 25 at β = 1/2: one play of the other arm calls for 26, and an arm without any for nothing. */
    @Test
    void theStopTakesAsManyPlaysAsLambdaSays() {
        LilUcb spec = new LilUcb(0.1, 0.01, 0.5, 0.01);
        Recommender player = (Recommender) spec.create(new BanditTask(2, 1000), Players.random(1));
        player.observe(1, 0, 0);
        for (int n = 1; n <= 25; n++) {
            player.observe(n + 1, 1, 1);
            assertThat(JsonState.save(player).get("stopped")).isEqualTo(false);
        }
        player.observe(27, 1, 1);
        assertThat(JsonState.save(player).get("stopped")).isEqualTo(true);
        Recommender alone = (Recommender) spec.create(new BanditTask(2, 1000), Players.random(1));
        alone.observe(1, 1, 1);
        assertThat(JsonState.save(alone).get("stopped")).isEqualTo(false);
    }
}
