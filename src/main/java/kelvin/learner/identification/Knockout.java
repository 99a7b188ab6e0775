package kelvin.learner.identification;

import java.util.Arrays;
import kelvin.contract.StateFields;
import kelvin.learner.Recommender;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The player of contests with a fixed budget: all contenders are played equally often, then the worst leave, phase
 * after phase; the last one left is played for good.
 *
 * <p>A phase ends when its plays are made: rewards that come later are too late for it, not for the next.
 */
final class Knockout implements Recommender {
    private final Contenders contenders;
    private final long[] rounds;
    private final int[] kept;
    private int phase;

    /**
     * @param rounds how often each contender has been played in all at the end of each phase
     * @param kept how many are left then
     */
    Knockout(int actions, long[] rounds, int[] kept, UniformRandomProvider random) {
        this.contenders = new Contenders(actions, random);
        this.rounds = rounds;
        this.kept = kept;
    }

    @Override
    public int select(long step) {
        endPhases();
        int action = contenders.current();
        contenders.next();
        return action;
    }

    @Override
    public boolean probabilities(long step, double[] out) {
        endPhases();
        Arrays.fill(out, 0);
        out[contenders.current()] = 1;
        return true;
    }

    private void endPhases() {
        while (phase < rounds.length && contenders.rounds() == rounds[phase]) {
            contenders.keep(kept[phase]);
            phase++;
        }
    }

    @Override
    public void observe(long step, int action, double reward) {
        contenders.seen().update(action, reward);
    }

    @Override
    public int recommendation() {
        return contenders.best();
    }

    @Override
    public void state(StateFields fields) {
        fields.part("contenders", contenders);
        phase = fields.whole("phase", phase, 0, rounds.length);
    }
}
