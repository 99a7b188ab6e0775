package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.contract.Default;
import kelvin.contract.ShortForm;
import kelvin.contract.Stability;
import kelvin.yaml.YamlMapping.Field;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Binds YAML nodes to records, strictly.
 *
 * <ul>
 *   <li>a mapping's keys are the record's components; one is optional only where it carries a {@link Default};
 *   <li>where one of the {@linkplain ComponentKind kinds} is expected, {@code {Name: {…}}} names the record, or a record of
 *       another kind that one of its {@linkplain ComponentKind#wrappers wrappers} takes; where only one record can stand, its name
 *       may be left out;
 *   <li>where a type brings {@linkplain ShortForm short forms}, one of those may stand;
 *   <li>numbers of some records may vary, in {@link VaryingForm};
 *   <li>one record may stand where a list of them is expected, if its numbers are columns: {@link RecordRows};
 *   <li>a {@linkplain CsvColumn column of a CSV file} may stand where a list of numbers is expected, and {@linkplain CsvColumn all of
 *       one} where the short form of a record is a list of texts.
 * </ul>
 */
@Stability(MAY_CHANGE)
public final class Binder {
    /**
     * A named record that was bound, with its keys and their places, for errors that show later.
     *
     * @param value the record
     * @param fields its keys, each with its place
     */
    public record Bound(Object value, YamlMapping fields) {}

    private final ComponentFinder components;
    private final Vocabulary vocabulary;
    private final WrittenForm forms;
    private final CsvColumn columns = new CsvColumn();
    private final List<Bound> bound = new ArrayList<>();
    private @Nullable RecordRows rows;

    /**
     * Creates a binder that has bound nothing yet.
     *
     * @param components the records that may be named
     */
    public Binder(ComponentFinder components) {
        this.components = components;
        this.vocabulary = components.vocabulary();
        this.forms = new WrittenForm(components);
    }

    /** Returns every named record bound so far, inner ones first. */
    public List<Bound> bound() {
        return bound;
    }

    /**
     * Binds a node to a record.
     *
     * @param type the record, or an interface of which a record is named
     * @param field the node and its place
     * @param <T> the type
     * @return the record
     * @throws BadInput if it cannot be made; the message names file, line, path, what was found and what is allowed
     */
    public <T> T bind(Class<T> type, Field field) {
        return bind(type, field.value(), field.place());
    }

    <T> T bind(Class<T> type, Node node, SourceLocation place) {
        return type.cast(value(type, node, place));
    }

    /**
     * Binds a node to a named record of any of some kinds.
     *
     * @param kinds the kinds, the usual one first
     * @param field the node and its place
     * @return the record
     * @throws BadInput as {@link #bind(Class, Field)} does
     */
    public Object bind(List<ComponentKind> kinds, Field field) {
        return named(Record.class, kinds, field.value(), field.place());
    }

    private Object value(Type type, Node node, SourceLocation place) {
        Class<?> raw = YamlTypes.raw(type);
        if (rows != null && node instanceof MappingNode && YamlTypes.isNumber(raw)) {
            return rows.number(type, node, place);
        } else if (YamlTypes.isReal(raw)) {
            return YamlScalars.real(node, place);
        } else if (YamlTypes.isInt(raw)) {
            return (int) YamlScalars.whole(node, place, Integer.MIN_VALUE, Integer.MAX_VALUE);
        } else if (YamlTypes.isLong(raw)) {
            return YamlScalars.whole(node, place, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (YamlTypes.isTruth(raw)) {
            return YamlScalars.truth(node, place);
        } else if (raw == String.class) {
            return YamlScalars.string(node, place);
        } else if (raw.isEnum()) {
            return constant(raw, node, place);
        } else if (raw == List.class) {
            return list(YamlTypes.element(type), node, place);
        } else if (raw == Map.class) {
            return map(YamlTypes.element(type), node, place);
        } else if (raw == Optional.class) {
            return YamlScalars.none(node) ? Optional.empty() : Optional.of(value(YamlTypes.element(type), node, place));
        }
        Optional<ShortForm> form = ShortForms.of(raw, node);
        if (form.isPresent()) {
            return shortForm(raw, form.get(), node, place);
        }
        List<ComponentKind> kinds = vocabulary.of(raw);
        if (!kinds.isEmpty()) {
            return named(raw, kinds, node, place);
        } else if (!ShortForms.of(raw).isEmpty()) {
            throw YamlScalars.wrong(node, place, "a " + vocabulary.describe(raw));
        } else if (!raw.isRecord()) {
            throw place.error("the Java type " + type.getTypeName() + " cannot be written in YAML");
        }
        return record(raw.asSubclass(Record.class), unnamed(raw, parameters(raw, new Field(place, node))));
    }

    /** Returns the fields of a record that can be nothing else, and yet may be written with its name. */
    private YamlMapping unnamed(Class<?> type, YamlMapping fields) {
        Field named = fields.all().size() == 1 ? fields.get(vocabulary.name(type)) : null;
        return named == null ? fields : parameters(type, named);
    }

    private static YamlMapping parameters(Class<?> type, Field written) {
        return YamlMapping.of(written.value(), written.place(), () -> WrittenForm.parameters(type, written.value()));
    }

    private static Object constant(Class<?> type, Node node, SourceLocation place) {
        List<String> words = YamlTypes.words(type);
        int index = node instanceof ScalarNode scalar ? words.indexOf(scalar.getValue()) : -1;
        if (index < 0) {
            throw YamlScalars.wrong(node, place, "one of " + String.join(", ", words));
        }
        return type.getEnumConstants()[index];
    }

    private List<Object> list(Type element, Node node, SourceLocation place) {
        boolean numbers = YamlTypes.isNumber(YamlTypes.raw(element));
        if (numbers && node instanceof MappingNode) {
            YamlMapping fields = YamlMapping.of(node, place);
            boolean grid = YamlTypes.isReal(YamlTypes.raw(element)) && fields.get(NumberGrid.FIRST_KEY) != null;
            return grid ? NumberGrid.read(fields) : columns.read(element, node, place);
        } else if (node instanceof MappingNode
                && !vocabulary.of(YamlTypes.raw(element)).isEmpty()) {
            return rows(element, node, place);
        } else if (!(node instanceof SequenceNode)) {
            throw YamlScalars.wrong(
                    node,
                    place,
                    "a " + vocabulary.listOf(element) + (numbers ? " or " + CsvColumn.FORM : "")
                            + (YamlTypes.isReal(YamlTypes.raw(element)) ? " or " + NumberGrid.FORM : ""));
        }
        List<Object> list = new ArrayList<>();
        for (Node each : ((SequenceNode) node).getValue()) {
            list.add(value(element, each, place.element(list.size(), each)));
        }
        return list;
    }

    private List<Object> rows(Type element, Node node, SourceLocation place) {
        RecordRows around = rows;
        RecordRows all = new RecordRows(columns, vocabulary.listOf(element));
        rows = all;
        List<Object> list = new ArrayList<>();
        do {
            list.add(value(element, node, place));
        } while (all.next(place));
        rows = around;
        return list;
    }

    private Map<String, Object> map(Type element, Node node, SourceLocation place) {
        Map<String, Object> map = new LinkedHashMap<>();
        YamlMapping.of(node, place, () -> "a mapping {label: …}")
                .all()
                .forEach((name, field) -> map.put(name, value(element, field.value(), field.place())));
        return map;
    }

    private Object shortForm(Class<?> expected, ShortForm form, Node node, SourceLocation place) {
        RecordComponent[] header = form.value().getRecordComponents();
        if (form.word().isEmpty()) {
            Object only = header[0].getType() == List.class && node instanceof MappingNode
                    ? columns.lines(node, place)
                    : value(header[0].getGenericType(), node, place);
            return RecordFactory.brief(form.value(), new Field(place, node), only);
        } else if (header.length == 0) {
            return RecordFactory.brief(form.value(), new Field(place, node));
        }
        YamlMapping fields = YamlMapping.of(node, place);
        fields.allowOnly(List.of(form.word()));
        Field described = fields.get(form.word());
        if (described == null) {
            throw YamlScalars.wrong(node, place, "a " + vocabulary.describe(expected));
        }
        return record(form.value(), parameters(form.value(), described));
    }

    private Object named(Class<?> expected, List<ComponentKind> kinds, Node node, SourceLocation place) {
        ComponentKind kind = kinds.get(0);
        Map<String, Field> names =
                YamlMapping.of(node, place, () -> forms.of(kinds, node)).all();
        forms.requireOneName(kinds, names, place.on(node));
        Map.Entry<String, Field> only = names.entrySet().iterator().next();
        String name = only.getKey();
        Field field = only.getValue();
        ComponentType entry =
                components.find(name, kinds, place.at(field.place().line()));
        Class<? extends Record> wrapper = kind.wrappers().get(entry.kind());
        if (wrapper != null) {
            String key = wrapper.getRecordComponents()[0].getName();
            return kept(wrapper, new YamlMapping(place, Map.of(key, new Field(place, node))));
        }
        Object made = kept(entry.type(), parameters(entry.type(), field));
        if (!expected.isInstance(made)) {
            throw field.place().error(misfit(expected, kind));
        }
        return made;
    }

    private String misfit(Class<?> expected, ComponentKind kind) {
        return expected == vocabulary.varying().constant()
                ? VaryingRecord.CONSTANT_ONLY
                : "must be one of "
                        + components.entries(kind).stream()
                                .filter(entry -> expected.isAssignableFrom(entry.type()))
                                .map(ComponentType::name)
                                .collect(Collectors.joining(", "));
    }

    private Object kept(Class<? extends Record> type, YamlMapping fields) {
        Object made = record(type, fields);
        bound.add(new Bound(made, fields));
        return made;
    }

    private Object record(Class<? extends Record> type, YamlMapping fields) {
        RecordComponent[] header = type.getRecordComponents();
        fields.allowOnly(WrittenForm.keys(type), vocabulary.aliases());
        VaryingRecord varying = new VaryingRecord(vocabulary.varying(), type);
        Object[] arguments = new Object[header.length];
        for (int i = 0; i < header.length; i++) {
            Field field = field(type, header[i], fields);
            if (varying.mayVary(header[i])
                    && !(field.value() instanceof MappingNode)
                    && !YamlScalars.isNumber(field.value())) {
                throw YamlScalars.wrong(
                        field.value(),
                        field.place(),
                        forms.numberOr(vocabulary.of(vocabulary.varying().variation()), field.value()));
            }
            Object value = value(varying.expected(header[i], field.value()), field.value(), field.place());
            arguments[i] = varying.fixed(header[i], field.value(), value, field.place());
        }
        YamlMapping placed = rows == null ? fields : rows.placed(fields);
        return varying.around(RecordFactory.of(type, placed, arguments), placed);
    }

    private Field field(Class<?> type, RecordComponent component, YamlMapping fields) {
        String name = component.getName();
        Field written = fields.get(name);
        if (written != null) {
            return written;
        }
        Default ifAbsent = component.getAnnotation(Default.class);
        if (ifAbsent == null) {
            throw fields.place()
                    .error("missing key '" + name + "' (" + vocabulary.describe(component.getGenericType())
                            + "). Allowed: " + String.join(", ", WrittenForm.keys(type)));
        }
        SourceLocation place = new SourceLocation(
                fields.place().source(), fields.place().line(), fields.place().path() + "." + name);
        return new Field(place, YamlDocument.parse("default of " + name, ifAbsent.value()));
    }
}
