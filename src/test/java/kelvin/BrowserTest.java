package kelvin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.io.Serializable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/**
 * Rules that keep what the page in {@code src/page} is compiled from runnable in a browser, which has one thread and TeaVM's library.
 * Two more, that it knows no files and looks into no classes, are in {@link ArchitectureTest}.
 */
class BrowserTest {
    private static final JavaClasses KELVIN = KelvinClasses.all();
    private static final String[] PAGE = {
        "kelvin.contract..",
        "kelvin.numeric..",
        "kelvin.random..",
        "kelvin.schedule..",
        "kelvin.policy..",
        "kelvin.model..",
        "kelvin.learner..",
        "kelvin.bandit..",
        "kelvin.metric..",
        "kelvin.simulation.."
    };

    @Test
    void onlyThePoolOfWorkersKnowsThreads() {
        GivenClassesConjunction others = noClasses()
                .that()
                .resideInAnyPackage(PAGE)
                .and()
                .doNotHaveFullyQualifiedName("kelvin.simulation.WorkerPool");
        others.should()
                .dependOnClassesThat(resideInAnyPackage("java.util.concurrent..")
                        .and(not(type(ConcurrentHashMap.class)))
                        .or(type(Thread.class)))
                .check(KELVIN);
        others.should().callMethodWhere(target(name("parallelStream"))).check(KELVIN);
    }

    /** Not Commons Statistics' inference, for one: its ranks can split ties by a random generator that TeaVM lacks. */
    @Test
    void itsLibrariesRunInABrowser() {
        classes()
                .that()
                .resideInAnyPackage(PAGE)
                .should()
                .onlyDependOnClassesThat(type(Serializable.class)
                        .or(resideInAnyPackage(
                                "kelvin..",
                                "java.lang..",
                                "java.math..",
                                "java.util..",
                                "org.apache.commons.rng..",
                                "org.apache.commons.statistics.distribution..",
                                "org.apache.commons.statistics.descriptive..",
                                "org.jspecify..")))
                .check(KELVIN);
    }
}
