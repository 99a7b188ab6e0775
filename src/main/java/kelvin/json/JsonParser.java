package kelvin.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one text from the left; used once. */
final class JsonParser {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final int DEEPEST = 100;
    private static final int LONGEST = 20;
    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;
    private int depth;

    JsonParser(String text) {
        this.text = text;
    }

    @Nullable
    Object parse() {
        Object value = value();
        if (next() != 0) {
            throw wrong("the end");
        }
        return value;
    }

    private @Nullable Object value() {
        char first = next();
        if (first == '{' || first == '[') {
            if (++depth > DEEPEST) {
                throw wrong("at most " + DEEPEST + " levels deep");
            }
            Object collection = first == '{' ? map() : list();
            depth--;
            return collection;
        } else if (first == '"') {
            return string();
        } else if (first == '-' || (first >= '0' && first <= '9')) {
            return number();
        } else if (took("true")) {
            return true;
        } else if (took("false")) {
            return false;
        } else if (took("null")) {
            return null;
        }
        throw wrong("a value");
    }

    private Map<String, @Nullable Object> map() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        at++;
        if (next() == '}') {
            at++;
            return map;
        }
        do {
            if (next() != '"') {
                throw wrong("a key in quotes");
            }
            int start = at;
            String key = string();
            if (map.containsKey(key)) {
                at = start;
                throw wrong("a key not used before");
            }
            expect(':');
            map.put(key, value());
        } while (more('}'));
        return map;
    }

    private List<@Nullable Object> list() {
        List<@Nullable Object> list = new ArrayList<>();
        at++;
        if (next() == ']') {
            at++;
            return list;
        }
        do {
            list.add(value());
        } while (more(']'));
        return list;
    }

    private boolean more(char end) {
        char found = next();
        if (found != ',' && found != end) {
            throw wrong("',' or '" + end + "'");
        }
        at++;
        return found == ',';
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw wrong("'" + wanted + "'");
        }
        at++;
    }

    private String string() {
        StringBuilder out = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c < ' ') {
                throw wrong("an escape such as \\n");
            }
            out.append(c == '\\' ? escape() : c);
            at++;
        }
        if (at == text.length()) {
            throw wrong("'\"'");
        }
        at++;
        return out.toString();
    }

    /** The character meant by an escape; stands on its last character afterwards. */
    private char escape() {
        at++;
        char c = at < text.length() ? text.charAt(at) : 0;
        int known = c == 0 ? -1 : ESCAPED.indexOf(c);
        if (known >= 0) {
            return MEANT.charAt(known);
        }
        String code = text.substring(Math.min(at + 1, text.length()), Math.min(at + 5, text.length()));
        if (c != 'u' || !code.matches("[0-9a-fA-F]{4}")) {
            throw wrong("one of " + ESCAPED + " or u and four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(code, 16);
    }

    private Object number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw wrong("a number");
        }
        String digits = number.group();
        boolean whole = number.group(2) == null && number.group(3) == null;
        try {
            Object value = whole ? (Object) Long.parseLong(digits) : (Object) Double.parseDouble(digits);
            if (value instanceof Double real && Double.isInfinite(real)) {
                throw wrong("a number that a double can hold");
            }
            at = number.end();
            return value;
        } catch (NumberFormatException e) {
            throw wrong("a whole number of 64 bits");
        }
    }

    private boolean took(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    /** The next character that is not white space, where it stands; 0 at the end. */
    private char next() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException wrong(String allowed) {
        String rest = text.substring(at, Math.min(at + LONGEST, text.length())).replaceAll("\\p{Cntrl}", " ");
        return new IllegalArgumentException(
                "character " + (at + 1) + ": found " + (rest.isEmpty() ? "the end" : rest) + ", must be " + allowed);
    }
}
