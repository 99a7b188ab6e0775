package kelvin.decision.erasure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.decision.journal.JsonMembers;
import org.jspecify.annotations.Nullable;

/** The ids or the context to erase, and the pseudonyms that take their places. */
final class Erased {
    static final String KEY = "erased";
    static final String CONTEXT = "context";

    private static final String DECISION = "decision";
    private static final String REWARD = "reward";
    private static final String STATE = "of";
    private static final String REMEMBERED = "remembered";
    private static final int LINK_DIGITS = 16;
    private static final Set<String> PERSONAL = Set.of("features", "featuresSha256", "scores");

    private final @Nullable String context;
    private final @Nullable String pseudonym;
    private final @Nullable Set<String> ids;
    private final Map<String, Long> latest = new HashMap<>();
    private long records;
    private long rows;

    private Erased(@Nullable String context, @Nullable String pseudonym, @Nullable Set<String> ids) {
        this.context = context;
        this.pseudonym = pseudonym;
        this.ids = ids;
    }

    /**
     * Returns the description of what is to be erased. The pseudonym of a context is made of the time and of the link that the folder
     * ends with, which is another after each erasure and in each folder: no two contexts share one.
     *
     * @param context the context whose lines are concerned; null in a folder of one decision maker
     * @param ids the ids; null for all, and the context's name
     * @param time the time of the erasure, in milliseconds since 1970
     * @param link the link
     */
    static Erased of(@Nullable String context, @Nullable Collection<String> ids, long time, String link) {
        return ids == null
                ? new Erased(context, "erased at " + time + " after " + link.substring(0, LINK_DIGITS), null)
                : new Erased(context, null, Set.copyOf(ids));
    }

    /** Returns how many lines have been changed; where the journals with those lines have been removed, how many rows of snapshots. */
    long records() {
        return records > 0 ? records : rows;
    }

    /** Notes that a row of a snapshot has been changed. */
    void countRow() {
        rows++;
    }

    /** Returns true if a whole context is erased, which nobody resumes. */
    boolean isContext() {
        return pseudonym != null;
    }

    private boolean has(Object id) {
        return ids == null || (id instanceof String text && ids.contains(text));
    }

    /** Returns the members of a line without what is erased; the same map where nothing is. */
    Map<?, ?> members(JsonMembers line) {
        boolean own = context == null
                ? !line.has(CONTEXT)
                : line.has(CONTEXT) && line.text(CONTEXT).equals(context);
        if (!own || (line.has(KEY) && pseudonym == null)) {
            return line.map();
        } else if (line.has(KEY)) {
            return changed(line, "", 0); // its id is erased already
        }
        if (line.has(DECISION) && has(line.text(DECISION))) {
            latest.put(line.text(DECISION), line.whole("step"));
            return changed(line, DECISION, line.whole("step"));
        } else if (line.has(REWARD) && has(line.text(REWARD))) {
            long step = line.has("step") ? line.whole("step") : latest.getOrDefault(line.text(REWARD), 0L);
            return changed(line, REWARD, step);
        } else if (line.has(STATE)) {
            return state(line);
        }
        return pseudonym == null ? line.map() : changed(line, "", 0);
    }

    private Map<String, @Nullable Object> changed(JsonMembers line, String kind, long step) {
        records++;
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        line.map().forEach((key, value) -> {
            if (key.equals(kind)) {
                changed.put(kind, id(step));
            } else if (key.equals(CONTEXT) && pseudonym != null) {
                changed.put(CONTEXT, pseudonym);
            } else if (!(key instanceof String name && PERSONAL.contains(name))) {
                changed.put(String.valueOf(key), value);
            }
        });
        changed.put(KEY, pseudonym == null ? "id" : CONTEXT);
        return changed;
    }

    static String id(long step) {
        return "erased " + step;
    }

    private Map<?, ?> state(JsonMembers line) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        line.fields(STATE).map().forEach((key, value) -> state.put(String.valueOf(key), value));
        List<Object> rows = new ArrayList<>();
        boolean same = pseudonym == null;
        for (Object row : line.fields(STATE).list(REMEMBERED)) {
            Object now = row(row);
            same = same && now == row;
            rows.add(now);
        }
        if (same) {
            return line.map();
        }
        state.put(REMEMBERED, rows);
        if (pseudonym != null) {
            state.put("seed", List.of(0L, 0L)); // a hash of the name
            state.remove("learner"); // it has seen the features, and holds those of decisions whose rewards are to come
        }
        Map<String, @Nullable Object> changed = changed(line, "", 0);
        changed.put(STATE, state);
        if (pseudonym == null) {
            changed.remove(KEY);
        }
        return changed;
    }

    /** Returns the row of a remembered decision, [id, step, …], without an id that is erased; the same row where none is. */
    Object row(Object row) {
        if (row instanceof List<?> list && list.size() > 1 && has(list.get(0)) && list.get(1) instanceof Long step) {
            List<@Nullable Object> changed = new ArrayList<>(list);
            changed.set(0, id(step));
            return changed;
        }
        return row;
    }
}
