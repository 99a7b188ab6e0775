package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import kelvin.contract.Stability;

/**
 * The time and the number of decisions that playing an experiment took.
 *
 * @param wall how long it took, by the clock
 * @param decisions how many decisions were made, without those that had been saved before
 * @param seconds how long each learner played, by label, added up over threads and sessions
 */
@Stability(MAY_CHANGE)
public record Effort(Duration wall, long decisions, Map<String, Double> seconds) {
    public Effort {
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /**
     * Creates an effort without the time of each learner.
     *
     * @param wall how long it took, by the clock
     * @param decisions how many decisions were made
     */
    public Effort(Duration wall, long decisions) {
        this(wall, decisions, Map.of());
    }
}
