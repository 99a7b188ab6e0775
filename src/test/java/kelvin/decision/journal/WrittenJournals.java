package kelvin.decision.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Journals for tests, in which each write has one line. */
final class WrittenJournals {
    private WrittenJournals() {}

    static byte[] start(String link) {
        return new SealedLine(SealedLine.START, 0)
                .put("format", SealedLine.FORMAT)
                .quoted(SealedLine.CHAIN, link)
                .sealed();
    }

    static byte[] line(String name) {
        return new SealedLine("line", name).sealed();
    }

    /** Writes a journal and returns its last link: a start and its link are lines 1 and 2, the first name and its link 3 and 4. */
    static String write(Path file, String link, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HashChain chain = new HashChain(link);
        linked(bytes, chain, start(link));
        for (String name : names) {
            linked(bytes, chain, line(name));
        }
        Files.write(file, bytes.toByteArray());
        return chain.link();
    }

    private static void linked(ByteArrayOutputStream bytes, HashChain chain, byte[] line) {
        bytes.writeBytes(line);
        chain.add(line, 0, line.length);
        bytes.writeBytes(SealedLine.link(chain.next()));
    }
}
