package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.model.Context;
import kelvin.model.Model;
import kelvin.random.Seed;

/** The outlook that shows the policy the predictions themselves, whatever their uncertainty. */
@Summary("the model's predictions as they are")
@Stability(MAY_CHANGE)
public record Mean() implements Outlook {
    @Override
    public Views on(Model model, Seed seed) {
        return new Values(model);
    }

    private record Values(Model model) implements Views {
        @Override
        public void write(int view, long step, Context context, BitSet open, double[] out) {
            model.values(context, out);
        }
    }
}
