package kelvin.decision.family;

import java.util.List;
import kelvin.decision.ContextMaker;

/**
 * The lines of one context that tell its state.
 *
 * @param newest the place of the newest; 0 if there is none
 * @param oldest the place of the oldest of the lines told
 * @param told the lines from the newest state record on, or all, oldest first
 */
record ContextLines(long newest, long oldest, List<ContextMaker.Told> told) {}
