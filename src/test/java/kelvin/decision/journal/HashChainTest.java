package kelvin.decision.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Links are those that any other program computes: {@code printf '000…0one\ntwo\n' | sha256sum}. */
class HashChainTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void aLinkIsTheHashOfTheLinkBeforeAndTheLinesSince() {
        HashChain chain = new HashChain(HashChain.FIRST);
        chain.add(bytes("one\n"), 0, 4);
        chain.add(bytes("-two\n-"), 1, 4);
        assertThat(chain.next()).isEqualTo("68474c32c5b1d3316c4b5a43e040dd1d0c97c74b3304f951c45e4e528b422326");
        chain.add(bytes("three\n"), 0, 6);
        assertThat(chain.next())
                .isEqualTo("9fd3946d6373103ac004267fdd6836ef16e29c349d801eea10f4a4aaad43dbd7")
                .isEqualTo(chain.link());
    }

    @Test
    void itGoesOnFromAnyLink() {
        HashChain chain = new HashChain("68474c32c5b1d3316c4b5a43e040dd1d0c97c74b3304f951c45e4e528b422326");
        chain.add(bytes("three\n"), 0, 6);
        assertThat(chain.link()).isEqualTo("68474c32c5b1d3316c4b5a43e040dd1d0c97c74b3304f951c45e4e528b422326");
        assertThat(chain.next()).isEqualTo("9fd3946d6373103ac004267fdd6836ef16e29c349d801eea10f4a4aaad43dbd7");
    }

    @Test
    void itIsLinkedUntilALineIsAdded() {
        HashChain chain = new HashChain(HashChain.FIRST);
        assertThat(chain.linked()).isTrue();
        chain.add(bytes("one\n"), 0, 4);
        assertThat(chain.linked()).isFalse();
        chain.next();
        assertThat(chain.linked()).isTrue();
    }
}
