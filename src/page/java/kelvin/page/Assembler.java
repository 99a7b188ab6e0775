package kelvin.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Puts the page together: one HTML file that holds its styles, its scripts and the compiled classes, and may ask no network for anything.
 *
 * <p>The modules become one, without their comments and indents, as functions that return what they export, each after those that it imports.
 */
public final class Assembler {
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (\\{[\\w, ]*}) from '\\./(\\w+)\\.js';$");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export ((?:const|function|async function) (\\w+))");
    private static final Pattern COMMENT = Pattern.compile("(?ms)^ */\\*\\*(?:(?!\\*/).)*\\*/\\R");
    private static final Pattern INDENT = Pattern.compile("(?m)^ +");
    private static final Pattern OTHER = Pattern.compile("(?m)^(import|export)\\b.*");

    private final Path sources;
    private final Map<String, String> modules = new LinkedHashMap<>();

    private Assembler(Path sources) {
        this.sources = sources;
    }

    /**
     * Writes the page.
     *
     * @param args the folder of the sources, that of the compiled classes with TeaVM's runtime, that of the lessons' texts, its address in the
     *     web, and the file to write
     * @throws IOException if a file is missing or cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path compiled = Path.of(args[1]);
        Assembler assembler = new Assembler(Path.of(args[0]));
        assembler.add("main");
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("/*style*/", assembler.read("style.css") + assembler.read("lessons.css"));
        parts.put("/*check*/", assembler.read("check.js"));
        parts.put("/*runtime*/", Files.readString(compiled.resolve("runtime.js")));
        parts.put("/*modules*/", String.join("", assembler.modules.values()));
        parts.put("/*policies*/", PolicyForms.all());
        parts.put("/*worker*/", assembler.read("worker.js"));
        parts.put("/*decision*/", packed(compiled.resolve("decision.wasm")));
        parts.put("/*trade-off*/", packed(compiled.resolve("trade-off.wasm")));
        parts.put("<!--lessons-->", Lessons.templates(Path.of(args[2]), args[3]));
        Files.writeString(Path.of(args[4]), assembler.page(parts));
    }

    /** Returns a file compressed, as letters. */
    private static String packed(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(file, out);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private String page(Map<String, String> parts) throws IOException {
        String page = read("index.html").replace("<!--policy-->", policy(parts));
        for (Map.Entry<String, String> part : parts.entrySet()) {
            if (!page.contains(part.getKey()) || part.getValue().contains("</script")) {
                throw new IllegalStateException(part.getKey() + " has no place in index.html, or would end it");
            }
            page = page.replace(part.getKey(), part.getValue());
        }
        return page;
    }

    /** Returns what the browser lets the page do: run what is in it, by hash, and nothing from elsewhere. TeaVM's runtime evaluates. */
    private static String policy(Map<String, String> parts) {
        String scripts =
                Stream.of("/*check*/", "/*runtime*/", "/*modules*/").map(name -> hash(parts, name)).collect(Collectors.joining(" "));
        return "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'unsafe-eval' " + scripts
                + "; style-src " + hash(parts, "/*style*/") + "; img-src data:; worker-src blob:; base-uri 'none'; form-action 'none'\">";
    }

    private static String hash(Map<String, String> parts, String name) {
        try {
            byte[] text = parts.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
            return "'sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text)) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a module after those that it imports. */
    private void add(String name) throws IOException {
        if (modules.containsKey(name)) {
            return;
        }
        String text = COMMENT.matcher(read("js/" + name + ".js")).replaceAll("");
        Matcher imports = IMPORT.matcher(text);
        while (imports.find()) {
            add(imports.group(2));
        }
        String exported = EXPORT.matcher(text).results().map(found -> found.group(2)).collect(Collectors.joining(", "));
        String body = EXPORT.matcher(IMPORT.matcher(text).replaceAll("const $1 = $2_js;")).replaceAll("$1");
        Matcher other = OTHER.matcher(body);
        if (other.find()) {
            throw new IllegalStateException(name + ".js: only whole lines of named imports and exports are known: " + other.group());
        }
        modules.put(name, "const " + name + "_js = (() => {\n" + INDENT.matcher(body).replaceAll("") + "return { " + exported + " };\n})();\n");
    }

    private String read(String file) throws IOException {
        return Files.readString(sources.resolve(file));
    }
}
