package kelvin.learner;

import org.junit.jupiter.api.Test;

class KlUcbTest {
    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new KlUcb(Family.BERNOULLI, 1, 0), "kl_ucb_hex");
    }
}
