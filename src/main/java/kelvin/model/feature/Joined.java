package kelvin.model.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import kelvin.contract.InvalidValue;

/** The encoder of several parts, one after the other. */
final class Joined implements PartEncoder {
    private final List<PartEncoder> parts;
    private final List<String> names = new ArrayList<>();
    private final int[] ends;

    Joined(List<PartEncoder> parts) {
        this.parts = parts;
        this.ends = new int[parts.size()];
        for (int i = 0; i < ends.length; i++) {
            names.addAll(parts.get(i).names());
            ends[i] = names.size();
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public void write(Observation seen, double[] out, int from) {
        int place = from;
        for (int i = 0; i < ends.length; i++) {
            parts.get(i).write(seen, out, place);
            place = from + ends[i];
        }
    }

    @Override
    public double[] state() {
        return parts.stream()
                .flatMapToDouble(part -> DoubleStream.of(part.state()))
                .toArray();
    }

    @Override
    public void restore(double[] state) {
        int wanted = state().length;
        if (state.length != wanted) {
            throw new InvalidValue("state", state.length + " numbers", wanted + " numbers");
        }
        int from = 0;
        for (PartEncoder part : parts) {
            int length = part.state().length;
            part.restore(Arrays.copyOfRange(state, from, from + length));
            from += length;
        }
    }
}
