package kelvin.learner.contextual;

import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.Players;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.policy.PolicySchedule;

/** One decision on fixed predictions, for the tests of outlooks. */
final class Decision {
    private Decision() {}

    /** A player that has seen the context of its first decision. */
    static Learner player(FixedBeliefs model, Outlook outlook, PolicySchedule policy, long seed) {
        int actions = model.deviations().length;
        Learner player = new ContextualLearner(model, policy, outlook, false)
                .create(new BanditTask(actions, 100, new Features(1, 0)), Players.random(seed));
        player.see(1, Context.of(actions, 1));
        return player;
    }

    static double[] probabilities(FixedBeliefs model, Outlook outlook, PolicySchedule policy) {
        double[] p = new double[model.deviations().length];
        if (!player(model, outlook, policy, 1).probabilities(1, p)) {
            throw new IllegalStateException("has no probabilities");
        }
        return p;
    }
}
