package kelvin.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SlateSizesTest {
    @Test
    void aRangeIncludesWhatLiesInIt() {
        SlateSizes wide = new SlateSizes(0, 3);
        assertThat(wide.include(SlateSizes.ONE)).isTrue();
        assertThat(wide.include(wide)).isTrue();
        assertThat(wide.include(new SlateSizes(2, 4))).isFalse();
        assertThat(SlateSizes.ONE.include(wide)).isFalse();
    }

    @Test
    void rangesAreToldInWords() {
        assertThat(SlateSizes.ONE).hasToString("1 action");
        assertThat(new SlateSizes(3, 3)).hasToString("3 actions");
        assertThat(new SlateSizes(0, 5)).hasToString("0 to 5 actions");
    }

    @Test
    void fewerThanTheLeastIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SlateSizes(3, 2))
                .withMessage("most = 2, must be >= 3");
    }
}
