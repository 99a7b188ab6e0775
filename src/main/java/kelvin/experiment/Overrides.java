package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Stability;
import kelvin.simulation.ReplicationPlan;
import kelvin.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of an experiment that the command line replaces; {@code null} keeps what the file says.
 *
 * @param seed {@code --seed}
 * @param repetitions {@code --repetitions}
 * @param horizon {@code --horizon}
 */
@Stability(MAY_CHANGE)
public record Overrides(
        @Nullable Long seed,
        @Nullable Integer repetitions,
        @Nullable Long horizon) {
    /** Keeps everything. */
    public static final Overrides NONE = new Overrides(null, null, null);

    /** Returns the experiment with these numbers in place of its own. */
    public Experiment in(Experiment file) {
        try {
            return new Experiment(
                    file.question(),
                    seed == null ? file.seed() : seed,
                    horizon == null ? file.horizon() : horizon,
                    repetitions == null ? file.repetitions() : new ReplicationPlan.Fixed(repetitions),
                    file.report(),
                    file.testbed(),
                    file.learners(),
                    file.baseline(),
                    file.sweep(),
                    file.trace(),
                    file.streams(),
                    file.chart());
        } catch (InvalidValue e) {
            if (e.name().equals("report")) {
                throw new BadInput("--horizon: below a step of the file's report list: " + e.problem());
            }
            if (e.name().equals("trace")) {
                throw new BadInput(
                        "--horizon, --repetitions: leave out what the file's trace asks for: " + e.problem());
            }
            throw new BadInput("--" + e.name() + ": " + e.problem());
        }
    }
}
