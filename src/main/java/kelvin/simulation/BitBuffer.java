package kelvin.simulation;

import java.util.Arrays;

/** Serializes numbers bit for bit to a row of 64-bit words, and reads them back in the same order. */
final class BitBuffer {
    private long[] words;
    private int place;

    private BitBuffer(long[] words) {
        this.words = words;
    }

    /** Returns an empty row to write to. */
    static BitBuffer empty() {
        return new BitBuffer(new long[1024]);
    }

    /** Returns a row to read from its start. */
    static BitBuffer of(long[] words) {
        return new BitBuffer(words);
    }

    void write(long word) {
        if (place == words.length) {
            words = Arrays.copyOf(words, place + Math.min(place, Integer.MAX_VALUE - 8 - place));
        }
        words[place++] = word;
    }

    void write(double[] numbers) {
        for (double number : numbers) {
            write(Double.doubleToRawLongBits(number));
        }
    }

    void write(long[] numbers) {
        for (long number : numbers) {
            write(number);
        }
    }

    /** Returns a copy of all words written. */
    long[] all() {
        return Arrays.copyOf(words, place);
    }

    long read() {
        return words[place++];
    }

    double[] read(int length) {
        double[] numbers = new double[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = Double.longBitsToDouble(read());
        }
        return numbers;
    }

    void readInto(long[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = read();
        }
    }

    boolean isEmpty() {
        return words.length == 0;
    }
}
