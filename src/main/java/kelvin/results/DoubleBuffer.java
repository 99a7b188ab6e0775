package kelvin.results;

import java.util.Arrays;

/** Numbers of a column as they come in, without an object for each. */
final class DoubleBuffer {
    private double[] numbers = new double[16];
    private int size;

    void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size + Math.min(size, Integer.MAX_VALUE - 8 - size));
        }
        numbers[size++] = number;
    }

    int size() {
        return size;
    }

    double[] all() {
        return Arrays.copyOf(numbers, size);
    }
}
