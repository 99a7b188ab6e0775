package kelvin.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads declarations and their Javadoc from source files, parsed by the compiler but not attributed. */
final class Sources {
    /**
     * A declaration with its Javadoc.
     *
     * @param packageName the package it is in
     * @param where       file, line and name
     * @param open        whether it is part of the published interface: public, as are all types around it
     * @param first       the first sentence, or null without Javadoc
     * @param undocumented what is missing: the Javadoc, or components of a record without {@code @param}
     */
    record Declaration(
            String packageName,
            String where,
            boolean open,
            @Nullable String first,
            List<String> undocumented) {}

    private final List<Declaration> found = new ArrayList<>();

    private Sources() {}

    /** Returns all declarations that are types, methods, fields, enum constants or packages. */
    static List<Declaration> declarations(Path root) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Sources sources = new Sources();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> paths = Files.walk(root)) {
            List<Path> all = paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(all));
            DocTrees trees = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                sources.new Reader(trees, unit).scan(new TreePath(unit), null);
            }
        }
        return sources.found;
    }

    /** Walks along one file. */
    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;
        private final CompilationUnitTree unit;

        Reader(DocTrees trees, CompilationUnitTree unit) {
            this.trees = trees;
            this.unit = unit;
        }

        @Override
        public @Nullable Void visitPackage(PackageTree tree, @Nullable Void unused) {
            boolean described = unit.getSourceFile().getName().endsWith("package-info.java");
            if (described) {
                add(tree, "package", true, List.of());
            }
            return super.visitPackage(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            if (!tree.getSimpleName().isEmpty()) {
                add(tree, tree.getSimpleName().toString(), isOpen(getCurrentPath()), components(tree));
            }
            return super.visitClass(tree, null);
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
            TreePath path = getCurrentPath();
            ClassTree type = (ClassTree) path.getParentPath().getLeaf();
            boolean open = isOpen(path) && !overrides(tree) && !isCanonical(tree, type);
            add(tree, type.getSimpleName() + "." + tree.getName(), open, List.of());
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
            if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type) {
                boolean component = type.getKind() == Tree.Kind.RECORD
                        && !tree.getModifiers().getFlags().contains(Modifier.STATIC);
                add(
                        tree,
                        type.getSimpleName() + "." + tree.getName(),
                        !component && isOpen(getCurrentPath()),
                        List.of());
            }
            return super.visitVariable(tree, null);
        }

        private void add(Tree tree, String name, boolean open, List<String> components) {
            DocCommentTree doc = trees.getDocCommentTree(getCurrentPath());
            String first = doc == null ? null : text(doc.getFirstSentence());
            long position = trees.getSourcePositions().getStartPosition(unit, tree);
            String where = Path.of(unit.getSourceFile().getName()).getFileName() + ":"
                    + unit.getLineMap().getLineNumber(Math.max(0, position)) + " " + name;
            found.add(new Declaration(
                    String.valueOf(unit.getPackageName()), where, open, first, missing(doc, first, components)));
        }

        private List<String> missing(@Nullable DocCommentTree doc, @Nullable String first, List<String> components) {
            if (doc == null || first == null || first.isBlank()) {
                return List.of("no Javadoc");
            }
            Set<String> documented = doc.getBlockTags().stream()
                    .filter(ParamTree.class::isInstance)
                    .map(ParamTree.class::cast)
                    .filter(tag ->
                            !tag.isTypeParameter() && !tag.getDescription().isEmpty())
                    .map(tag -> tag.getName().toString())
                    .collect(Collectors.toSet());
            return components.stream()
                    .filter(name -> !documented.contains(name))
                    .map(name -> "no @param " + name)
                    .toList();
        }
    }

    private static String text(List<? extends DocTree> sentence) {
        return sentence.stream()
                .map(Object::toString)
                .collect(Collectors.joining())
                .strip();
    }

    private static List<String> components(ClassTree tree) {
        if (tree.getKind() != Tree.Kind.RECORD) {
            return List.of();
        }
        return tree.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .map(field -> field.getName().toString())
                .toList();
    }

    private static boolean overrides(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    /** Returns whether a method is a constructor that only checks components, which are documented on the record. */
    private static boolean isCanonical(MethodTree method, ClassTree type) {
        List<String> parameters = method.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .toList();
        return type.getKind() == Tree.Kind.RECORD
                && method.getReturnType() == null
                && (parameters.equals(components(type)) || (parameters.isEmpty() && !delegates(method)));
    }

    /** Returns whether a constructor calls another one: a compact constructor, which the parser gives no parameters, cannot. */
    private static boolean delegates(MethodTree constructor) {
        return constructor.getBody().getStatements().stream()
                .anyMatch(statement -> statement.toString().startsWith("this("));
    }

    /** Returns whether a declaration and all types around it are public, by a word or as members of an interface. */
    private static boolean isOpen(TreePath path) {
        for (TreePath here = path; !(here.getLeaf() instanceof CompilationUnitTree); here = here.getParentPath()) {
            ModifiersTree modifiers = modifiers(here.getLeaf());
            Tree around = here.getParentPath().getLeaf();
            boolean implied = around instanceof ClassTree type
                    && (type.getKind() == Tree.Kind.INTERFACE
                            || type.getKind() == Tree.Kind.ANNOTATION_TYPE
                            || isEnumConstant(here.getLeaf(), type));
            Set<Modifier> flags = modifiers == null ? Set.of() : modifiers.getFlags();
            if (flags.contains(Modifier.PRIVATE) || (!implied && !flags.contains(Modifier.PUBLIC))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isEnumConstant(Tree tree, ClassTree type) {
        return type.getKind() == Tree.Kind.ENUM
                && tree instanceof VariableTree field
                && field.getModifiers().getFlags().containsAll(Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL))
                && field.getType().toString().equals(type.getSimpleName().toString());
    }

    private static @Nullable ModifiersTree modifiers(Tree tree) {
        return tree instanceof ClassTree type
                ? type.getModifiers()
                : tree instanceof MethodTree method
                        ? method.getModifiers()
                        : tree instanceof VariableTree field ? field.getModifiers() : null;
    }
}
