package kelvin.cli.decisions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import kelvin.decision.ContextCheck;
import kelvin.decision.ReplayCheck;
import kelvin.decision.family.FamilyRedraw;
import kelvin.decision.family.FamilySummary;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JsonMembers;
import org.jspecify.annotations.Nullable;

/**
 * Finds the propensities of all actions of each decision by drawing it again from the state it was made in, line by line. Those of
 * decisions after a line that is missing are unknown.
 */
final class RedrawnPropensities implements JournalReader.Reader {
    private JournalReader.Reader redraw = line -> {};
    private Supplier<double @Nullable []> propensities = () -> null;

    RedrawnPropensities(Path folder, ReplayCheck.Texts texts) throws IOException {
        if (FamilySummary.isFamily(folder)) {
            FamilyRedraw family = new FamilyRedraw(texts);
            redraw = family;
            propensities = family::propensities;
        } else {
            try {
                ContextCheck alone = ContextCheck.alone(folder, texts);
                redraw = alone::line;
                propensities = alone::propensities;
            } catch (DamagedFile e) {
                // the journals tell what was decided also without the state before them
            }
        }
    }

    @Override
    public void line(JsonMembers line) {
        try {
            redraw.line(line);
        } catch (IllegalArgumentException e) {
            redraw = later -> {};
            propensities = () -> null;
        }
    }

    /** Returns the propensities at the latest line, not to be kept; null if they are not known. */
    double @Nullable [] get() {
        return propensities.get();
    }
}
