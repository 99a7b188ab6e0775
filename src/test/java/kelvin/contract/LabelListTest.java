package kelvin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelListTest {
    @Test
    void aLabelThatCouldBeTakenForTwoIsQuoted() {
        assertThat(LabelList.of(List.of("UCB1", "softmax, τ 0.1", "a; b"))).isEqualTo("UCB1, 'softmax, τ 0.1', 'a; b'");
    }
}
