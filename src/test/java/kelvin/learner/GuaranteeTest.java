package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kelvin.contract.Guarantee;
import kelvin.contract.Rewards;
import kelvin.learner.adversarial.Exp3;
import kelvin.learner.adversarial.Exp3Anytime;
import kelvin.learner.adversarial.Exp3Ix;
import kelvin.learner.adversarial.Exp3PlusPlus;
import kelvin.learner.adversarial.Exp3S;
import kelvin.learner.adversarial.Hedge;
import kelvin.learner.adversarial.Rexp3;
import kelvin.learner.adversarial.TsallisInf;
import kelvin.learner.bayes.BayesUcb;
import kelvin.learner.bayes.Gittins;
import kelvin.learner.bayes.InformationDirected;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.bayes.ThompsonPoisson;
import kelvin.learner.bayes.TopTwoBeta;
import kelvin.learner.identification.LilUcb;
import kelvin.learner.identification.Lucb;
import kelvin.learner.identification.SequentialHalving;
import kelvin.learner.identification.SuccessiveElimination;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.learner.index.Dmed;
import kelvin.learner.index.EpsilonDecreasing;
import kelvin.learner.index.Imed;
import kelvin.learner.index.KlUcb;
import kelvin.learner.index.KlUcbPlus;
import kelvin.learner.index.KlUcbPlusPlus;
import kelvin.learner.index.Moss;
import kelvin.learner.index.MossAnytime;
import kelvin.learner.index.OcUcb;
import kelvin.learner.index.Ucb1;
import kelvin.learner.index.Ucb1Tuned;
import kelvin.learner.index.UcbAlpha;
import kelvin.learner.index.UcbV;
import kelvin.learner.meta.Corral;
import kelvin.learner.meta.DoublingTrick;
import kelvin.learner.nonstationary.Aggregate;
import kelvin.learner.nonstationary.CusumUcb;
import kelvin.learner.nonstationary.DiscountedUcb;
import kelvin.learner.nonstationary.GlrKlUcb;
import kelvin.learner.nonstationary.SlidingWindowUcb;
import kelvin.learner.nonstationary.ThompsonDsw;
import kelvin.learner.nonstationary.ThompsonWindow;
import kelvin.learner.slate.CombUcb1;
import org.junit.jupiter.api.Test;

/** Every learner whose Javadoc states a guarantee says for which rewards it holds, so that others can be refused or told of. */
class GuaranteeTest {
    private static final Pattern STATED = Pattern.compile(
            "regret (against|is|bound|of|over)|logarithmic regret|minimax|[^-]optimal|proven|probability of at (least|most)");
    private static final Pattern DECLARED =
            Pattern.compile("Optional<Guarantee> guarantee\\(\\)|Rewards rewards\\(\\)");

