package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kelvin.json.Json;
import kelvin.learner.contextual.Mean;
import kelvin.learner.index.Ucb1;
import kelvin.model.Means;
import kelvin.model.classifier.GaussianNaiveBayes;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Intercept;
import kelvin.policy.Softmax;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;

class CatalogKindsTest {
    private final Catalog catalog = new Catalog();

    @Test
    void aTextOfYamlIsAComponentOfTheKindAskedFor() {
        assertThat(catalog.policy("x", "{Softmax: {temperature: 0.5}}")).isEqualTo(new Softmax(0.5));
        assertThat(catalog.anyPolicy("x", "{Softmax: {temperature: 0.5}}")).isEqualTo(new Softmax(0.5));
        assertThat(catalog.learner("x", "{Ucb1: {}}")).isEqualTo(new Ucb1());
        assertThat(catalog.model("x", "{Means: {}}")).isEqualTo(new Means(1));
        assertThat(catalog.classifier("x", "{GaussianNaiveBayes: {}}")).isEqualTo(new GaussianNaiveBayes(1e-9));
        assertThat(catalog.outlook("x", "{Mean: {}}")).isEqualTo(new Mean());
        assertThat(catalog.features("x", "[{Intercept: {}}]")).isEqualTo(new FeatureMap(new Intercept()));
    }

    @Test
    void oneOfAnotherKindIsRefusedByItsSource() {
        assertThatThrownBy(() -> catalog.learner("my.yaml", "{Means: {}}"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("my.yaml:1: ");
    }

    @Test
    void whatIsBoundIsWrittenBack() {
        assertThat(catalog.policy("x", Json.canonical(Catalog.tree(new Softmax(0.25)))))
                .isEqualTo(new Softmax(0.25));
        assertThat(catalog.meant("softmax")).contains("Softmax");
        assertThat(Catalog.keysFor("tau", List.of("temperature", "other"))).containsExactly("temperature");
        assertThat(catalog.own()).isEqualTo(OwnClasses.NONE);
    }
}
