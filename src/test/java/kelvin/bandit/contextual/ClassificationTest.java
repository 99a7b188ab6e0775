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
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Empirical;
import kelvin.contract.Rewards;
import kelvin.model.Features;
import kelvin.model.feature.Absent;
import kelvin.model.feature.DataTable;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Intercept;
import kelvin.model.feature.Numeric;
import kelvin.model.feature.Standardised;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class ClassificationTest implements TestbedContract {
    private static final FeatureMap NUMBER = new FeatureMap(new Numeric("n"), new Intercept());

    /** Row i holds the number i and the label i mod 3. */
    private static DataTable table(int rows) {
        return new DataTable(Stream.concat(
                        Stream.of("n,label"), IntStream.range(0, rows).mapToObj(i -> i + "," + i % 3))
                .toList());
    }

    private static Classification guessing(int rows, RowOrder order) {
        return new Classification(table(rows), "label", NUMBER, Map.of(), order);
    }

    private static Map<String, Map<String, Arm>> payoffs() {
        Arm nothing = new Constant(0);
        return Map.of(
                "0", Map.of("eat", new Empirical(List.of(5.0, -35.0)), "leave", nothing),
                "1", Map.of("eat", new Bernoulli(0.75), "leave", nothing),
                "2", Map.of("eat", new Constant(5), "leave", nothing));
    }

    @Override
    public Testbed testbed() {
        return new Classification(table(57), "label", NUMBER, payoffs(), RowOrder.RESAMPLED);
    }

    private static int[] rows(Bandit bandit, int steps) {
        return IntStream.rangeClosed(1, steps)
                .peek(bandit::advance)
                .map(step -> (int) bandit.context().numbers()[0])
                .toArray();
    }

    @Test
    void onePassMeetsEveryRowOnceAndIsNoLonger() {
        int[] once = rows(Worlds.open(guessing(90, RowOrder.ONCE), 90), 90);
        assertThat(once).containsExactlyInAnyOrder(IntStream.range(0, 90).toArray());
        assertThat(rows(guessing(90, RowOrder.ONCE).open(Seed.of(2), 9), 90)).isNotEqualTo(once);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.open(guessing(90, RowOrder.ONCE), 91))
                .withMessage("order = once, of 90 rows, must be cycled or resampled for a horizon of 91");
    }

    @Test
    void cyclesAreOnePassAfterTheOther() {
        int[] cycled = rows(Worlds.open(guessing(30, RowOrder.CYCLED), 90), 90);
        int[] all = IntStream.range(0, 30).toArray();
        for (int pass = 0; pass < 3; pass++) {
            assertThat(IntStream.of(cycled).skip(30L * pass).limit(30))
                    .containsExactlyInAnyOrder(IntStream.of(all).boxed().toArray(Integer[]::new));
        }
        assertThat(IntStream.of(cycled).limit(30).toArray())
                .isEqualTo(rows(Worlds.open(guessing(30, RowOrder.ONCE), 30), 30))
                .isNotEqualTo(IntStream.of(cycled).skip(30).limit(30).toArray());
    }

    @Test
    void resamplingDrawsRowsEvenly() {
        int[] drawn = rows(Worlds.open(guessing(3, RowOrder.RESAMPLED), 3000), 3000);
        double[] ones = IntStream.of(drawn).mapToDouble(row -> row == 0 ? 1 : 0).toArray();
        assertThat(Worlds.deviation(ones, 1 / 3.0)).isLessThan(4.5);
        assertThat(Worlds.deviation(ones, 0.4)).isGreaterThan(4.5);
    }

    @Test
    void theRightGuessPaysOne() {
        Classification world = guessing(90, RowOrder.ONCE);
        assertThat(world.actions()).containsExactly("0", "1", "2");
        assertThat(world.groups()).containsExactly("0", "1", "2");
        assertThat(world.featureNames()).containsExactly("n", "1");
        assertThat(world.features()).isEqualTo(new Features(2, 0));
        assertThat(world.rewards()).isEqualTo(Rewards.BINARY);
        Bandit bandit = Worlds.open(world, 90);
        assertThat(Worlds.means(bandit)).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
        for (int step = 1; step <= 90; step++) {
            bandit.advance(step);
            int label = (int) bandit.context().numbers()[0] % 3;
            assertThat(bandit.group()).isEqualTo(label);
            for (int arm = 0; arm < 3; arm++) {
                assertThat(bandit.mean(arm)).isEqualTo(arm == label ? 1 : 0);
                assertThat(bandit.pull(arm)).isEqualTo(bandit.mean(arm));
            }
        }
    }

    @Test
    void aTableOfPayoffsDecidesByLabelAndAction() {
        Classification world = new Classification(
                new DataTable(List.of("n,label", "1,e", "2,p")),
                "label",
                NUMBER,
                Map.of(
                        "e", Map.of("eat", new Constant(5)),
                        "p", Map.of("eat", new Empirical(List.of(5.0, -35.0)))),
                RowOrder.CYCLED);
        assertThat(world.rewards()).isEqualTo(Rewards.REAL);
        Bandit bandit = Worlds.open(world, 4000);
        assertThat(bandit.mean(0)).isEqualTo(-5);
        double bad = 0;
        double pulls = 0;
        for (int step = 1; step <= 4000; step++) {
            bandit.advance(step);
            boolean poisonous = bandit.context().numbers()[0] == 2;
            assertThat(bandit.mean(0)).isEqualTo(poisonous ? -15 : 5);
            double paid = bandit.pull(0);
            assertThat(paid).isIn(5.0, poisonous ? -35.0 : 5.0);
            pulls += poisonous ? 1 : 0;
            bad += paid < 0 ? 1 : 0;
        }
        assertThat(Math.abs(bad / pulls - 0.5)).isLessThan(4.5 * Math.sqrt(0.25 / pulls));
    }

    /** The mushrooms of the reference: exact rewards per step of never and always eating, and of an oracle. */
    @Test
    void mushroomsPayOnAverageWhatTheyShould() {
        Map<String, Map<String, Arm>> payoffs = Map.of(
                "e", Map.of("eat", new Constant(5)),
                "p", Map.of("eat", new Empirical(List.of(5.0, -35.0))));
        Classification world =
                new Classification(Tables.read("mushroom.csv"), "class", FeatureMap.AUTOMATIC, payoffs, RowOrder.ONCE);
        assertThat(world.features()).isEqualTo(new Features(118, 0));
        assertThat(Worlds.open(world, 1).mean(0)).isCloseTo((5 * 4208 - 15 * 3916) / 8124.0, within(1e-12));
    }

    @Test
    void standardisationOnTheGoFollowsTheOrderOfTheRepetition() {
        FeatureMap running = new FeatureMap(new Standardised(List.of("n"), List.of(), List.of(), true, Absent.REFUSE));
        Classification world = new Classification(table(30), "label", running, Map.of(), RowOrder.ONCE);
        int[] order = rows(Worlds.open(guessing(30, RowOrder.ONCE), 30), 30);
        for (int again = 0; again < 2; again++) {
            Bandit bandit = Worlds.open(world, 30);
            bandit.advance(1);
            assertThat(bandit.context().numbers()).containsExactly(0);
            bandit.advance(2);
            assertThat(bandit.context().numbers()).containsExactly(Math.signum(order[1] - order[0]));
        }
    }

    @Test
    void whatIsImpossibleIsRefused() {
        refused("labl", Map.of(), "label = 'labl', must be a column of the table: n, label");
        refused("gap", Map.of(), "row 1, column gap: found nothing, must be a label");
        refused(
                "label",
                Map.of("0", Map.of("eat", new Constant(1))),
                "payoffs = nothing for the label '1', must be given for all: 0, 1, 2");
        Map<String, Map<String, Arm>> ragged = new LinkedHashMap<>();
        ragged.put("0", Map.of("eat", new Constant(1)));
        ragged.put("1", Map.of("leave", new Constant(1)));
        ragged.put("2", Map.of("eat", new Constant(1)));
        refused(
                "label",
                ragged,
                "payoffs = leave for the label '1', must be given for the same actions as for the first: eat");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Classification(table(3), "label", new FeatureMap(new Numeric("label"))))
                .withMessage("columns = 'label', which is the answer, must be among: n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Classification(table(0), "label", NUMBER))
                .withMessage("label = no row, must be in at least one");
    }

    private static void refused(String label, Map<String, Map<String, Arm>> payoffs, String message) {
        DataTable table = label.equals("gap") ? new DataTable(List.of("n,gap", "1,")) : table(9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Classification(table, label, NUMBER, payoffs, RowOrder.ONCE))
                .withMessage(message);
    }
}
