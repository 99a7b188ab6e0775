package kelvin.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A security provider whose SHA-256 does no work, so that a program can be measured without its hashes and without a switch in it.
 */
final class NoDigest extends Provider {
    private static final long serialVersionUID = 1;
    private static final String NAME = "NoDigest";

    private NoDigest() {
        super(NAME, "1", "SHA-256 without work, for benchmarks");
        putService(new Service(this, "MessageDigest", "SHA-256", Digest.class.getName(), List.of(), Map.of()) {
            @Override
            public Object newInstance(Object parameter) {
                return new Digest();
            }
        });
    }

    /** Makes every digest from now on do no work, or all of its work again. */
    static void use(boolean noWork) {
        Security.removeProvider(NAME);
        if (noWork) {
            Security.insertProviderAt(new NoDigest(), 1);
        }
        if (worksNot() != noWork) {
            throw new IllegalStateException("another provider makes the digests");
        }
    }

    private static boolean worksNot() {
        try {
            return Arrays.equals(new byte[32], MessageDigest.getInstance("SHA-256").digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Digest extends MessageDigest {
        Digest() {
            super("SHA-256");
        }

        @Override
        protected void engineUpdate(byte input) {}

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {}

        @Override
        protected byte[] engineDigest() {
            return new byte[32];
        }

        @Override
        protected void engineReset() {}
    }
}
