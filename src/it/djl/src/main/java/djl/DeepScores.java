package djl;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;

/** A network of DJL's on whichever engine is on the class path; any block, however large, takes the place of this small one. */
final class DeepScores implements Scores {
    private final Model model = Model.newInstance("scores");
    private final Trainer trainer;
    private final Predictor<float[], float[]> predictor;

    DeepScores(int inputs, int hidden, int actions, float stepSize, int seed) {
        Engine.getInstance().setRandomSeed(seed);
        model.setBlock(new SequentialBlock()
                .add(Linear.builder().setUnits(hidden).build())
                .add(Activation::tanh)
                .add(Linear.builder().setUnits(actions).build()));
        Optimizer adam = Optimizer.adam().optLearningRateTracker(Tracker.fixed(stepSize)).build();
        trainer = model.newTrainer(new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(adam));
        trainer.initialize(new Shape(1, inputs));
        predictor = model.newPredictor(new Row());
    }

    @Override
    public float[] of(float[] context) {
        try {
            return predictor.predict(context);
        } catch (TranslateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only the output of the action that was taken has an error. */
    @Override
    public void learn(float[] context, int action, float reward) {
        try (NDManager manager = trainer.getManager().newSubManager();
                GradientCollector gradients = trainer.newGradientCollector()) {
            NDList row = new NDList(manager.create(context).expandDims(0));
            NDArray predicted = trainer.forward(row).singletonOrThrow().get(0).get(action);
            gradients.backward(predicted.sub(reward).square());
        }
        trainer.step();
    }

    @Override
    public void close() {
        predictor.close();
        trainer.close();
        model.close();
    }

    private static final class Row implements NoBatchifyTranslator<float[], float[]> {
        @Override
        public NDList processInput(TranslatorContext translator, float[] context) {
            return new NDList(translator.getNDManager().create(context).expandDims(0));
        }

        @Override
        public float[] processOutput(TranslatorContext translator, NDList scores) {
            return scores.singletonOrThrow().toFloatArray();
        }
    }
}
