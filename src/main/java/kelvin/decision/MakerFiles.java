package kelvin.decision;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files that a decision maker's records go to, its own or shared ones. */
interface MakerFiles extends Closeable {
    /** Returns what had to be left out on opening. */
    List<String> notes();

    /** Returns the decision maker's own folder; null where the files are shared. */
    @Nullable
    Store store();

    /** Returns when everything done before this call is on disk. */
    void commit() throws IOException;

    /** Follows a journal that has grown long by the next; called without a lock. */
    void rotateIfLong();

    /** Rotates the journal where there are files. */
    static void rotateIfLong(@Nullable MakerFiles files) {
        if (files != null) {
            files.rotateIfLong();
        }
    }

    /** Writes the state, so that opening it again needs no earlier line. */
    void save() throws IOException;
}
