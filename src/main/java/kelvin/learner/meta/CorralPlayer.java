package kelvin.learner.meta;

import java.util.BitSet;
import java.util.List;
import kelvin.contract.StateFields;
import kelvin.learner.Learner;
import kelvin.learner.PendingChoices;
import kelvin.model.Context;
import kelvin.numeric.Weights;
import org.apache.commons.rng.UniformRandomProvider;

/** The player of {@link Corral}. A reward whose decision is no longer remembered is left aside. */
final class CorralPlayer implements Learner {
    private final List<Learner> players;
    private final CorralWeights trust;
    private final double[] theirs;
    private final UniformRandomProvider random;
    private final PendingChoices decisions = new PendingChoices();

    CorralPlayer(List<Learner> players, CorralWeights trust, int actions, UniformRandomProvider random) {
        this.players = players;
        this.trust = trust;
        this.theirs = new double[actions];
        this.random = random;
    }

    @Override
    public void see(long step, Context context) {
        players.forEach(player -> player.see(step, context));
    }

    @Override
    public int select(long step) {
        int player = Weights.draw(trust.probabilities, random);
        decisions.add(step, player, trust.probabilities[player]);
        return players.get(player).select(step);
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        double[] sum = new double[out.length];
        for (int j = 0; j < players.size(); j++) {
            if (!players.get(j).probabilities(step, theirs)) {
                return false;
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] += trust.probabilities[j] * theirs[i];
            }
        }
        System.arraycopy(sum, 0, out, 0, out.length);
        return true;
    }

    @Override
    public void forget(long step) {
        decisions.forget(step);
        players.forEach(player -> player.forget(step));
    }

    @Override
    public void observe(long step, int action, double reward) {
        int place = decisions.find(step);
        if (place >= 0) {
            decisions.remove(place);
            int player = decisions.choice(place);
            players.get(player).observe(step, action, reward);
            trust.learn(player, (1 - reward) / decisions.probability(place));
        }
    }

    @Override
    public void open(BitSet actions) {
        players.forEach(player -> player.open(actions));
    }

    @Override
    public void state(StateFields fields) {
        fields.parts("players", players);
        fields.part("trust", trust);
        fields.part("pending", decisions);
    }
}
