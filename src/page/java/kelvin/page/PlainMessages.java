package kelvin.page;

import java.util.stream.IntStream;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Lets {@link String#format(String, Object...)} return its pattern as it is in the compiled classes.
 *
 * <p>On the page only messages of errors that cannot happen there are formatted so: those of the statistics library, and of memory that
 * games of its size do not need. The real method would bring the formats, currencies and dates of all countries, a third of the classes.
 */
public final class PlainMessages implements ClassHolderTransformer {
    private static final ValueType TEXT = ValueType.object("java.lang.String");

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (!type.getName().equals("java.lang.String")) {
            return;
        }
        for (MethodHolder method : type.getMethods()) {
            if (method.getName().equals("format")) {
                int pattern = IntStream.range(0, method.parameterCount())
                        .filter(i -> method.parameterType(i).equals(TEXT))
                        .findFirst()
                        .orElseThrow();
                ProgramEmitter.create(method, context.getHierarchy())
                        .var(pattern + 1, TEXT)
                        .returnValue();
            }
        }
    }
}
