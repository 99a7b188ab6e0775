package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collection;
import java.util.List;
import kelvin.contract.Stability;
import kelvin.learner.LearnerSpec;
import kelvin.learner.contextual.Outlook;
import kelvin.model.ModelSpec;
import kelvin.model.classifier.ClassifierSpec;
import kelvin.model.feature.FeatureMap;
import kelvin.policy.PolicySchedule;
import kelvin.yaml.Binder;
import kelvin.yaml.ComponentFinder;
import kelvin.yaml.ComponentKind;
import kelvin.yaml.ComponentType;
import kelvin.yaml.OutsideCode;
import kelvin.yaml.Parameter;
import kelvin.yaml.RecordWriter;
import kelvin.yaml.YamlDocument;

/**
 * The policies, learners, testbeds and other components that experiment files may name: Kelvin's own and a user's.
 *
 * <p>A name is the simple name of a public record in a package of its kind ({@code Ucb1} is
 * {@code kelvin.learner.index.Ucb1}), or the full class name of a user's own public record, found through the class loader given.
 */
@Stability(MAY_CHANGE)
public final class Catalog {
    private final ClassLoader loader;
    private final String classpath;
    private final ComponentFinder components;

    /**
     * Creates a catalog that also knows a user's classes.
     *
     * @param loader finds them; Kelvin's own class loader must be among its parents
     */
    public Catalog(ClassLoader loader) {
        this(loader, "");
    }

    /**
     * Creates a catalog that also knows a user's classes, and the words of the command line that say where they are.
     *
     * @param loader finds them; Kelvin's own class loader must be among its parents
     * @param classpath the jars and folders, as they were written; empty if there are none
     */
    public Catalog(ClassLoader loader, String classpath) {
        this.loader = loader;
        this.classpath = classpath;
        this.components = new ComponentFinder(ComponentKinds.VOCABULARY, loader);
    }

    /** Creates a catalog of Kelvin's own records and of all others on the class path. */
    public Catalog() {
        this(Catalog.class.getClassLoader());
    }

    /** Returns the classes of a user's own. */
    OwnClasses own() {
        return classpath.isEmpty()
                ? OwnClasses.NONE
                : new OwnClasses(classpath, CodeFingerprint.contents(OutsideCode.places(loader)));
    }

    /**
     * Returns the tree of a value, as experiment files write it.
     *
     * @param value a record, or a list, map, number, text or optional of such
     * @return maps, lists, texts and numbers
     */
    public static Object tree(Object value) {
        return new RecordWriter(ComponentKinds.VOCABULARY).of(value);
    }

    /**
     * Returns the components that somebody may mean who writes another name.
     *
     * @param name the name, such as {@code Boltzmann}
     * @return names that exist, such as {@code Softmax}; none where nothing is like it
     */
    public List<String> meant(String name) {
        return components.meant(name, ComponentKinds.ALL);
    }

    /**
     * Returns those of some keys that the field has another name for.
     *
     * @param name a common name, such as {@code reps}
     * @param allowed the keys
     * @return the keys that it may stand for, such as {@code repetitions}
     */
    public static List<String> keysFor(String name, Collection<String> allowed) {
        return CommonNames.ALIASES.keysFor(name, allowed);
    }

    /** Returns a fingerprint of the code that its records run, which differs wherever other code might give other numbers. */
    public String code() {
        return CodeFingerprint.of(loader);
    }

    /**
     * Returns the records of a kind: Kelvin's own, then a user's.
     *
     * @param kind one of {@link ComponentKinds}
     * @return its records, by name
     */
    public List<ComponentType> entries(ComponentKind kind) {
        return components.entries(kind);
    }

    /**
     * Returns the parameters of a record.
     *
     * @param entry the record
     * @return its parameters in order
     */
    public static List<Parameter> parameters(ComponentType entry) {
        return ComponentKinds.VOCABULARY.parameters(entry.type());
    }

    /**
     * Returns a binder of records.
     *
     * @return a binder that has bound nothing yet
     */
    public Binder binder() {
        return new Binder(components);
    }

    /**
     * Reads a policy written as in an experiment file, constant or scheduled.
     *
     * @param source where the text comes from, for errors
     * @param yaml the policy, such as {@code {Softmax: {temperature: 1}}}
     * @return the policy
     * @throws kelvin.yaml.BadInput if it is wrong; the message names source, line, path, what was found and what is allowed
     */
    public PolicySchedule policy(String source, String yaml) {
        return binder().bind(PolicySchedule.class, YamlDocument.root(source, yaml));
    }

    /**
     * Reads a model written as in an experiment file.
     *
     * @param source where the text comes from, for errors
     * @param yaml the model, such as {@code {Means: {}}}
     * @return the model
     * @throws kelvin.yaml.BadInput as {@link #policy} does
     */
    public ModelSpec model(String source, String yaml) {
        return binder().bind(ModelSpec.class, YamlDocument.root(source, yaml));
    }

    /**
     * Reads a classifier written as in an experiment file.
     *
     * @param source where the text comes from, for errors
     * @param yaml the classifier, such as {@code {SoftmaxRegression: {c: 1}}}
     * @return the classifier
     * @throws kelvin.yaml.BadInput as {@link #policy} does
     */
    public ClassifierSpec classifier(String source, String yaml) {
        return binder().bind(ClassifierSpec.class, YamlDocument.root(source, yaml));
    }

    /**
     * Reads an outlook written as in an experiment file.
     *
     * @param source where the text comes from, for errors
     * @param yaml the outlook, such as {@code {Optimistic: {bonus: 1}}}
     * @return the outlook
     * @throws kelvin.yaml.BadInput as {@link #policy} does
     */
    public Outlook outlook(String source, String yaml) {
        return binder().bind(Outlook.class, YamlDocument.root(source, yaml));
    }

    /**
     * Reads a feature map written as in an experiment file.
     *
     * @param source where the text comes from, for errors
     * @param yaml the list of features, such as {@code [{Numeric: {columns: [age]}}]}
     * @return the feature map
     * @throws kelvin.yaml.BadInput as {@link #policy} does
     */
    public FeatureMap features(String source, String yaml) {
        return binder().bind(FeatureMap.class, YamlDocument.root(source, yaml));
    }

    /**
     * Reads a learner written as in an experiment file.
     *
     * @param source where the text comes from, for errors
     * @param yaml the learner, such as {@code {Ucb1: {}}}
     * @return the learner
     * @throws kelvin.yaml.BadInput as {@link #policy} does
     */
    public LearnerSpec learner(String source, String yaml) {
        return binder().bind(LearnerSpec.class, YamlDocument.root(source, yaml));
    }

    /**
     * Reads a policy that chooses one action or one that chooses a set of them.
     *
     * @param source where the text comes from, for errors
     * @param yaml the policy, such as {@code {ExactlyM: {m: 2, temperature: 1}}}
     * @return a {@link PolicySchedule} or a {@link kelvin.policy.subset.SubsetPolicy}
     * @throws kelvin.yaml.BadInput as {@link #policy} does
     */
    public Object anyPolicy(String source, String yaml) {
        return binder().bind(List.of(ComponentKinds.POLICY, ComponentKinds.SUBSET), YamlDocument.root(source, yaml));
    }
}
