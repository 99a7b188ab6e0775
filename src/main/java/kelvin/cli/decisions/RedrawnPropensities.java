package kelvin.cli.decisions;

import java.io.IOException;
import java.nio.file.Path;
import kelvin.decision.ContextCheck;
import kelvin.decision.ReplayCheck;
import kelvin.decision.family.FamilySummary;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JsonMembers;
import org.jspecify.annotations.Nullable;

/**
 * Finds the propensities of all actions of each decision by drawing it again from the state it was made in, line by line. Those of a
 * family's contexts, and of decisions after a line that is missing, are unknown.
 */
final class RedrawnPropensities implements JournalReader.Reader {
    private @Nullable ContextCheck redraw;

    RedrawnPropensities(Path folder, ReplayCheck.Texts texts) throws IOException {
        try {
            redraw = FamilySummary.isFamily(folder) ? null : ContextCheck.alone(folder, texts);
        } catch (DamagedFile e) {
            // the journals tell what was decided also without the state before them
        }
    }

    @Override
    public void line(JsonMembers line) {
        try {
            if (redraw != null) {
                redraw.line(line);
            }
        } catch (IllegalArgumentException e) {
            redraw = null;
        }
    }

    /** Returns the propensities at the latest line, not to be kept; null if they are not known. */
    double @Nullable [] get() {
        return redraw == null ? null : redraw.propensities();
    }
}
