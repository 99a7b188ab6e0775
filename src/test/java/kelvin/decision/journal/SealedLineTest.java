package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checksums are those that any other program computes (CRC-32C, polynomial 0x1EDC6F41, of the UTF-8 before the member). */
class SealedLineTest {
    private static final String ALL = "{\"start\":7,\"format\":3,\"x\":0.5,\"list\":[0.25,null,1.0],\"say\":\"ä\\\"\","
            + "\"of\":{\"b\":true},\"crc\":\"bac6ad3e\"}\n";

    private static String text(byte[] line) {
        return new String(line, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable JsonMembers read(String line) {
        byte[] bytes = bytes("xy" + line + "z");
        return SealedLine.read(bytes, 2, bytes.length - 3);
    }

    @Test
    void membersOfEveryKindAreSealed() {
        SealedLine line = new SealedLine("start", 7)
                .put("format", 3)
                .put("x", 0.5)
                .put("list", new double[] {0.25, Double.NEGATIVE_INFINITY, 1})
                .quoted("say", "ä\"")
                .put("of", "{\"b\":true}");
        assertThat(text(line.sealed())).isEqualTo(ALL);
        assertThat(text(new SealedLine("decision", "a").sealed()))
                .isEqualTo("{\"decision\":\"a\",\"crc\":\"73d696c0\"}\n");
        assertThat(text(SealedLine.begin("kind", "{\"a\":1}").sealed()))
                .isEqualTo("{\"kind\":{\"a\":1},\"crc\":\"fd5da0e9\"}\n");
        assertThat(text(SealedLine.link("0"))).isEqualTo("{\"link\":\"0\",\"crc\":\"7341eac0\"}\n");
    }

    @Test
    void checksumsHaveTheirLeadingNoughts() {
        assertThat(text(new SealedLine("start", 4143).sealed())).isEqualTo("{\"start\":4143,\"crc\":\"000225a7\"}\n");
    }

    @Test
    void aSealedLineIsRead() {
        JsonMembers line = Objects.requireNonNull(read(ALL));
        assertThat(line.whole("start")).isEqualTo(7);
        assertThat(line.text("say")).isEqualTo("ä\"");
        assertThat(line.fields("of").truth("b")).isTrue();
    }

    @Test
    void anyOtherByteIsSeen() {
        byte[] line = bytes("{\"decision\":\"a\",\"crc\":\"73d696c0\"}\n");
        for (int i = 0; i < line.length; i++) {
            line[i] ^= 1;
            assertThat(SealedLine.read(line, 0, line.length)).as("byte %d", i).isNull();
            line[i] ^= 1;
        }
        assertThat(SealedLine.read(line, 0, line.length)).isNotNull();
    }

    @Test
    void whatIsShorterThanAChecksumIsNone() {
        assertThat(read("")).isNull();
        assertThat(read("{}\n")).isNull();
    }

    @Test
    void membersAreAddedToALine() {
        byte[] line = new SealedLine("start", 7).sealed();
        assertThat(SealedLine.reopened(line).put("format", 3).sealed())
                .isEqualTo(new SealedLine("start", 7).put("format", 3).sealed());
    }

    @Test
    void aRewrittenLineIsSealedAnew() {
        assertThat(SealedLine.rewritten(new SealedLine("decision", "b").sealed(), "\"b\"", "\"a\""))
                .isEqualTo(new SealedLine("decision", "a").sealed());
    }

    @Test
    void thePresentFormatAndTheOneBeforeAreRead() {
        assertThat(List.of("1", "2", "3", "4", "2.0", ""))
                .filteredOn(SealedLine::reads)
                .containsExactly("2", "3");
        assertThat(SealedLine.readableFormats()).isEqualTo(", must be 2 or 3, which this version of Kelvin reads");
    }
}
