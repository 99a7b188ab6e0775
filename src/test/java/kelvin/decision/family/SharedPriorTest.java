package kelvin.decision.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import kelvin.decision.ContextMaker.Prior;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.decision.State;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalSequence;
import kelvin.learner.index.Ucb1;
import kelvin.model.Features;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new context of a family starts from what the others have learned, as the formula says, and its first line tells it. */
class SharedPriorTest {
    private static final SharedPrior SHARED = new SharedPrior(3, 40);
    private static final Settings RULES = new Settings(new Softmax(0.6), 3, Seed.of(7))
            .names(List.of("a", "b", "c"))
            .initialValue(0.4);
    private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(1_000_000);

    @TempDir
    private Path temporary;

    /** The rewards of each arm in each context, by which the formula is computed independently. */
    private final List<List<List<Double>>> rewards = new ArrayList<>();

    private int copies;

    private DecisionMakers open(Path root) throws IOException {
        return DecisionMakers.open(root, RULES, 4, 1, CLOCK, SHARED);
    }

    private static void live(DecisionMaker maker, int decisions, UniformRandomProvider random, List<List<Double>> own) {
        long before = maker.state().decisions();
        for (long i = before; i < before + decisions; i++) {
            int action = maker.decide("id " + i).action();
            double reward = action * 0.3 + random.nextDouble();
            own.get(action).add(reward);
            maker.reward("id " + i, reward);
        }
    }

    private void live(DecisionMakers makers, int context, int decisions) throws IOException {
        while (rewards.size() <= context) {
            rewards.add(IntStream.range(0, 3)
                    .mapToObj(action -> (List<Double>) new ArrayList<Double>())
                    .toList());
        }
        UniformRandomProvider random = Seed.of(100L * context + decisions).generator();
        makers.with("visitor " + context, maker -> {
            live(maker, decisions, random, rewards.get(context));
            return maker;
        });
    }

    private static double mean(List<Double> all) {
        return all.stream().mapToDouble(each -> each).sum() / all.size();
    }

    /** Computes the prior of an arm from all rewards, by two passes; null if it has none. */
    private @Nullable Prior formula(int action) {
        List<List<Double>> of = rewards.stream()
                .map(context -> context.get(action))
                .filter(all -> !all.isEmpty())
                .toList();
        int k = of.size();
        int n = of.stream().mapToInt(List::size).sum();
        if (k < 3 || n - k < 3) {
            return null;
        }
        List<Double> means = of.stream().map(SharedPriorTest::mean).toList();
        double value = mean(means);
        double within = 0;
        double h = 0;
        double between = 0;
        for (int i = 0; i < k; i++) {
            for (double reward : of.get(i)) {
                within += Math.pow(reward - means.get(i), 2) / (n - k);
            }
            h += 1.0 / of.get(i).size() / k;
            between += Math.pow(means.get(i) - value, 2) / (k - 1);
        }
        double tau = Math.max(0, between - within * h);
        return new Prior(action, value, Math.round(Math.min(40, within / (tau + (tau + within * h) / k))));
    }

    private void compare(List<Prior> prior) {
        List<Prior> expected = IntStream.range(0, 3)
                .mapToObj(this::formula)
                .filter(Objects::nonNull)
                .toList();
        assertThat(prior).hasSameSizeAs(expected);
        for (int i = 0; i < prior.size(); i++) {
            assertThat(prior.get(i).action()).isEqualTo(expected.get(i).action());
            assertThat(prior.get(i).value()).isCloseTo(expected.get(i).value(), within(1e-12));
            assertThat(prior.get(i).weight()).isEqualTo(expected.get(i).weight());
        }
    }

    private Path family() throws IOException {
        Path root = temporary.resolve("family");
        for (int life = 0; life < 3; life++) {
            try (DecisionMakers makers = open(root)) {
                for (int context = 0; context < 12 + 4 * life; context++) {
                    live(makers, context, 1 + (5 * context + life) % 9);
                    compare(makers.prior("anyone"));
                }
                if (life == 1) {
                    makers.save();
                    live(makers, 2, 3);
                }
            }
        }
        return root;
    }

    @Test
    void thePriorIsThatOfTheFormulaAlsoAfterRestarts() throws IOException {
        Path root = family();
        List<Prior> before;
        try (DecisionMakers makers = open(root)) {
            compare(makers.prior("anyone"));
            before = makers.prior("anyone");
            assertThat(before).hasSize(3).allMatch(prior -> prior.weight() > 0);
            State fresh = makers.with("newcomer", DecisionMaker::state);
            for (Prior prior : before) {
                assertThat(fresh.arms().get(prior.action()).value()).isEqualTo(prior.value());
                assertThat(fresh.arms().get(prior.action()).count()).isEqualTo(prior.weight());
                assertThat(fresh.arms().get(prior.action()).name())
                        .isEqualTo(RULES.names().get(prior.action()));
            }
        }
        for (long number : IndexFile.numbers(root.resolve("shard-0000"))) {
            Files.delete(IndexFile.file(root.resolve("shard-0000"), number));
        }
        try (DecisionMakers makers = DecisionMakers.open(root, RULES, 4)) { // the family keeps its own
            assertThat(makers.prior("anyone")).isEqualTo(before);
        }
        FamilyCheck check = FamilyCheck.of(root, RULES);
        assertThat(check.differences()).isEmpty();
        assertThat(check.clean()).isTrue();
    }

