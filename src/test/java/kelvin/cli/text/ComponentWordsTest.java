package kelvin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.Guarantee;
import kelvin.contract.Rewards;
import kelvin.contract.SlateSizes;
import kelvin.experiment.Catalog;
import kelvin.experiment.ComponentKinds;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.learner.LearnerSpec;
import kelvin.yaml.ComponentType;
import kelvin.yaml.Parameter;
import org.junit.jupiter.api.Test;

/** The words that {@code kelvin list} prints are those of the Javadoc; {@link #main} writes them anew. */
class ComponentWordsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCE = Path.of("src/main/resources/kelvin/cli/text/components.properties");
    private static final String HEADER =
            "# The Javadoc of components, written by the main of ComponentWordsTest; not to be edited.";
    private static final int ACTIONS = 10;

    /** Learners that no experiment plays. */
    private static final List<String> OTHERS = List.of("{LogisticTs: {}}", "{RegCb: {}}", "{Bagging: {}}");

    public static void main(String... arguments) throws IOException {
        Files.createDirectories(RESOURCE.getParent());
        Files.write(RESOURCE, written());
    }

    @Test
    void theResourceHasTheWordsOfTheJavadoc() throws IOException {
        assertThat(Files.readAllLines(RESOURCE))
                .as("the main of this test writes it anew")
                .isEqualTo(written());
    }

    @Test
    void everyParameterIsExplainedAndEveryLearnerSaysWhatItNeeds() throws IOException {
        ComponentWords words = new ComponentWords();
        for (ComponentType type : types()) {
            assertThat(words.family(type.type().getPackageName()))
                    .as(type.name())
                    .isPresent();
            for (Parameter each : Catalog.parameters(type)) {
                assertThat(words.parameter(type, each))
                        .as(type.name() + "." + each.name())
                        .isPresent();
            }
            assertThat(words.testbeds(type).isPresent())
                    .as(type.name())
                    .isEqualTo(type.kind().equals(ComponentKinds.LEARNER));
        }
    }

    @Test
    void tagsAndEntitiesOfTheJavadocAreText() {
        assertThat(
                        plain(
                                "σ, in <i>reward</i>\n units; finite and &gt; 0, see {@link kelvin.policy.Softmax} and {@code a*b}"))
                .isEqualTo("σ, in reward units; finite and > 0, see Softmax and a*b");
        assertThat(plain("a {@link Model#learn} and {@link kelvin.policy.Policy any policy}"))
                .isEqualTo("a Model.learn and any policy");
    }

    private static List<ComponentType> types() {
        Catalog catalog = new Catalog();
        return ComponentKinds.ALL.stream()
                .flatMap(kind -> catalog.entries(kind).stream())
                .toList();
    }

    private static List<String> written() throws IOException {
        Map<String, String> words = new TreeMap<>();
        Map<Class<?>, LearnerSpec> learners = learners();
        for (ComponentType type : types()) {
            String home = type.type().getPackageName();
            words.put(home, firstSentence(doc(source(home + ".package-info"), "package ")));
            String doc = doc(source(type.type().getName()), "public record ");
            Matcher parameters =
                    Pattern.compile("(?s)@param (\\w+)\\s+(.*?)(?=\n@|$)").matcher(doc);
            while (parameters.find()) {
                words.put(type.type().getName() + "." + parameters.group(1), plain(parameters.group(2)));
            }
            if (learners.containsKey(type.type())) {
                words.put(type.type().getName() + "." + ComponentWords.TESTBEDS, needs(learners.get(type.type())));
            }
        }
        List<String> lines = new ArrayList<>(List.of(HEADER));
        words.forEach((key, text) -> lines.add(key + "=" + text));
        return lines;
    }

    /** An example of each learner, from the experiments. */
    private static Map<Class<?>, LearnerSpec> learners() throws IOException {
        Catalog catalog = new Catalog();
        List<LearnerSpec> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("experiments"))) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .flatMap(file ->
                            ExperimentFile.read(file, catalog, Overrides.NONE)
                                    .experiment()
                                    .learners()
                                    .values()
                                    .stream())
                    .filter(LearnerSpec.class::isInstance)
                    .map(LearnerSpec.class::cast)
                    .forEach(all::add);
        }
        OTHERS.forEach(yaml -> all.add(catalog.learner("others", yaml)));
        return all.stream().collect(Collectors.toMap(Object::getClass, spec -> spec, (one, other) -> one));
    }

    private static String needs(LearnerSpec learner) {
        List<String> needs = new ArrayList<>();
        SlateSizes slates = learner.slates(ACTIONS);
        if (!SlateSizes.ONE.include(slates)) {
            needs.add("several actions at a step");
        }
        if (learner.contextual()) {
            needs.add("contexts");
        }
        if (learner.rewards() != Rewards.REAL) {
            needs.add(learner.rewards().toString());
        }
        if (learner.fullInformation()) {
            needs.add("the rewards of all arms at every step");
        }
        if (learner.guarantee()
                .filter(guarantee -> guarantee.kind() == Guarantee.Kind.ERROR_PROBABILITY)
                .isPresent()) {
            needs.add("one best arm, and rewards of a known scale");
        }
        if (!learner.closableArms()) {
            needs.add("all arms open at every step");
        }
        return needs.isEmpty() ? "any with one action at a step" : "only with " + String.join("; ", needs);
    }

    private static String source(String className) {
        try {
            return Files.readString(SOURCES.resolve(className.replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Javadoc before a declaration, without its asterisks. */
    private static String doc(String source, String declaration) {
        String before = source.substring(
                0, declaration.equals("package ") ? source.indexOf("*/") + 2 : source.indexOf("\n" + declaration));
        String doc = before.substring(before.lastIndexOf("/**") + 3, before.lastIndexOf("*/"));
        return doc.replaceAll("(?m)^ *\\* ?", "").strip();
    }

    private static String firstSentence(String doc) {
        return plain(doc.split("\\.(\\s|$)", 2)[0]);
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@link(plain)? [^ }]+\\s+([^}]+)\\}", "$2")
                .replaceAll("\\{@link(plain)? (?:[a-z]+\\.)*([^}]+)\\}", "$2")
                .replaceAll("\\{@(?:code|literal|value)\\s+([^{}]*(?:\\{[^{}]*\\}[^{}]*)*)\\}", "$1")
                .replaceAll("</?[a-z][^>]*>", "")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&")
                .replace('#', '.')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
