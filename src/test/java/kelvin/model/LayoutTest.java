package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kelvin.contract.InvalidValue;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final Seed SEED = Seed.of(1);
    private static final List<ModelSpec> SHARED = List.of(
            new Ridge(1, Layout.SHARED, 1),
            new Logistic(1, Layout.SHARED),
            new LinearSgd(0.5, Layout.SHARED),
            new LogisticSgd(0.5, Layout.SHARED),
            new Bag(2, new Ridge(1, Layout.SHARED, 1)));

    @Test
    void actionsWithoutFeaturesOfTheirOwnShareNoCoefficients() {
        String message = "layout = shared, must be disjoint where actions have no features of their own: all would be"
                + " predicted to pay the same";
        assertThat(SHARED)
                .allSatisfy(model -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> model.create(2, new Features(3, 0), SEED))
                        .isInstanceOf(InvalidValue.class)
                        .withMessage(message));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearScorer(Layout.SHARED).create(2, new Features(3, 0), SEED))
                .withMessage(message);
    }

    @Test
    void featuresOfEachActionOrASingleActionMayBeShared() {
        assertThat(SHARED).allSatisfy(model -> {
            assertThatCode(() -> model.create(2, new Features(3, 1), SEED)).doesNotThrowAnyException();
            assertThatCode(() -> model.create(1, new Features(3, 0), SEED)).doesNotThrowAnyException();
        });
        for (Layout other : List.of(Layout.DISJOINT, Layout.HYBRID)) {
            assertThat(other.own(2, new Features(3, 0))).isEqualTo(3);
        }
    }
}
