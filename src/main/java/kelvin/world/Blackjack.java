package kelvin.world;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Blackjack: a player against a dealer who sticks on any 17 or more; cards come from an endless pack.
 *
 * <pre>
 *   state: own sum 12 … 21, the dealer's card (1 is an ace), whether an own ace counts 11;   actions: hit, stick
 *   reward: 1 won, 0 drawn, −1 lost
 * </pre>
 *
 * <p>Below 12 the player always hits, which is no decision. Ace and ten at once win, unless the dealer has them too: that is a
 * state of its own, in which only stick is open.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), example 5.1</a>
 */
@Summary("hit or stick, against a dealer who sticks on 17")
@Stability(MAY_CHANGE)
public record Blackjack() implements World {
    /** The action that asks for another card. */
    static final int HIT = 0;

    /** The action that asks for no more cards. */
    static final int STICK = 1;

    private static final int ACE = 1;
    private static final int TEN = 10;

    /** The least sum of a hand with a decision: below it, another card cannot lose. */
    private static final int MIN_SUM = 12;

    /** The largest sum of a hand that has not lost. */
    private static final int MAX_SUM = 21;

    private static final int FIRST_NATURAL_STATE = 200;
    private static final int END_STATE = 210;

    /** A hand: its sum, and whether an ace counts 11 in it. */
    private record Hand(int sum, boolean usable) {
        Hand with(int card) {
            boolean eleven = card == ACE && sum + 11 <= MAX_SUM;
            int more = sum + (eleven ? 11 : card);
            boolean soft = usable || eleven;
            return more > MAX_SUM && soft ? new Hand(more - 10, usable && eleven) : new Hand(more, soft);
        }
    }

    /**
     * Returns the number of a state.
     *
     * @param sum the player's sum, in [12, 21]
     * @param dealer the dealer's card, in [1, 10]
     * @param usable whether an ace counts 11
     * @return the state
     */
    static int state(int sum, int dealer, boolean usable) {
        return (usable ? 100 : 0) + (sum - MIN_SUM) * 10 + dealer - 1;
    }

    @Override
    public int states() {
        return END_STATE + 1;
    }

    @Override
    public int actions() {
        return 2;
    }

    @Override
    public List<String> actionNames() {
        return List.of("hit", "stick");
    }

    private static double chance(int card) {
        return (card == TEN ? 4 : 1) / 13.0;
    }

    @Override
    public List<Transition> starts() {
        Map<Integer, Double> starts = new LinkedHashMap<>();
        for (int dealer = ACE; dealer <= TEN; dealer++) {
            for (int one = ACE; one <= TEN; one++) {
                for (int two = ACE; two <= TEN; two++) {
                    double chance = chance(dealer) * chance(one) * chance(two);
                    Hand hand = new Hand(0, false).with(one).with(two);
                    if (hand.sum == MAX_SUM) {
                        starts.merge(FIRST_NATURAL_STATE + dealer - 1, chance, Double::sum);
                    } else {
                        deal(hand, dealer, chance, starts);
                    }
                }
            }
        }
        return starts.entrySet().stream()
                .map(start -> new Transition(start.getValue(), start.getKey(), 0, 0))
                .toList();
    }

    private static void deal(Hand hand, int dealer, double chance, Map<Integer, Double> starts) {
        if (hand.sum >= MIN_SUM) {
            starts.merge(state(hand.sum, dealer, hand.usable), chance, Double::sum);
            return;
        }
        for (int card = ACE; card <= TEN; card++) {
            deal(hand.with(card), dealer, chance * chance(card), starts);
        }
    }

    @Override
    public List<Transition> outcomes(int state, int action) {
        if (state == END_STATE) {
            return List.of();
        } else if (state >= FIRST_NATURAL_STATE) {
            return action == HIT ? List.of() : natural(state - FIRST_NATURAL_STATE + 1);
        }
        int dealer = state % 10 + 1;
        Hand hand = new Hand(MIN_SUM + state % 100 / 10, state >= 100);
        return action == HIT ? hit(hand, dealer) : stick(hand.sum, dealer);
    }

    private static List<Transition> natural(int dealer) {
        double drawn = dealer == ACE ? chance(TEN) : dealer == TEN ? chance(ACE) : 0;
        return List.of(new Transition(1 - drawn, END_STATE, 1, 0), new Transition(drawn, END_STATE, 0, 0));
    }

    private static List<Transition> hit(Hand hand, int dealer) {
        List<Transition> outcomes = new ArrayList<>();
        for (int card = ACE; card <= TEN; card++) {
            Hand next = hand.with(card);
            outcomes.add(
                    next.sum > MAX_SUM
                            ? new Transition(chance(card), END_STATE, -1, 0)
                            : new Transition(chance(card), state(next.sum, dealer, next.usable), 0, 0));
        }
        return outcomes;
    }

    private static List<Transition> stick(int sum, int dealer) {
        double[] byReward = new double[3];
        play(new Hand(0, false).with(dealer), sum, 1, byReward);
        double all = byReward[0] + byReward[1] + byReward[2];
        return List.of(
                new Transition(byReward[0] / all, END_STATE, -1, 0),
                new Transition(byReward[1] / all, END_STATE, 0, 0),
                new Transition(byReward[2] / all, END_STATE, 1, 0));
    }

    /** Plays the dealer's hand to the end: adds up how likely the player loses, draws and wins. */
    private static void play(Hand dealer, int sum, double chance, double[] byReward) {
        if (dealer.sum >= 17) {
            int reward = dealer.sum > MAX_SUM ? 1 : Integer.signum(sum - dealer.sum);
            byReward[reward + 1] += chance;
            return;
        }
        for (int card = ACE; card <= TEN; card++) {
            play(dealer.with(card), sum, chance * chance(card), byReward);
        }
    }
}
