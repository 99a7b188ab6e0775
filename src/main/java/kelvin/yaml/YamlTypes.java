package kelvin.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Maps the types of record components to the forms that YAML writes them in. */
final class YamlTypes {
    private YamlTypes() {}

    static Class<?> raw(Type type) {
        Type raw = type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
        return raw instanceof Class<?> known ? known : Object.class;
    }

    /** Returns the last type argument: the element of a list, the value of a map; {@code Object} for a raw type. */
    static Type element(Type type) {
        if (!(type instanceof ParameterizedType parameterized)) {
            return Object.class;
        }
        Type[] arguments = parameterized.getActualTypeArguments();
        return arguments[arguments.length - 1];
    }

    static boolean isReal(Class<?> type) {
        return type == double.class || type == Double.class;
    }

    static boolean isInt(Class<?> type) {
        return type == int.class || type == Integer.class;
    }

    static boolean isLong(Class<?> type) {
        return type == long.class || type == Long.class;
    }

    static boolean isNumber(Class<?> type) {
        return isReal(type) || isInt(type) || isLong(type);
    }

    static boolean isTruth(Class<?> type) {
        return type == boolean.class || type == Boolean.class;
    }

    static List<String> words(Class<?> type) {
        return Stream.of(type.getEnumConstants()).map(YamlTypes::word).toList();
    }

    static String word(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }
}
