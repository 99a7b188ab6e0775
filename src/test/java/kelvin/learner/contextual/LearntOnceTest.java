package kelvin.learner.contextual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kelvin.contract.Slate;
import kelvin.json.Json;
import kelvin.json.JsonState;
import kelvin.learner.FullInformation;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.slate.SlateLearner;
import kelvin.model.Layout;
import kelvin.model.LinearScorer;
import kelvin.model.Ridge;
import kelvin.policy.Softmax;
import kelvin.policy.subset.PlackettLuce;
import org.junit.jupiter.api.Test;

/** The context of a decision goes with its first reward: the same news again changes nothing, nor does news of what never was. */
class LearntOnceTest {
    private static List<LearnerSpec> specs() {
        return List.of(
                new ContextualLearner(new Ridge(1), new Softmax(0.3)),
                new ContextualSubset(new Ridge(1), new PlackettLuce(2, 0.3), new Mean()),
                new ContextualGates(new LinearScorer(Layout.DISJOINT), 0.3, Baseline.NONE),
                new ContextualGradient(new LinearScorer(Layout.DISJOINT), new Softmax(0.3), 0.3, Baseline.NONE),
                new SupervisedGradient(
                        new LinearScorer(Layout.DISJOINT), SupervisedGradient.Output.SOFTMAX, 0.3, new Softmax(0.3)));
    }

    private static void teach(Learner player, long step, Slate slate) {
        if (player instanceof SlateLearner several) {
            several.observe(step, slate);
        } else if (player instanceof FullInformation student) {
            student.observeAll(step, new double[] {0, 1, 0, 0});
        } else {
            player.observe(step, slate.action(0), 1);
        }
    }

    @Test
    void aRewardIsLearntOnce() {
        specs().forEach(spec -> {
            Learner player = Players.create(spec, 4, 100, Players.random(1));
            Slate slate = new Slate(4);
            if (player instanceof SlateLearner several) {
                several.select(1, slate);
            } else {
                slate.add(player.select(1));
            }
            for (int place = 0; place < slate.size(); place++) {
                slate.see(1);
            }
            slate.pay(1);
            String before = Json.canonical(JsonState.save(player));
            teach(player, 1, slate);
            String after = Json.canonical(JsonState.save(player));
            assertThat(after).as("%s", spec).isNotEqualTo(before);
            teach(player, 1, slate);
            assertThat(Json.canonical(JsonState.save(player))).as("%s", spec).isEqualTo(after);
        });
    }

    @Test
    void theTemperatureOfPredictionsIsThatOfThePolicy() {
        for (LearnerSpec spec : List.of(specs().get(0), specs().get(1), specs().get(4))) {
            Learner player = Players.create(spec, 4, 100, Players.random(1));
            assertThat(player.temperature(1)).as("%s", spec).isEqualTo(0.3);
        }
    }
}
