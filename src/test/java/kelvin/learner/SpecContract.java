package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.learner.slate.SlateLearner;
import org.junit.jupiter.api.Test;

/** The contract of every description of players: what it says of them, and what they say of themselves, is true. */
public interface SpecContract {
    /** Returns descriptions of players that can play rewards of 0 and 1. */
    Stream<LearnerSpec> specs();

    @Test
    default void whatASpecSaysOfItsPlayersIsTrue() {
        specs().forEach(spec -> {
            Learner player = Players.create(spec, 4, 1000, Players.random(1));
            assertThat(spec.fullInformation()).as("%s", spec).isEqualTo(player instanceof FullInformation);
            assertThat(spec.recommends()).as("%s", spec).isEqualTo(player instanceof Recommender);
            assertThat(!spec.slates(4).equals(SlateSizes.ONE)).as("%s", spec).isEqualTo(player instanceof SlateLearner);
            assertThat(spec.sufficientHistory()).as("%s", spec).isNotNull();
            BitSet all = new BitSet();
            all.set(0, 4);
            boolean refused = catchThrowableOfType(UnsupportedOperationException.class, () -> player.open(all)) != null;
            assertThat(spec.closableArms()).as("%s", spec).isEqualTo(!refused);
        });
    }

    /** Where a player says that it has numbers, all of them are written; otherwise none is. */
    @Test
    default void numbersAreWrittenIfAndOnlyIfThePlayerSaysSo() {
        specs().forEach(spec -> {
            Learner player = Players.create(spec, 4, 1000, Players.random(1));
            for (int step = 1; step <= 12; step++) {
                long now = step;
                assertThat(truthful(out -> player.probabilities(now, out)))
                        .as("%s", spec)
                        .isTrue();
                assertThat(truthful(out -> player.values(now, out)))
                        .as("%s", spec)
                        .isTrue();
                Slate slate = new Slate(4);
                if (player instanceof SlateLearner several) {
                    assertThat(truthful(out -> several.inclusion(now, out)))
                            .as("%s", spec)
                            .isTrue();
                    several.select(step, slate);
                } else {
                    slate.add(player.select(step));
                }
                ResumableContract.Answer answer = new ResumableContract.Answer(step, slate);
                answer.show(4);
                answer.teach(player, 4);
            }
        });
    }

    private static boolean truthful(Predicate<double[]> numbers) {
        double[] out = new double[4];
        Arrays.fill(out, -7);
        boolean said = numbers.test(out);
        return Arrays.stream(out).allMatch(x -> said ? x != -7 : x == -7);
    }
}
