package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.learner.ValueLearner;
import org.junit.jupiter.api.Test;

/** The learners that are held against other programs are those that the other programs speak of. */
class ReferenceLearnersTest {
    private static ValueLearner learner(String policy, String words) {
        return (ValueLearner)
                ReferenceLearners.of("refsim.c", policy, words, 10).orElseThrow();
    }

    @Test
    void armsAreForcedWhereARowSaysSoAndNowhereElse() {
        List<Row> rows = Reference.rows("statistics.csv")
                .filter(row -> row.text("parameters").matches(".*(Q0=|each arm once).*"))
                .filter(row -> row.text("policy").matches(".*greedy|softmax.*")
                        && !row.text("policy").startsWith("eps_n"))
                .filter(row -> row.text("source").matches("(refsim|Shangtong).*"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(1000);
        for (Row row : rows) {
            String words = row.text("parameters");
            assertThat(learner(row.text("policy"), words).tryEachArmFirst())
                    .as(words)
                    .isEqualTo(words.contains("each arm once"));
        }
        assertThat(learner("greedy", "Q0=0; no forced pulls; ties 1/2").tryEachArmFirst())
                .isFalse();
    }

    @Test
    void nothingComparedIsNoAgreement() {
        assertThat(StatisticsTest.near(Double.NaN)).isFalse();
        assertThat(StatisticsTest.near(-4)).isTrue();
        assertThat(StatisticsTest.near(Double.POSITIVE_INFINITY)).isFalse();
    }
}
