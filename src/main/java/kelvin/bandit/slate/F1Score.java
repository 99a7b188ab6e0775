package kelvin.bandit.slate;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.contract.Default;
import kelvin.contract.Slate;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.ExpectedF1;
import kelvin.random.Seed;

/**
 * A testbed that pays for a set of answers its F1 score against the set of right answers, and tells of each answer given whether it
 * is right.
 *
 * <pre>
 *   payoff of S = 2·|S ∩ Y|/(|S| + |Y|),   1 for S = Y = ∅;   Y = the arms that pay 1 at this step,   least ≤ |S| ≤ most
 *   regret of S = max over allowed S* of E F1(S*) − E F1(S)
 * </pre>
 *
 * <p>Expectations are over independent answers with the means of the step, given what is seen: exact around {@code LogisticContexts}, and
 * around {@code MultiLabel}, where Y is certain and the best score is 1 if Y has an allowed size. How many answers are worth giving
 * depends on all of their means: no threshold is right for all of them. What is seen of an answer that was given is 0 or 1, of the
 * others nothing, of the score no learner needs anything. A player of one action gives one answer and sees its score; before the
 * first step means are scores at average probabilities. Cost per step: about 4K² products for K arms, and a reward of each.
 *
 * @param testbed where the arms come from: rewards of 0 or 1, which exist for every arm at every step
 * @param least the fewest arms in a slate, at least 0
 * @param most the most arms in a slate, from 1 to the number of arms
 * @see <a href="https://jmlr.org/papers/v15/gentile14a.html">Gentile and Orabona (2014), On multilabel classification and ranking with
 *     bandit feedback</a>
 * @see ExpectedF1
 */
@Summary(
        "a set of answers earns its F1 score against the right ones; of each that is given it is told whether it is right")
@Stability(MAY_CHANGE)
public record F1Score(Testbed testbed, @Default("0") int least, int most) implements AnswerSetTestbed {
    public F1Score {
        AnswerSetTestbed.check(testbed, least, most);
        new ExpectedF1(testbed.size());
    }

    @Override
    public SlateBandit open(Seed seed, long horizon) {
        return new Answers(testbed.open(seed, horizon), new Scores(least, most, testbed.size()));
    }

    private static final class Answers extends AnswerSets {
        private final Scores scores;

        Answers(Bandit inner, Scores scores) {
            super(inner, new BestSlate(inner, (means, from) -> scores.best(means)));
            this.scores = scores;
        }

        @Override
        double payoff(int shown, int hits, int right) {
            return ExpectedF1.score(shown, hits, right);
        }

        @Override
        public double mean(Slate slate) {
            return scores.of(slate, inner());
        }
    }

    /** Expected scores of slates. */
    private static final class Scores {
        private final int least;
        private final int most;
        private final ExpectedF1 expected;
        private final double[] p;
        private final double[] prefixes;

        Scores(int least, int most, int arms) {
            this.least = least;
            this.most = most;
            this.expected = new ExpectedF1(arms);
            this.p = new double[arms];
            this.prefixes = new double[arms + 1];
        }

        double best(double[] ascending) {
            for (int i = 0; i < p.length; i++) {
                p[i] = ascending[p.length - 1 - i];
            }
            expected.ofPrefixes(p, prefixes);
            double best = 0;
            for (int size = least; size <= most; size++) {
                best = Math.max(best, prefixes[size]);
            }
            return best;
        }

        double of(Slate slate, Bandit arms) {
            int next = 0;
            for (int place = 0; place < slate.size(); place++) {
                p[next++] = arms.mean(slate.action(place));
            }
            for (int arm = 0; arm < p.length; arm++) {
                if (!slate.contains(arm)) {
                    p[next++] = arms.mean(arm);
                }
            }
            return expected.of(p, slate.size());
        }
    }
}
