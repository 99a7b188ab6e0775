package kelvin.experiment;

import java.time.Duration;

/**
 * What playing an experiment took.
 *
 * @param wall how long it took, by the clock
 * @param decisions how many decisions were made, without those that had been saved before
 */
public record Effort(Duration wall, long decisions) {}