    @Test
    void contextsThatAreErasedPrunedOrSalvagedLeaveTheSums() throws IOException {
        Path root = family();
        FamilyErasure.context(root, "visitor 3", CLOCK);
        FamilyErasure.ids(root, "visitor 4", List.of("id 0", "id 1"), CLOCK);
        try (DecisionMakers makers = open(root)) {
            compare(makers.prior("anyone"));
            live(makers, 5, 2);
            makers.save();
            assertThat(makers.prune(CLOCK.instant())).isPositive();
            live(makers, 6, 2);
            live(makers, 50, 2);
            compare(makers.prior("anyone"));
        }
        assertThat(FamilyCheck.of(root, RULES).differences()).isEmpty();
        Path rescued = temporary.resolve("rescued");
        assertThat(FamilySalvage.write(root, rescued).lost()).isEmpty();
        assertThat(FamilyCheck.of(rescued, RULES).differences()).isEmpty();
        try (DecisionMakers makers = open(rescued)) {
            compare(makers.prior("anyone"));
        }
    }

    @Test
    void afterLostLinesOnlyTheirOwnContextDiffers() throws IOException {
        Path root = family();
        Path journal = JournalSequence.file(root.resolve("shard-0000"), 1);
        Files.writeString(
                journal, Files.readString(journal).replaceFirst("\"reward\":\"id 1\"", "\"reward\":\"id 2\""));
        Path rescued = temporary.resolve("rescued");
        assertThat(FamilySalvage.write(root, rescued).lost()).isNotEmpty();
        FamilyCheck check = FamilyCheck.of(rescued, RULES);
        assertThat(check.differences()).isEmpty();
        assertThat(check.skipped()).isPositive();
        try (DecisionMakers makers = open(rescued)) {
            live(makers, 60, 2);
            makers.save();
            live(makers, 61, 2);
        }
        assertThat(FamilyCheck.of(rescued, RULES).differences()).isEmpty();
    }

    private Path copy() {
        return temporary.resolve("forged " + copies++);
    }

    @Test
    void aForgedPriorOrCountIsFound() throws IOException {
        Path root = family();
        String journal = Files.readString(JournalSequence.file(root.resolve("shard-0000"), 1));
        String prior = journal.lines()
                .filter(line -> line.startsWith("{\"prior\":"))
                .findFirst()
                .orElseThrow();
        String weight = prior.substring(0, prior.indexOf(']'));
        assertThat(FamilyCheck.of(ForgedFamily.of(root, copy(), weight, weight), RULES)
                        .clean())
                .isTrue();
        assertThat(FamilyCheck.of(ForgedFamily.of(root, copy(), weight, weight + "1"), RULES)
                        .differences())
                .anyMatch(line -> line.contains(": prior: recorded and computed: "));
        assertThat(FamilyCheck.of(ForgedFamily.of(root, copy(), "\"own\":[1,", "\"own\":[2,"), RULES)
                        .differences())
                .anyMatch(line -> line.contains(": own rewards before one: recorded and computed: "));
        assertThat(FamilyCheck.of(ForgedFamily.of(root, copy(), "\"shared\":[[1", "\"shared\":[[2"), RULES)
                        .differences())
                .anyMatch(line -> line.startsWith("start record: recorded and computed sums"));
    }

    @Test
    void theSettingIsThatOfTheFirstStart() throws IOException {
        Path root = family();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionMakers.open(root, RULES, 4, 1, CLOCK, SharedPrior.DEFAULT))
                .withMessage(
                        "shared = " + SharedPrior.DEFAULT + ", must be that of the family's first start, " + SHARED);
        Files.delete(root.resolve("family.json"));
        assertThatExceptionOfType(DamagedFile.class)
                .isThrownBy(() -> DecisionMakers.open(root, RULES, 4, 1, CLOCK))
                .withMessageContaining("found journals with the sums of a shared prior");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionMakers.open(
                        temporary.resolve("new"),
                        new Settings(new Ucb1(), 3, Features.NONE, Seed.of(1)),
                        4,
                        1,
                        CLOCK,
                        SHARED))
                .withMessageContaining("absent where a learner decides");
        Path alone = temporary.resolve("alone");
        DecisionMakers.open(alone, RULES, 4, 1, CLOCK).close();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DecisionMakers.open(alone, RULES, 4, 1, CLOCK, SHARED))
                .withMessageEndingWith("that of the family's first start, none");
    }

    /** Rewards that do not vary weigh as many as there are where contexts are equal, and nothing where these differ. */
    @Test
    void specialValues() {
        SharedSums equal = new SharedSums();
        SharedSums differing = new SharedSums();
        SharedSums large = new SharedSums();
        for (int context = 0; context < 4; context++) {
            OwnRewards[] own = {new OwnRewards(), new OwnRewards(), new OwnRewards()};
            for (int i = 0; i < 2; i++) {
                double[] values = {0.25, context, 1e200 * (i + context)};
                SharedSums[] sums = {equal, differing, large};
                for (int which = 0; which < 3; which++) {
                    OwnRewards.Reward next = own[which].next(0, values[which]);
                    own[which].add(next);
                    sums[which].add(next);
                }
            }
        }
        assertThat(equal.prior(SHARED, 1)).containsExactly(new Prior(0, 0.25, 8));
        assertThat(equal.prior(new SharedPrior(2, 3), 1)).containsExactly(new Prior(0, 0.25, 3));
        assertThat(equal.prior(new SharedPrior(5, 3), 1)).isEmpty();
        assertThat(equal.prior(SHARED, 0)).isEmpty();
        assertThat(differing.prior(SHARED, 1)).containsExactly(new Prior(0, 1.5, 0));
        assertThat(large.prior(SHARED, 1)).isEmpty();
        assertThat(large.json()).isEqualTo("[[]]");
    }
}
