package kelvin.experiment;

import kelvin.evaluation.DecisionStream;
import kelvin.evaluation.LogContexts;

/** A log in files, read anew for each use, whose decisions have been counted and whose columns have been seen at the first reading. */
abstract class StreamedLog implements DecisionStream {
    final ColumnContexts contexts;
    int size;

    StreamedLog(ColumnContexts contexts) {
        this.contexts = contexts;
    }

    @Override
    public final int size() {
        return size;
    }

    @Override
    public final LogContexts contexts() {
        return contexts;
    }
}
