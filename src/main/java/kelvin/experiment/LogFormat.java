package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.model.feature.FeatureMap;
import org.jspecify.annotations.Nullable;

/**
 * The way in which decisions are read from a file.
 *
 * @param columns the names of a CSV's columns for action, reward and propensity; empty for {@code action, reward, propensity} or
 *     {@code item_id, click, propensity_score}, whichever are there
 * @param context the columns of a CSV that are seen before a decision, or the features {@code x0}, {@code x1}, … that the decisions of a
 *     journal record; empty for none
 * @param features the features made of them; null for numbers standardised, texts one-hot, and a constant
 * @param missing the reward of journal decisions of which there is none; null to leave them out
 * @param actions how many actions there are; null for those that occur, or the arms of a journal
 * @param ids the actions as the file has them, where it may have no others and they are not the numbers from 0; else empty
 * @param rewards the kind of rewards that is allowed
 */
@Stability(MAY_CHANGE)
public record LogFormat(
        List<String> columns,
        List<ContextColumn> context,
        @Nullable FeatureMap features,
        @Nullable Double missing,
        @Nullable Integer actions,
        List<Long> ids,
        Rewards rewards) {
    /** Decisions without contexts, in columns of known names, among the actions that occur. */
    public static final LogFormat DEFAULT =
            new LogFormat(List.of(), List.of(), null, null, null, List.of(), Rewards.REAL);

    /**
     * Returns the same format for so many actions.
     *
     * @param count how many actions there are
     * @return the format
     */
    public LogFormat among(int count) {
        return new LogFormat(columns, context, features, missing, count, ids, rewards);
    }
}
