package kelvin.decision.family;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kelvin.decision.DecisionEvents;
import kelvin.decision.DecisionListener;
import kelvin.decision.journal.FolderLock;
import kelvin.decision.journal.Journal;

/** Keeps a family's folder locked before each write, passes on the events of its journals, and holds the listeners of its contexts. */
final class FamilyEvents {
    private final FolderLock lock;
    private final DecisionEvents files;
    private final List<DecisionListener> listeners = new CopyOnWriteArrayList<>();

    FamilyEvents(FolderLock lock, DecisionEvents files) {
        this.lock = lock;
        this.files = files;
    }

    /** Returns the events of the journals. */
    DecisionEvents files() {
        return files;
    }

    void listen(DecisionListener listener) {
        files.listen(listener);
        listeners.add(listener);
    }

    /** Returns the listeners; none is ever removed. */
    List<DecisionListener> listeners() {
        return listeners;
    }

    /** Returns the guard of the journals of a shard, whose failures are its own. */
    Journal.Guard guard(Path shard) {
        return files.guard(lock, shard);
    }
}
