package kelvin.decision.family;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kelvin.decision.RecordedSettings;
import kelvin.decision.journal.JsonMembers;
import org.jspecify.annotations.Nullable;

/** The sections of a shard's journals: the settings that lines from a place on were written by. */
final class Sections {
    private final TreeMap<Long, RecordedSettings> from = new TreeMap<>();

    /** Adds a section, unless the one before it is of the same settings. */
    synchronized void add(long place, RecordedSettings rules) {
        Map.Entry<Long, RecordedSettings> before = from.floorEntry(place);
        if (before == null || !before.getValue().equals(rules)) {
            from.put(place, rules);
        }
    }

    /** Returns the settings that the line at a place was written by. */
    synchronized RecordedSettings at(long place) {
        Map.Entry<Long, RecordedSettings> section = from.floorEntry(place);
        if (section == null) {
            throw new IllegalArgumentException("found no settings for the line at " + Place.json(place));
        }
        return section.getValue();
    }

    /** Returns the settings of the newest section; null if there is none. */
    synchronized @Nullable RecordedSettings last() {
        return from.isEmpty() ? null : from.lastEntry().getValue();
    }

    synchronized List<Object> tree() {
        List<Object> tree = new ArrayList<>();
        from.forEach((place, rules) -> {
            Map<String, @Nullable Object> section = new LinkedHashMap<>();
            section.put("from", List.of(Place.journal(place), Place.offset(place)));
            section.put("rules", rules.map());
            tree.add(section);
        });
        return tree;
    }

    static Sections of(List<Object> tree) {
        Sections sections = new Sections();
        for (Object each : tree) {
            JsonMembers section = JsonMembers.of(each);
            sections.add(
                    Place.of(section.list("from")),
                    RecordedSettings.of(section.fields("rules")).readable());
        }
        return sections;
    }
}
