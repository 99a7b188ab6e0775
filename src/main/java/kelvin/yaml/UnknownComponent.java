package kelvin.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words the error about a component name that does not exist, and finds what was meant by it. */
final class UnknownComponent {
    /** Words that people add to names or leave out: {@code BoltzmannPolicy}, {@code Fixed} for {@code FixedTestbed}. */
    private static final Pattern NOUN = Pattern.compile(
            "(.+?)(policy|exploration|algorithm|sampling|learner|learning|agent"
                    + "|bandit|testbed|environment|arm|distribution|schedule|decay|annealing|regression|model|features?)");

    private static final Pattern CLASS = Pattern.compile("[\\p{L}_][\\w$]*(\\.[\\p{L}_][\\w$]*)+");

    private static final int MAX_ALL = 16;
    private static final int NEAREST = 5;

    /** Shorter aliases are near too much. */
    private static final int MIN_ALIAS = 6;

    private final ComponentFinder components;

    UnknownComponent(ComponentFinder components) {
        this.components = components;
    }

    /** Returns the component of some kinds that has a name, or another spelling of it. */
    Optional<ComponentType> spelled(String name, List<ComponentKind> kinds) {
        return spelledAmong(name, all(kinds)).stream().findFirst();
    }

    /** Returns the component that has a name, or another spelling or a common name of it, with or without something in brackets. */
    Optional<ComponentType> meant(String name, List<ComponentKind> kinds) {
        return meantAmong(name, all(kinds)).stream().findFirst();
    }

    /** Returns a component of some kinds that has all of some keys. */
    Optional<ComponentType> withKeys(Collection<String> keys, List<ComponentKind> kinds) {
        return keys.isEmpty()
                ? Optional.empty()
                : all(kinds).stream()
                        .filter(entry -> WrittenForm.keys(entry.type()).containsAll(keys))
                        .findFirst();
    }

