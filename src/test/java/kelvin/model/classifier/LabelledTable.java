package kelvin.model.classifier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A table of {@code experiments/data} whose last column is the label: iris as it is, others scaled as their reference was, which has
 * malignant tumours as class 0.
 */
public record LabelledTable(double[][] x, int[] labels, int classes) {
    public static LabelledTable of(String name) {
        LabelledTable table = unscaled(name.equals("cancer") ? "breast_cancer" : name);
        switch (name) {
            case "wine" -> standardise(table.x);
            case "cancer" -> {
                standardise(table.x);
                for (int i = 0; i < table.labels.length; i++) {
                    table.labels[i] = 1 - table.labels[i];
                }
            }
            case "digits" -> {
                for (double[] row : table.x) {
                    for (int j = 0; j < row.length; j++) {
                        row[j] /= 16;
                    }
                }
            }
            default -> {}
        }
        return table;
    }

    public static LabelledTable unscaled(String file) {
        try {
            List<String[]> lines = Files.readAllLines(Path.of("experiments/data", file + ".csv")).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
            List<String> names = lines.stream()
                    .map(line -> line[line.length - 1])
                    .distinct()
                    .sorted()
                    .toList();
            double[][] x = new double[lines.size()][lines.get(0).length - 1];
            int[] labels = new int[x.length];
            for (int i = 0; i < x.length; i++) {
                for (int j = 0; j < x[i].length; j++) {
                    x[i][j] = Double.parseDouble(lines.get(i)[j]);
                }
                labels[i] = names.indexOf(lines.get(i)[x[i].length]);
            }
            return new LabelledTable(x, labels, names.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void standardise(double[][] x) {
        for (int j = 0; j < x[0].length; j++) {
            double mean = 0;
            double square = 0;
            for (double[] row : x) {
                mean += row[j] / x.length;
            }
            for (double[] row : x) {
                square += (row[j] - mean) * (row[j] - mean) / x.length;
            }
            for (double[] row : x) {
                row[j] = (row[j] - mean) / Math.sqrt(square);
            }
        }
    }
}
