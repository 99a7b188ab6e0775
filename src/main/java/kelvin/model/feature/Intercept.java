package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/** The constant feature 1, whose coefficient is what an action pays where all other features are 0. */
@Summary("the constant 1")
@Stability(MAY_CHANGE)
public record Intercept() implements FeaturePart {
    @Override
    public PartEncoder on(Examples examples) {
        return new One();
    }

    private record One() implements PartEncoder {
        @Override
        public List<String> names() {
            return List.of("1");
        }

        @Override
        public void write(Observation seen, double[] out, int from) {
            out[from] = 1;
        }
    }
}
