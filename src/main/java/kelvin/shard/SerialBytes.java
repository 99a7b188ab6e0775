package kelvin.shard;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;
import kelvin.file.IoMessage;
import kelvin.yaml.BadInput;
import kelvin.yaml.OutsideCode;

/** Turns what tasks need into bytes and back, by Java's serialisation; between processes of one build only. */
final class SerialBytes {
    private SerialBytes() {}

    static byte[] of(Serializable value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        } catch (NotSerializableException e) {
            throw new BadInput("found a " + e.getMessage() + " in a component of the experiment, must be Serializable,"
                    + " as everything has to be that is played on other machines");
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.of(e), e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(Class<T> type, byte[] bytes, ClassLoader loader) {
        try (ObjectInputStream in = new Loading(new ByteArrayInputStream(bytes), loader)) {
            return type.cast(in.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(IoMessage.of(e), e);
        } catch (ClassNotFoundException e) {
            throw new BadInput("found no class " + e.getMessage() + " where a task was to be played");
        }
    }

    /** Finds classes by a class loader. */
    private static final class Loading extends ObjectInputStream {
        private final ClassLoader loader;

        Loading(InputStream in, ClassLoader loader) throws IOException {
            super(in);
            this.loader = loader;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described) throws IOException, ClassNotFoundException {
            try {
                return OutsideCode.find(described.getName(), loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(described); // a primitive type
            }
        }
    }
}