    private static List<Path> learners() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/kelvin/learner"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> read(file).matches("(?s).*implements (LearnerSpec|SlateSpec).*"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean states(String source) {
        int from = source.indexOf("/**");
        String javadoc = source.substring(from, source.indexOf("*/", from)).replaceAll("\\s*\\*\\s+", " ");
        return STATED.matcher(javadoc.replaceAll("@see[^@]*", "")).find();
    }

    @Test
    void whoStatesAGuaranteeDeclaresItsRewards() throws IOException {
        List<Path> stating =
                learners().stream().filter(file -> states(read(file))).toList();
        assertThat(stating).hasSizeGreaterThan(20);
        assertThat(stating).allMatch(file -> DECLARED.matcher(read(file)).find());
    }

    /** The rewards of the theorems: those in [0, 1] are 1/2-sub-Gaussian, whatever the learner plays besides. */
    @Test
    void aProofCoversTheRewardsOfItsTheorem() {
        assertThat(Stream.of(new Ucb1(), new UcbAlpha(2), new Moss(), new MossAnytime(1), new SuccessiveRejects())
                        .map(LearnerSpec::guarantee))
                .containsOnly(Optional.of(Guarantee.bound(0.5)));
        assertThat(new SequentialHalving().guarantee()).contains(Guarantee.bound(0.5));
        assertThat(new OcUcb(2, 0.5).guarantee()).contains(Guarantee.bound(1));
        assertThat(Stream.of(new DiscountedUcb(0.9, 0.6, 3), new SlidingWindowUcb(9, 0.6, 3))
                        .map(LearnerSpec::guarantee))
                .containsOnly(Optional.of(Guarantee.bound(1.5)));
        assertThat(Stream.of(new EpsilonDecreasing(5, 0.1), new SoftMix(1)).map(LearnerSpec::guarantee))
                .containsOnly(Optional.of(Guarantee.bound(Rewards.UNIT_INTERVAL)));
        assertThat(Stream.of(new LilUcb(0.1, 3, 1, 0.01), new Lucb(0.1, 0, 3), new SuccessiveElimination(0.1, 3))
                        .map(LearnerSpec::guarantee))
                .containsOnly(Optional.of(Guarantee.errorProbability(3)));
        Guarantee gumbel = new BoltzmannGumbel(1).guarantee().orElseThrow();
        assertThat(gumbel.covers(Rewards.REAL, 1e300)).isTrue();
        assertThat(gumbel.covers(Rewards.REAL, Double.POSITIVE_INFINITY)).isFalse();
        assertThat(new DoublingTrick(new Moss(), 8).guarantee()).isEqualTo(new Moss().guarantee());
    }

    private static Stream<LearnerSpec> ofFamily(RewardFamily family) {
        return Stream.of(
                new KlUcb(family, 4, 0),
                new KlUcbPlus(family, 4),
                new KlUcbPlusPlus(family, 4),
                new Imed(family, 4),
                new Dmed(family, 4));
    }

    /** Normal rewards of variance 4 have a standard deviation of 2; the rewards of other families say it all. */
    @Test
    void aProofForAFamilyCoversItsRewards() {
        assertThat(ofFamily(RewardFamily.GAUSSIAN).map(LearnerSpec::guarantee))
                .containsOnly(Optional.of(Guarantee.bound(2)));
        assertThat(ofFamily(RewardFamily.BERNOULLI).map(LearnerSpec::guarantee)).containsOnly(Optional.empty());
        assertThat(ofFamily(RewardFamily.BERNOULLI).map(LearnerSpec::rewards)).containsOnly(Rewards.UNIT_INTERVAL);
        assertThat(ofFamily(RewardFamily.POISSON).map(LearnerSpec::rewards)).containsOnly(Rewards.NON_NEGATIVE);
    }

    @Test
    void whoCountsOnRewardsFromZeroToOneIsGivenNoOthers() {
        assertThat(Stream.of(
                                new Exp3(0.1),
                                new Exp3Anytime(1),
                                new Exp3Ix(1),
                                new Exp3S(0.1, 0.1),
                                new Exp3PlusPlus(),
                                new Hedge(1),
                                new Rexp3(5, 0.1),
                                new TsallisInf(1),
                                new Gittins(0.9),
                                new TopTwoBeta(0.5, 9),
                                new InformationDirected(10),
                                new ThompsonBeta(1, 1),
                                new BayesUcb(true),
                                new GlrKlUcb(0.1, 0.1, true, 1),
                                new ThompsonWindow(5),
                                new ThompsonDsw(0.9, 5, Aggregate.MEAN),
                                new CusumUcb(5, 0.1, 1, 0.1, 1),
                                new Ucb1Tuned(),
                                new UcbV(),
                                new CombUcb1(1, 1.5),
                                new Corral(List.of(new Ucb1(), new Moss()), 0.1),
                                new DoublingTrick(new Exp3Ix(1), 8))
                        .map(LearnerSpec::rewards))
                .containsOnly(Rewards.UNIT_INTERVAL);
        assertThat(new ThompsonPoisson(1, 1).rewards()).isEqualTo(Rewards.COUNTS);
        assertThat(new Ucb1().rewards()).isEqualTo(Rewards.REAL);
    }

    @Test
    void aStatedGuaranteeIsRecognised() {
        assertThat(states("/** Its regret is at most so much. */ record")).isTrue();
        assertThat(states("/** Right with a probability of at\n * least 1 − δ. */ record"))
                .isTrue();
        assertThat(states("/** Chooses by a policy. @see <a>Optimal regret bounds proven</a> */ record"))
                .isFalse();
    }
}
