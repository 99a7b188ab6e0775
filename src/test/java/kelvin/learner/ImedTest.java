package kelvin.learner;

import org.junit.jupiter.api.Test;

class ImedTest {
    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new Imed(Family.BERNOULLI, 1), "imed_if_best_is_0.7_hex");
    }
}
