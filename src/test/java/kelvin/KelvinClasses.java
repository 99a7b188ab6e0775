package kelvin;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** All classes of Kelvin but those of tests, read once for every test that looks at them. */
public final class KelvinClasses {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kelvin");

    private KelvinClasses() {}

    public static JavaClasses all() {
        return ALL;
    }
}
