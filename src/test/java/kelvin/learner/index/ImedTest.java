package kelvin.learner.index;

import kelvin.learner.IndexTable;
import kelvin.learner.RewardFamily;
import org.junit.jupiter.api.Test;

class ImedTest {
    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new Imed(RewardFamily.BERNOULLI, 1), "imed_if_best_is_0.7_hex");
    }
}
