package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaderTest {
    /** Returns the index of the largest number by looking at all of them. */
    private static int single(double[] numbers) {
        double largest = Double.NEGATIVE_INFINITY;
        int found = Leader.NONE;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] > largest) {
                largest = numbers[i];
                found = i;
            } else if (numbers[i] == largest) {
                found = Leader.NONE;
            }
        }
        return found;
    }

    /** Few different numbers, −∞, 0 and −0 among them, so that ties come and go. */
    private static double next(UniformRandomProvider random) {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NEGATIVE_INFINITY;
            case 1 -> -0.0;
            case 2 -> random.nextInt(-2, 3);
            default -> random.nextDouble() - 0.5;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 40})
    void itIsTheOneAScanFinds(int size) {
        UniformRandomProvider random = Seed.of(size).generator();
        double[] numbers = new double[size];
        Leader leader = new Leader(numbers);
        int ties = 0;
        for (int i = 0; i < 20_000; i++) {
            if (random.nextInt(3) > 0) {
                int expected = single(numbers);
                ties += expected == Leader.NONE ? 1 : 0;
                assertThat(leader.single()).isEqualTo(expected);
            }
            int changed = random.nextInt(size);
            numbers[changed] = next(random);
            leader.changed(changed);
        }
        assertThat(ties).isPositive();
    }

    @Test
    void plusAndMinusZeroAreTied() {
        double[] numbers = {0.0, -1};
        Leader leader = new Leader(numbers);
        assertThat(leader.single()).isZero();
        numbers[1] = -0.0;
        leader.changed(1);
        assertThat(leader.single()).isEqualTo(Leader.NONE);
    }

    @Test
    void aLeaderThatFallsToABoundOfTheOthersIsLookedForAnew() {
        double[] numbers = {3, 2, 1};
        Leader leader = new Leader(numbers);
        assertThat(leader.single()).isZero();
        numbers[1] = 0;
        leader.changed(1);
        numbers[0] = 1.5;
        leader.changed(0);
        assertThat(leader.single()).isZero();
        numbers[0] = 0.5;
        leader.changed(0);
        assertThat(leader.single()).isEqualTo(2);
    }

    /** The twin: without being told of a change it cannot know. */
    @Test
    void aChangeNotToldOfIsMissed() {
        double[] numbers = {3, 2};
        Leader leader = new Leader(numbers);
        assertThat(leader.single()).isZero();
        numbers[1] = 4;
        assertThat(leader.single()).isZero();
        leader.changed(1);
        assertThat(leader.single()).isEqualTo(1);
    }
}
