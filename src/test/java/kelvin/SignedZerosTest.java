package kelvin;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** 0.0 and −0.0 are one value to a decision; what tells them apart may not decide. */
class SignedZerosTest {
    private static final JavaClasses DECIDING = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("kelvin.policy", "kelvin.learner", "kelvin.agent", "kelvin.exact", "kelvin.audit");

    @Test
    void noDecisionSearchesOrComparesByTheBitsOfDoubles() {
        noClasses()
                .should(callMethodWhere(DescribedPredicate.describe("tells zeros apart", SignedZerosTest::tellsApart)))
                .check(DECIDING);
    }

    private static boolean tellsApart(JavaCall<?> call) {
        return call.getTarget()
                .getFullName()
                .matches("java\\.lang\\.Double\\.(compare|compareTo|equals|doubleToLongBits)\\(.*"
                        + "|java\\.util\\.Arrays\\.(binarySearch|equals|compare|mismatch)\\(\\[D.*"
                        + "|java\\.util\\.Arrays\\.(binarySearch|equals|compare|mismatch)\\(double\\[].*");
    }
}
