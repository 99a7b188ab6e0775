package kelvin.bandit.contextual;

import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import kelvin.contract.Require;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.feature.DataTable;
import kelvin.model.feature.EncodedTable;
import kelvin.model.feature.FeatureEncoder;
import kelvin.model.feature.FeatureMap;

/**
 * The contexts of the rows of a table.
 *
 * @param table the table
 * @param features the feature map
 * @param withheld the columns of which no feature is made
 * @param actions the number of actions of the contexts
 */
record RowContexts(DataTable table, FeatureMap features, Set<String> withheld, int actions) {
    RowContexts {
        Require.atLeast("rows", 1, table.rows());
    }

    private EncodedTable encoded() {
        return table.encoded(features, withheld, actions);
    }

    Features size() {
        return new Features(names().size(), 0);
    }

    List<String> names() {
        return encoded().names();
    }

    /** Returns a reader of contexts for one repetition; where features are standardised on the go it learns from what it reads. */
    IntFunction<Context> reader() {
        EncodedTable all = encoded();
        if (!all.running()) {
            return all.contexts()::get;
        }
        FeatureEncoder encoder = features.on(table, withheld);
        double[] numbers = new double[encoder.size()];
        Context context = new Context(actions, size());
        return row -> {
            encoder.encode(table.row(row), numbers, 0);
            for (int i = 0; i < numbers.length; i++) {
                context.set(i, numbers[i]);
            }
            return context;
        };
    }
}
