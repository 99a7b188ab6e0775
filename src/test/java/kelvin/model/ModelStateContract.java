package kelvin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.contract.Rewards;
import kelvin.json.Json;
import kelvin.json.JsonState;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The part of the contract of models that is about what they remember: learning, states, snapshots, added actions. */
public interface ModelStateContract {
    int ACTIONS = 3;
    Seed SEED = Seed.of(1);

    Stream<ModelSpec> specs();

    /** The features of the contexts that these models are tested with. */
    default Stream<Features> features() {
        return Stream.of(Features.NONE, new Features(3, 0), new Features(3, 2), new Features(0, 2));
    }

    /** One thing to learn. */
    record Lesson(long decision, Context context, int action, double reward, double weight) {
        public void teach(Model model) {
            model.learn(decision, context, action, reward, weight);
        }
    }

    /** A model to be tested, and what its contexts have. */
    record Case(ModelSpec spec, Features features) {
        public Model create(int actions) {
            return spec.create(actions, features, SEED);
        }

        public Model taught(int actions, int lessons) {
            Model model = create(actions);
            lessons(actions, lessons).forEach(lesson -> lesson.teach(model));
            return model;
        }

        /** Lessons whose first three actions see and pay the same, however many actions there are. */
        public List<Lesson> lessons(int actions, int count) {
            UniformRandomProvider random = Seed.of(7).generator();
            List<Lesson> lessons = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                Context context = context(actions, random.nextInt());
                int action = random.nextInt(Math.min(actions, ACTIONS));
                lessons.add(new Lesson(i, context, action, reward(random.nextDouble()), 1 + random.nextInt(3)));
            }
            return lessons;
        }

        /** Returns a reward of the kind that the model learns from. */
        double reward(double u) {
            Rewards kind = spec.rewards();
            double whole = Math.rint(kind == Rewards.COUNTS ? 5 * u : u);
            return kind == Rewards.REAL ? 4 * u - 2 : kind.contain(u) ? u : whole;
        }

