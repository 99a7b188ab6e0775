package kelvin.bandit.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Slates;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.slate.SemiBandit;
import kelvin.bandit.slate.SlateBandit;
import kelvin.contract.Slate;
import kelvin.model.feature.DataTable;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Numeric;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class MultiLabelTest implements TestbedContract {
    private static final FeatureMap NUMBER = new FeatureMap(new Numeric("n"));

    private static Map<String, RightAnswer> answers() {
        Map<String, RightAnswer> answers = new LinkedHashMap<>();
        answers.put("even", new RightAnswer("digit", List.of("0", "2", "4", "6", "8")));
        answers.put("prime", new RightAnswer("digit", List.of("2", "3", "5", "7")));
        answers.put("flag", new RightAnswer("flag", List.of("1")));
        return answers;
    }

    private static MultiLabel world() {
        DataTable table = new DataTable(Stream.concat(
                        Stream.of("n,digit,flag"),
                        IntStream.range(0, 40).mapToObj(i -> i + "," + i % 10 + "," + (i < 10 ? 1 : 0)))
                .toList());
        return new MultiLabel(table, answers(), NUMBER, RowOrder.CYCLED);
    }

    @Override
    public Testbed testbed() {
        return world();
    }

    @Test
    void eachRightAnswerPaysOne() {
        Bandit bandit = Worlds.open(world(), 40);
        assertThat(Worlds.means(bandit)).containsExactly(new double[] {0.5, 0.4, 0.25}, within(1e-15));
        for (int step = 1; step <= 40; step++) {
            bandit.advance(step);
            int row = (int) bandit.context().numbers()[0];
            double[] right = {
                row % 2 == 0 ? 1 : 0, List.of(2, 3, 5, 7).contains(row % 10) ? 1 : 0, row < 10 ? 1 : 0,
            };
            assertThat(Worlds.means(bandit)).containsExactly(right);
            assertThat(IntStream.range(0, 3).mapToDouble(bandit::pull)).containsExactly(right[0], right[1], right[2]);
        }
    }

    @Test
    void withACostTheRightAnswersMakeTheBestSlate() {
        SlateBandit bandit = new SemiBandit(world(), 0, 3, 0.5).open(Seed.of(1), 40);
        for (int step = 1; step <= 40; step++) {
            bandit.advance(step);
            assertThat(bandit.context().numbers()).hasSize(1);
            int[] right =
                    IntStream.range(0, 3).filter(arm -> bandit.mean(arm) > 0).toArray();
            Slate best = Slates.of(3, right);
            assertThat(bandit.benchmark()).isEqualTo(right.length * 0.5).isEqualTo(Slates.best(bandit, 0, 3));
            assertThat(bandit.optimal(best)).isTrue();
            bandit.show(best);
            assertThat(best.payoff()).isEqualTo(bandit.benchmark());
        }
    }

    @Test
    void armsAreNamedByTheirAnswersAlsoInSlates() {
        assertThat(world().armNames())
                .containsExactlyElementsOf(world().answers().keySet());
        assertThat(new SemiBandit(world(), 0, 3, 0.5).armNames()).isEqualTo(world().armNames());
    }

    @Test
    void answersThatAreNeverRightAreRefused() {
        DataTable table = new DataTable(List.of("n,x", "1,0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new MultiLabel(table, Map.of("a", new RightAnswer("x", List.of("1"))), NUMBER, RowOrder.ONCE))
                .withMessage("answers = '1' of x, must be a text that some row has there: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MultiLabel(table, Map.of(), NUMBER, RowOrder.ONCE))
                .withMessage("answers = none, must be at least one");
    }
}
