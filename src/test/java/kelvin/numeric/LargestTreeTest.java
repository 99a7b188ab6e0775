package kelvin.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class LargestTreeTest {
    @Test
    void theLargestOfManyIsKept() {
        UniformRandomProvider random = Seed.of(2).generator();
        double[] numbers = random.doubles(77).toArray();
        LargestTree tree = new LargestTree(numbers);
        for (int i = 0; i < 5000; i++) {
            int place = random.nextInt(77);
            numbers[place] = random.nextInt(9) == 0 ? Double.NEGATIVE_INFINITY : random.nextDouble();
            tree.set(place, numbers[place]);
            assertThat(tree.largest()).isEqualTo(Arrays.stream(numbers).max().orElseThrow());
        }
    }

    /** A tree has room for a power of two of them; the room that is left over is no 0 that would be larger. */
    @Test
    void negativeNumbersOfAnyCountAreTheLargestThereAre() {
        for (int count = 1; count < 20; count++) {
            double[] numbers = new double[count];
            Arrays.fill(numbers, -3);
            LargestTree tree = new LargestTree(numbers);
            assertThat(tree.largest()).isEqualTo(-3);
            tree.set(count - 1, -2);
            assertThat(tree.largest()).isEqualTo(-2);
        }
        assertThat(new LargestTree(new double[0]).largest()).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
