package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import kelvin.contract.PlayerSpec;
import kelvin.yaml.Aliases;
import kelvin.yaml.ComponentKind;
import kelvin.yaml.ComponentType;
import kelvin.yaml.YamlDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class CommonNamesTest {
    private static final Catalog CATALOG = new Catalog();

    private static final List<ComponentType> ALL = ComponentKinds.ALL.stream()
            .flatMap(kind -> CATALOG.entries(kind).stream())
            .toList();

    static final List<String> LINES = CommonNames.COMPONENTS.lines().toList();

    private static List<ComponentKind> kinds(String name) {
        return ALL.stream()
                .filter(entry -> entry.name().equals(name))
                .map(ComponentType::kind)
                .toList();
    }

    private static Stream<String> aliases(String line) {
        return Stream.of(line.split(": ", 2)[1].split(",", -1)).map(String::strip);
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void everyAliasHasATargetAndIsNotItselfANameOfItsKind(String line) {
        List<ComponentKind> kinds = kinds(line.split(":", 2)[0]);
        assertThat(kinds).isNotEmpty();
        for (ComponentKind kind : kinds) {
            assertThat(CATALOG.entries(kind))
                    .extracting(entry -> Aliases.plain(entry.name()))
                    .doesNotContainAnyElementsOf(
                            aliases(line).map(Aliases::plain).toList());
        }
    }

    @ParameterizedTest
    @FieldSource("LINES")
    void everyAliasIsExplained(String line) {
        String name = line.split(":", 2)[0];
        aliases(line)
                .forEach(alias -> assertThat(kinds(name))
                        .as(alias)
                        .anySatisfy(kind -> assertThatThrownBy(() -> CATALOG.binder()
                                        .bind(kind.type(), YamlDocument.root("x", "{'" + alias + "': {}}")))
                                .hasMessageContaining("'" + name + "'")
                                .hasMessageContaining("did you mean")));
    }

    @Test
    void everyAliasOfAKeyHasATarget() {
        List<String> keys = Stream.concat(
                        ALL.stream().map(ComponentType::type), Stream.of(Experiment.class, ListedKeys.class))
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .map(component -> component.getName())
                .toList();
        assertThat(CommonNames.KEYS.lines().map(line -> line.split(":", 2)[0])).isSubsetOf(keys);
    }

    /** Keys that no record has: those of a grid of numbers. */
    private record ListedKeys(int points) {}

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    softmax            | 'Softmax'?
                    epsilon-greedy     | 'EpsilonGreedy'?
                    EPSILON_GREEDY     | 'EpsilonGreedy'?
                    BoltzmannPolicy    | 'Softmax'?
                    boltzmann exploration | 'Softmax'?
                    Thompson sampling  | 'ThompsonBeta' or 'ThompsonGaussian'?
                    LinearThompsonSampling | 'LinTs'?
                    UCB-V              | 'UcbV'?
                    EXP3               | 'Exp3'?
                    Exp3.P             | 'Exp3Ix'?
                    KL-UCB             | 'KlUcb'?
                    MOSS               | 'Moss'?
                    Gradient           | 'GradientBandit'?
                    Q-learning         | 'QLearning'?
                    SARSA              | 'Sarsa'?
                    Sofmax             | 'Softmax'?
                    Bernoulli          | Bernoulli is an arm, must be a learner
                    Normal             | Gaussian is an arm, must be a learner
                    temperature        | 'temperature' is a parameter, must be inside its learner: {Softmax: {temperature: …}}
                    """)
    void aNameThatIsNotOursIsAnsweredInALine(String name, String answer) {
        assertThatThrownBy(
                        () -> CATALOG.binder().bind(PlayerSpec.class, YamlDocument.root("x", "{'" + name + "': {}}")))
                .hasMessageContaining(answer)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }

    static final List<ComponentKind> KINDS = ComponentKinds.ALL;

    @ParameterizedTest
    @FieldSource("KINDS")
    void theExampleOfEveryKindIsOne(ComponentKind kind) {
        assertThat(CATALOG.binder().bind(kind.type(), YamlDocument.root("x", kind.example())))
                .isInstanceOf(kind.type());
    }

    /** A kind with few names lists them all, one with many the five nearest. */
    @Test
    void whatIsNearNothingGetsAShortListToo() {
        for (ComponentKind kind : ComponentKinds.ALL) {
            assertThatThrownBy(() -> CATALOG.binder().bind(kind.type(), YamlDocument.root("x", "{Frobnicate: {}}")))
                    .satisfies(e ->
                            assertThat(e.getMessage()).hasSizeLessThan(300).containsAnyOf("Allowed: ", "Nearest: "));
        }
    }
}