        public Context context(int actions, long number) {
            UniformRandomProvider random = Seed.of(8).child(number).generator();
            Context context = new Context(actions, features);
            for (int i = 0; i < context.numbers().length; i++) {
                context.set(i, Math.rint(random.nextDouble() * 64 - 32) / 16);
            }
            return context;
        }
    }

    /** Every model with every kind of context. */
    default Stream<Case> cases() {
        return cases(specs());
    }

    /** Pairs models with the features that they may have. */
    default Stream<Case> cases(Stream<ModelSpec> specs) {
        return specs.flatMap(spec ->
                features().filter(features -> differ(spec, features)).map(features -> new Case(spec, features)));
    }

    /** Returns whether predictions can differ between actions, or there is nothing to predict from; others are refused. */
    private static boolean differ(ModelSpec spec, Features features) {
        return !spec.toString().contains("layout=SHARED") || features.perAction() > 0 || !features.any();
    }

    static double[] values(Model model, Context context) {
        double[] out = new double[model.actions()];
        model.values(context, out);
        return out;
    }

    /** All that a model says of some contexts, with a draw from it. */
    static double[] answers(Case each, Model model) {
        double[] all = {};
        for (int number = 1; number <= 3; number++) {
            Context context = each.context(model.actions(), number);
            double[] out = new double[model.actions()];
            model.values(context, out);
            all = joined(all, out);
            if (each.spec().widths()) {
                model.widths(context, out);
                all = joined(all, out);
            }
            if (each.spec().samples()) {
                model.sample(context, 1.5, Seed.of(number).generator(), out);
                all = joined(all, out);
            }
        }
        return all;
    }

    private static double[] joined(double[] all, double[] more) {
        return DoubleStream.concat(Arrays.stream(all), Arrays.stream(more)).toArray();
    }

    @Test
    default void equalSeedsMakeEqualModelsWhateverIsAskedBetween() {
        assertThat(cases()).isNotEmpty().allSatisfy(each -> {
            Model asked = each.create(ACTIONS);
            Model other = each.create(ACTIONS);
            for (Lesson lesson : each.lessons(ACTIONS, 40)) {
                double[] before = asked.state();
                double[] answers = answers(each, asked);
                assertThat(answers(each, asked)).containsExactly(answers);
                assertThat(asked.state()).containsExactly(before);
                lesson.teach(asked);
                lesson.teach(other);
            }
            assertThat(asked.state()).containsExactly(other.state());
            assertThat(answers(each, asked)).containsExactly(answers(each, other));
        });
    }

    @Test
    default void aStateGoesOnToTheBitAndABadOneChangesNothing() {
        assertThat(cases()).allSatisfy(each -> {
            Model model = each.taught(ACTIONS, 40);
            Model other = each.taught(ACTIONS, 3);
            double[] state = model.state();
            double[] before = other.state();
            for (int i = 0; i < state.length; i++) {
                double[] bad = state.clone();
                bad[i] = i % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
                assertThatIllegalArgumentException().isThrownBy(() -> other.restore(bad));
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> other.restore(Arrays.copyOf(state, state.length + 1)));
            if (state.length > 0) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> other.restore(Arrays.copyOf(state, state.length - 1)));
            }
            assertThat(other.state()).containsExactly(before);
            other.restore(state);
            Model fresh = each.create(ACTIONS);
            JsonState.load("model", Json.parse(Json.canonical(JsonState.save(model))), fresh);
            assertThat(answers(each, fresh)).containsExactly(answers(each, model));
            for (Lesson lesson : each.lessons(ACTIONS, 60).subList(40, 60)) {
                lesson.teach(model);
                lesson.teach(other);
                lesson.teach(fresh);
            }
            assertThat(answers(each, other)).containsExactly(answers(each, model));
            assertThat(fresh.state()).containsExactly(model.state());
        });
    }

    @Test
    default void aSnapshotAndItsModelLearnApart() {
        assertThat(cases()).allSatisfy(each -> {
            Model model = each.taught(ACTIONS, 20);
            Model snapshot = model.snapshot();
            double[] answers = answers(each, model);
            List<Lesson> more = each.lessons(ACTIONS, 60).subList(20, 60);
            more.subList(0, 20).forEach(lesson -> lesson.teach(model));
            assertThat(answers(each, snapshot)).containsExactly(answers);
            double[] later = answers(each, model);
            Model copy = snapshot.snapshot();
            more.subList(20, 40).forEach(lesson -> lesson.teach(snapshot));
            assertThat(answers(each, model)).containsExactly(later);
            more.subList(0, 20).forEach(lesson -> lesson.teach(copy));
            assertThat(copy.state()).containsExactly(model.state());
            copy.addAction();
            assertThat(model.actions()).isEqualTo(ACTIONS);
            assertThat(answers(each, model)).containsExactly(later);
        });
    }

    /** A model that was given an action is one that always had it and has learnt nothing of it. */
    @Test
    default void anActionMayBeAddedAtAnyTime() {
        assertThat(cases()).allSatisfy(each -> {
            Model grown = each.taught(ACTIONS, 20);
            grown.addAction();
            Model large = each.taught(ACTIONS + 1, 20);
            assertThat(grown.actions()).isEqualTo(ACTIONS + 1);
            assertThat(answers(each, grown)).containsExactly(answers(each, large));
            for (Lesson lesson : each.lessons(ACTIONS + 1, 30)) {
                Lesson shifted = new Lesson(
                        20 + lesson.decision(),
                        lesson.context(),
                        lesson.action() + 1,
                        lesson.reward(),
                        lesson.weight());
                shifted.teach(grown);
                shifted.teach(large);
            }
            assertThat(grown.state()).containsExactly(large.state());
        });
    }

    @Test
    default void aWeightOfZeroTeachesNothing() {
        assertThat(cases()).allSatisfy(each -> {
            Model model = each.taught(ACTIONS, 20);
            double[] state = model.state();
            model.learn(21, each.context(ACTIONS, 21), 0, each.reward(0.9), 0);
            assertThat(model.state()).containsExactly(state);
        });
    }
}
