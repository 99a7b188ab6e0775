package kelvin.cli.text;

import static kelvin.contract.Stability.Level.INTERNAL;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.chart.LogLines;
import kelvin.contract.Stability;
import kelvin.model.network.Activation;
import kelvin.model.network.GradientFlow;
import kelvin.numeric.Pow;
import kelvin.numeric.ShortestDecimal;

/**
 * The shares of a squared gradient that are left after layers, as table, chart line and CSV rows.
 *
 * @param flow the kind of network
 * @param wide the shares in infinitely wide layers
 * @param sample the shares in random networks
 */
@Stability(INTERNAL)
public record LayerShares(GradientFlow flow, double[] wide, GradientFlow.Sample sample) {
    private static final int MAX_DIGITS = 24;

    /**
     * Returns an activation's name as files and options have it.
     *
     * @param activation the activation
     * @return its name in small letters
     */
    public static String name(Activation activation) {
        return activation.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Formats a number without needless zeros, and without an exponent unless it would be longer than 24 characters.
     *
     * @param x a finite number
     * @return the text
     */
    public static String plain(double x) {
        String plain = BigDecimal.valueOf(x).stripTrailingZeros().toPlainString();
        return plain.length() <= MAX_DIGITS ? plain : String.valueOf(x);
    }

    /**
     * Formats the roots of mean shares: a row per number of layers, and their geometric mean per layer.
     *
     * @param found the shares by label, of equal depth
     * @return the table
     */
    public static Table table(Map<String, LayerShares> found) {
        List<String> header = new ArrayList<>(List.of("layers"));
        found.keySet().forEach(label -> header.addAll(List.of(label, "(wide)")));
        Table table = new Table(header);
        int depth = found.values().iterator().next().wide.length;
        for (int d = 0; d < depth; d++) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(d + 1)));
            for (LayerShares each : found.values()) {
                row.add(Table.number(Math.sqrt(each.sample.mean()[d])));
                row.add("(" + Table.number(Math.sqrt(each.wide[d])) + ")");
            }
            table.row(row);
        }
        List<String> last = new ArrayList<>(List.of("per layer"));
        for (LayerShares each : found.values()) {
            last.add(Table.number(Pow.of(each.sample.mean()[depth - 1], 0.5 / depth)));
            last.add("(" + Table.number(Pow.of(each.wide[depth - 1], 0.5 / depth)) + ")");
        }
        table.row(last);
        return table;
    }

    /**
     * Returns the line of a chart that begins with the whole gradient at 0 layers; dots are the random networks.
     *
     * @param label its label
     * @return the line
     */
    public LogLines.Line line(String label) {
        return new LogLines.Line(label, roots(wide), roots(sample.mean()));
    }

    private static double[] roots(double[] shares) {
        return IntStream.rangeClosed(0, shares.length)
                .mapToDouble(d -> d == 0 ? 1 : Math.sqrt(shares[d - 1]))
                .toArray();
    }

    /**
     * Formats CSV rows of squared shares, a row per kind of network and number of layers, with a header.
     *
     * @param all the shares
     * @return the text
     */
    public static String csv(Collection<LayerShares> all) {
        StringBuilder csv = new StringBuilder("activation,weights,residual,layers,wide,mean,standard_error,median\n");
        for (LayerShares each : all) {
            for (int d = 0; d < each.wide.length; d++) {
                csv.append(name(each.flow.activation()))
                        .append(',')
                        .append(plain(each.flow.weights()))
                        .append(',')
                        .append(each.flow.residual())
                        .append(',')
                        .append(d + 1);
                for (double share : new double[] {
                    each.wide[d],
                    each.sample.mean()[d],
                    each.sample.standardError()[d],
                    each.sample.median()[d]
                }) {
                    ShortestDecimal.append(csv.append(','), share);
                }
                csv.append('\n');
            }
        }
        return csv.toString();
    }
}
