package kelvin.learner;

import org.junit.jupiter.api.Test;

class UcbAlphaTest {
    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new UcbAlpha(1), "ucb_alpha1_hex");
    }
}