    private List<ComponentType> meantAmong(String name, List<ComponentType> all) {
        String first = name.split("[({]", 2)[0];
        return Stream.of(spelledAmong(name, all), aliased(name, all), spelledAmong(first, all), aliased(first, all))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Returns whether a name looks like that of a class in a package, and like no name of some kinds. */
    boolean isClass(String name, List<ComponentKind> kinds) {
        return CLASS.matcher(name).matches() && meant(name, kinds).isEmpty();
    }

    /** Returns the message about a name that none of some kinds has. */
    String message(String name, List<ComponentKind> kinds) {
        String label = kinds.get(0).label();
        String unknown = "unknown " + label + " '" + SourceLocation.shorten(name) + "'";
        String listed = listed(kinds.get(0));
        List<ComponentType> all = all(kinds);
        List<String> allowed = names(all);
        List<ComponentType> same = meantAmong(name, all);
        if (!same.isEmpty()) {
            return unknown + NearestName.question(names(same)) + " "
                    + listed(same.get(0).kind());
        }
        Optional<ComponentType> other = elsewhere(name, kinds);
        if (other.isPresent()) {
            String found = other.get().name();
            return (found.equals(name) ? "" : unknown + ": ") + found + " is "
                    + other.get().kind().one() + ", must be " + kinds.get(0).one() + "; " + listed;
        }
        Optional<String> owner = owner(name, kinds.get(0), all);
        if (owner.isPresent()) {
            return owner.get() + "; " + listed;
        }
        List<String> near = near(name, all);
        String hint = near.isEmpty() ? "." : NearestName.question(near);
        if (allowed.size() <= MAX_ALL) {
            return unknown + hint + " Allowed: " + String.join(", ", allowed) + ", or the full class name of your own";
        }
        return hint.equals(".")
                ? unknown + ". Nearest: " + String.join(", ", NearestName.nearest(name, allowed, NEAREST)) + "; "
                        + listed + ", or the full class name of your own"
                : unknown + hint + " " + listed;
    }

    private static String listed(ComponentKind kind) {
        return "kelvin list " + kind.label() + " shows all";
    }

    /** Returns the names of some kinds that may be meant by another. */
    List<String> suggestions(String name, List<ComponentKind> kinds) {
        List<ComponentType> all = all(kinds);
        List<String> meant = names(meantAmong(name, all));
        return meant.isEmpty() ? near(name, all) : meant;
    }

    /** Returns the nearest name, or those of the nearest alias. */
    private List<String> near(String name, List<ComponentType> all) {
        return NearestName.of(name, names(all))
                .map(List::of)
                .or(() -> NearestName.of(Aliases.plain(name), aliases().keySet())
                        .filter(alias -> alias.length() >= MIN_ALIAS)
                        .map(alias -> names(aliased(alias, all))))
                .orElse(List.of());
    }

    /** Returns the component of another kind that has the name, or another spelling or alias of it. */
    private Optional<ComponentType> elsewhere(String name, List<ComponentKind> kinds) {
        List<ComponentType> others = all(components.vocabulary().kinds().stream()
                .filter(kind -> !kinds.contains(kind))
                .toList());
        return Stream.of(named(List.of(name), others), spelledAmong(name, others), aliased(name, others))
                .flatMap(List::stream)
                .findFirst();
    }

    /** Says which component has a parameter of that name, if any. */
    private static Optional<String> owner(String name, ComponentKind kind, List<ComponentType> all) {
        List<String> owners = all.stream()
                .filter(entry -> WrittenForm.keys(entry.type()).contains(name))
                .sorted(Comparator.comparingInt(entry -> rank(entry, kind)))
                .map(ComponentType::name)
                .toList();
        return owners.stream()
                .findFirst()
                .map(owner -> "'" + name + "' is a parameter, must be inside its " + kind.label() + ": {" + owner
                        + ": {" + name + ": …}}" + (owners.size() > 1 ? " or another" : ""));
    }

    /** Ranks the component of a kind's example first, then its wrappers. */
    private static int rank(ComponentType entry, ComponentKind kind) {
        List<Class<? extends Record>> wrappers = List.copyOf(kind.wrappers().values());
        boolean usual = kind.example().startsWith("{" + entry.name() + ":");
        int wrapper = wrappers.indexOf(entry.type());
        return usual ? 0 : wrapper >= 0 ? 1 + wrapper : 1 + wrappers.size();
    }

    private List<ComponentType> all(List<ComponentKind> kinds) {
        return kinds.stream().flatMap(kind -> components.entries(kind).stream()).toList();
    }

    /** Returns those whose names are spelled a little differently, or lack or have a noun more. */
    private static List<ComponentType> spelledAmong(String name, List<ComponentType> all) {
        String plain = Aliases.plain(name);
        String stem = stem(plain);
        List<ComponentType> same = all.stream()
                .filter(entry -> Aliases.plain(entry.name()).equals(plain))
                .toList();
        return !same.isEmpty() || stem.isEmpty()
                ? same
                : all.stream()
                        .filter(entry -> stem(Aliases.plain(entry.name())).equals(stem))
                        .toList();
    }

    private List<ComponentType> aliased(String name, List<ComponentType> all) {
        String plain = Aliases.plain(name);
        return Stream.of(plain, stem(plain))
                .map(alias -> aliases().getOrDefault(alias, List.of()))
                .map(names -> named(names, all))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Map<String, List<String>> aliases() {
        return components.vocabulary().aliases().components();
    }

    private static List<ComponentType> named(Collection<String> names, List<ComponentType> all) {
        return names.stream()
                .flatMap(name -> all.stream().filter(entry -> entry.name().equals(name)))
                .toList();
    }

    private static String stem(String plain) {
        Matcher noun = NOUN.matcher(plain);
        return noun.matches() ? noun.group(1) : plain;
    }

    private static List<String> names(List<ComponentType> found) {
        return found.stream().map(ComponentType::name).distinct().toList();
    }
}
