package kelvin.contract;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.List;

/** A list of texts taken from rows of a file, which errors about one of them can name. */
@Stability(STABLE)
public interface FileLines extends List<String> {
    /**
     * Returns the file.
     *
     * @return its path, as errors name it
     */
    String file();

    /**
     * Returns where a text begins in the file.
     *
     * @param index its index in this list
     * @return the line, from 1
     */
    long line(int index);
}
