package kelvin.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A recursive-descent parser of one JSON text; used once. */
final class JsonParser {
    private static final int MAX_NESTING = 100;
    private static final int MAX_QUOTED_CHARACTERS = 20;
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
            if (++depth > MAX_NESTING) {
                throw wrong("at most " + MAX_NESTING + " levels deep");
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
        int start = ++at;
        while (at < text.length() && text.charAt(at) != '"' && text.charAt(at) != '\\' && text.charAt(at) >= ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '"') {
            return text.substring(start, at++);
        }
        return escaped(new StringBuilder(text.substring(start, at)));
    }

    /** Parses the rest of a string that contains escapes. */
    private String escaped(StringBuilder out) {
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

    /** Returns the character that an escape sequence stands for, and moves to its last character. */
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
        int first = at + (text.charAt(at) == '-' ? 1 : 0);
        int whole = is(first, "0") ? first + 1 : digits(first);
        if (whole == first) {
            throw wrong("a number");
        }
        int fraction = is(whole, ".") ? digits(whole + 1) : whole;
        int end = exponent(fraction == whole + 1 ? whole : fraction);
        String number = text.substring(at, end);
        try {
            Object value = end == whole ? (Object) Long.parseLong(number) : (Object) Double.parseDouble(number);
            if (value instanceof Double real && Double.isInfinite(real)) {
                throw wrong("a number that a double can hold");
            }
            at = end;
            return value;
        } catch (NumberFormatException e) {
            throw wrong("a whole number of 64 bits");
        }
    }

    /** Returns the end of an exponent that may begin here. */
    private int exponent(int start) {
        if (!is(start, "eE")) {
            return start;
        }
        int first = start + (is(start + 1, "-+") ? 2 : 1);
        int end = digits(first);
        return end == first ? start : end;
    }

    /** Returns the end of the digits that may begin here. */
    private int digits(int start) {
        int end = start;
        while (is(end, "0123456789")) {
            end++;
        }
        return end;
    }

    private boolean is(int place, String some) {
        return place < text.length() && some.indexOf(text.charAt(place)) >= 0;
    }

    private boolean took(String word) {
        boolean there = text.startsWith(word, at);
        at += there ? word.length() : 0;
        return there;
    }

    /** Moves to the next character that is not white space and returns it; 0 at the end. */
    private char next() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private IllegalArgumentException wrong(String allowed) {
        String rest = text.substring(at, Math.min(at + MAX_QUOTED_CHARACTERS, text.length()))
                .replaceAll("\\p{Cntrl}", " ");
        return new IllegalArgumentException(
                "character " + (at + 1) + ": found " + (rest.isEmpty() ? "the end" : rest) + ", must be " + allowed);
    }
}
