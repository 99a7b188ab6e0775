package kelvin.decision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads a journal from its beginning. */
final class JournalReader {
    /** Takes one line; complains by {@link IllegalArgumentException}. */
    @FunctionalInterface
    interface Reader {
        void line(Fields line);
    }

    private JournalReader() {}

    /**
     * Hands over each line. Lines at the very end that are not whole were being written when the program was killed, before
     * anyone was told that they are safe: they are left out. One with a good line behind it is damage.
     *
     * @return how many bytes the good lines have
     */
    static long read(Path file, Reader reader) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long number = 0;
        long firstBad = 0;
        int good = 0;
        int from = 0;
        while (from < bytes.length) {
            int end = end(bytes, from);
            number++;
            Fields line = end == bytes.length
                    ? null
                    : parse(file, number, new String(bytes, from, end - from, StandardCharsets.UTF_8));
            if (line == null) {
                firstBad = firstBad == 0 ? number : firstBad;
            } else if (firstBad > 0) {
                throw new DamagedFile(
                        file + ":" + firstBad
                                + ": found a line whose checksum does not fit, must be as it was written: it was edited or damaged");
            } else {
                hand(line, file, number, reader);
                good = end + 1;
            }
            from = end + 1;
        }
        return good;
    }

    private static int end(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static @Nullable Fields parse(Path file, long number, String text) throws DamagedFile {
        try {
            return Line.read(text);
        } catch (IllegalArgumentException e) {
            throw new DamagedFile(file + ":" + number + ": " + e.getMessage());
        }
    }

    private static void hand(Fields line, Path file, long number, Reader reader) throws DamagedFile {
        try {
            reader.line(line);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new DamagedFile(file + ":" + number + ": " + e.getMessage());
        }
    }
}
