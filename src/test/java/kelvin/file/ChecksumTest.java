package kelvin.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumTest {
    @TempDir
    private Path folder;

    /** {@code printf abc | sha256sum}, FIPS 180-2, appendix B.1. */
    @Test
    void itIsSha256() throws IOException {
        assertThat(Checksum.of(Files.writeString(folder.resolve("abc"), "abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    /** FIPS 180-2, appendix B.3: more than fits into one buffer. */
    @Test
    void aMillionLettersAreReadInPieces() throws IOException {
        assertThat(Checksum.of(Files.writeString(folder.resolve("a"), "a".repeat(1_000_000))))
                .isEqualTo("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    }
}
