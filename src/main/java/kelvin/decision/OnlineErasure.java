package kelvin.decision;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import kelvin.decision.erasure.RunningErasure;
import kelvin.decision.journal.FolderSwap;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.memory.DecisionKey;

/** Erases ids from the folder and the memory of a decision maker that goes on. No snapshot is written meanwhile. */
record OnlineErasure(Store store, LockedState lockedState, Set<DecisionKey> ids) {
    /** Replaces ids in memory by pseudonyms, and returns how many were there. */
    static long inMemory(MutableState state, Set<DecisionKey> ids) {
        long found = 0;
        for (DecisionKey name : ids) {
            int slot = state.recent().slot(name);
            if (slot >= 0) {
                long step = state.recent().step(state.recent().index(slot));
                state.recent().rename(slot, state.name(RunningErasure.pseudonym(step)));
                found++;
            }
        }
        return found;
    }

    /** Writes the closed journals and the snapshots anew, then, under the lock, the present journal, and puts all in force. */
    long run(long time) throws IOException {
        Set<String> names = ids.stream().map(DecisionKey::id).collect(Collectors.toSet());
        String link = store.journal().end().link();
        RunningErasure erasure = new RunningErasure(store.folder(), null, names, link, time);
        try {
            erasure.rewrite(store.generation(), (line, at) -> {});
            lockedState.locked(state -> {
                finish(erasure);
                return inMemory(state, ids);
            });
            return erasure.records();
        } finally {
            if (!FolderSwap.isInterrupted(store.folder())) {
                FolderSwap.finish(store.folder()); // removes what is not in force
            }
        }
    }

    private void finish(RunningErasure erasure) throws IOException {
        try {
            store.commit();
            JournalReader.End end =
                    erasure.finish(store.generation(), store.journal().end());
            if (erasure.records() > 0) {
                store.reopen(end);
            }
        } catch (IOException e) {
            if (FolderSwap.isInterrupted(store.folder())) {
                store.journal().close(); // so that nothing is written that the new files would replace
            }
            throw e;
        }
    }
}
