package kelvin.yaml;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import kelvin.contract.FileLines;

/** Lines of CSV text that remember from which lines of a file they were taken. */
final class CsvFileLines extends AbstractList<String> implements FileLines, RandomAccess {
    private final String file;
    private final List<String> texts;
    private final long[] places;

    CsvFileLines(String file, List<String> texts, long[] places) {
        this.file = file;
        this.texts = texts;
        this.places = places;
    }

    @Override
    public String get(int index) {
        return texts.get(index);
    }

    @Override
    public int size() {
        return texts.size();
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public long line(int index) {
        return places[index];
    }
}
