package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.model.Context;
import org.jspecify.annotations.Nullable;

/**
 * Makes decisions and learns from rewards in a long-running program, with a journal that accounts for every decision.
 *
 * <pre>
 *   DecisionMaker maker = DecisionMaker.open(folder, new Settings(new Softmax(0.1), 3, Seed.of(1)));
 *   Decision decision = maker.decide("request 17");       // action, propensity, version of the state
 *   maker.commit();                                       // now it is on disk
 *   maker.reward("request 17", 1.0);                      // late, twice, out of order or never
 * </pre>
 *
 * <p><b>Choices</b> are a function of (seed, id, state), so a logged decision can be drawn again ({@link ReplayCheck});
 * {@link Decision} gives the formula.
 *
 * <p><b>Threads.</b> Any number of threads may call anything at any time; calls are linearizable. A choice is drawn from an
 * immutable view, without a lock; a short lock then makes sure that the view is still the newest, remembers the decision and adds
 * it to the lines that the journal will write. {@link #probabilities} takes no lock. A schedule makes every decision a new view,
 * drawn from under the lock. Cost for n arms: a decision O(n); a learned reward O(n) and one evaluation of the policy.
 *
 * <p><b>Durability.</b> {@link #decide} and {@link #reward} never fail because of a disk. {@link #commit} returns when everything
 * done before is on disk; it is one forced write for all threads that wait. What was committed survives {@code kill -9} at any
 * moment, and a loss of power as far as the disk keeps its word. Where the disk is full or read-only, {@code commit} says so and
 * the program can go on. Where nobody commits, one call in 8192 writes for all; calls wait for a disk only where it works but is
 * more than 131 072 lines behind.
 */
@Stability(MAY_CHANGE)
public final class DecisionMaker implements Closeable {
    private final JournalRecord.Files files;
    private final LockedState lockedState;

    DecisionMaker(JournalRecord.Files files, LockedState lockedState) {
        this.files = files;
        this.lockedState = lockedState;
    }

    /** Creates a decision maker in memory, without a journal, as {@link #DecisionMaker(Settings, State, InstantSource)} does. */
    public DecisionMaker(Settings rules) {
        this(rules, InstantSource.system());
    }

    /** Creates a decision maker in memory, with a clock, as {@link #DecisionMaker(Settings, State, InstantSource)} does. */
    public DecisionMaker(Settings rules, InstantSource clock) {
        this(rules, State.initial(rules), clock);
    }

    /** Creates a decision maker in memory from a state, as {@link #DecisionMaker(Settings, State, InstantSource)} does. */
    public DecisionMaker(Settings rules, State state) {
        this(rules, state, InstantSource.system());
    }

    /**
     * Creates a decision maker in memory, without a journal, that resumes from a state.
     *
     * @param rules what it goes by; their arms and initial value are not used
     * @param state where it goes on
     * @param clock the time of decisions and rewards, in milliseconds; asked by any thread
     */
    public DecisionMaker(Settings rules, State state, InstantSource clock) {
        lockedState = LockedState.inMemory(rules, state, clock);
        files = new JournalRecord.NoFiles(lockedState);
    }

    /** Opens a decision maker in a folder by the system's clock, as {@link #open(Path, Settings, InstantSource)} does. */
    public static DecisionMaker open(Path folder, Settings rules) throws IOException {
        return open(folder, rules, InstantSource.system());
    }

    /**
     * Opens a decision maker that keeps its journal and snapshots in a folder, and resumes where they end.
     *
     * @param folder its own folder; made if missing
     * @param rules what it goes by; where the folder holds a state, their arms and initial value are not used
     * @param clock the time of decisions and rewards, in milliseconds; asked by any thread
     * @return the decision maker; {@link #notes} tells what had to be left out
     * @throws kelvin.decision.journal.DamagedFile if a file is not as it was written and no other can stand in
     * @throws IllegalArgumentException if the policy cannot choose among the open arms; then nothing has been written
     * @throws IOException if the folder cannot be read or written, or is in use
     */
    public static DecisionMaker open(Path folder, Settings rules, InstantSource clock) throws IOException {
        Require.notNull("folder", folder);
        Rotation files = Rotation.open(folder, rules, clock);
        return new DecisionMaker(files, files.lockedState());
    }

    /** Selects among all open arms, by their estimates, as {@link #decide(Request)} does. */
    public Decision decide(String id) {
        return decide(Request.of(id));
    }

    /** Selects among some arms (null for all), by their estimates, as {@link #decide(Request)} does. */
    public Decision decide(String id, @Nullable BitSet open) {
        return decide(new Request(id, open, null, null));
    }

    /** Selects among some arms (null for all), by values of the caller's own, as {@link #decide(Request)} does. */
    public Decision decide(String id, double[] scores, @Nullable BitSet open) {
        Require.notNull("scores", scores);
        return decide(new Request(id, open, scores, null));
    }

    /** Selects among all open arms, by what is seen, as {@link #decide(Request)} does. */
    public Decision decide(String id, Context context) {
        Require.notNull("context", context);
        return decide(new Request(id, null, null, context));
    }

    /**
     * Selects an action. Where the id is remembered the answer is the same decision again, whatever else the request says, as long as
     * its action is still allowed.
     *
     * @param request what to decide about
     * @return the decision
     * @throws IllegalArgumentException if no arm may be chosen; if there are more or fewer scores than arms, or the context is not the one
     *     that the learner looks at; or if the id is remembered with an action that has been closed since, or that the request does not
     *     allow. Then nothing has changed
     */
    public Decision decide(Request request) {
        Require.notNull("request", request);
        return rotated(lockedState.decide(request, null));
    }

    private <T> T rotated(T answer) {
        files.rotateIfLong();
        return answer;
    }

    /** {@return the kill switch, shadow mode, and the counts of what was explored} */
    public Guards guards() {
        return new Guards(lockedState, files);
    }

    /**
     * Learns the reward of a decision. Never fails for a decision that is not known: the answer says what became of the
     * reward, {@link State#counts} how often.
     *
     * @param id the decision's name
     * @param reward what it gave; finite
     * @return what became of it
     * @throws IllegalArgumentException if the reward is not finite, or adds up to no finite number; or if the decision shows a slate
     */
    public RewardOutcome reward(String id, double reward) {
        return rotated(lockedState.reward(id, Decision.SLATE, reward));
    }

    /**
     * {@return what became of the reward of an action of a slate, each of which may have one; as {@link #reward(String, double)} otherwise}
     * @throws IllegalArgumentException if the reward is not finite, or the decision does not show the action
     */
    public RewardOutcome reward(String id, int action, double reward) {
        Require.atLeast("action", 0, action);
        return rotated(lockedState.reward(id, action, reward));
    }

    /**
     * {@return the action of an arm that is added}
     * @param value what it is taken to be worth, in reward units; finite
     * @param weight how many rewards that counts as: 0 for a mere starting value, which the first reward replaces under sample
     *     averages; more for a prior, or for a warm start from rewards seen elsewhere
     * @throws IllegalArgumentException if the policy cannot choose among one more, as a floor of 0.1 cannot among eleven
     */
    public int addArm(double value, long weight) {
        return lockedState.addArm(ActionEstimate.prior(value, weight));
    }

    /** Adds an arm with a name that no other has, 1 to 256 characters, as {@link #addArm(double, long)} does. */
    public int addArm(String name, double value, long weight) {
        Require.notNull("name", name);
        return lockedState.addArm(ActionEstimate.prior(value, weight).withName(name));
    }

    /** {@return the name of an arm, which is its number where it was given none} */
    public String name(int action) {
        return lockedState.locked(state -> ActionEstimate.name(state.now().arms(), action));
    }

    /** {@return the action of the arm of a name, given or by number; an {@code IllegalArgumentException} if there is none} */
    public int action(String name) {
        return lockedState.locked(state -> ActionEstimate.action(state.now().arms(), name));
    }

    /**
     * Starts from rewards seen elsewhere, before the first decision: each arm takes the estimate of its action, where that has any
     * rewards; more arms are added where there are more. The journal records it.
     *
     * @param estimates what is known of each action, such as {@link JournalLog#estimates} of another decision maker
     * @return false if decisions have been made already, as after a restart; then nothing has changed
     * @throws IllegalArgumentException if a learner decides, which has no estimates, or the policy cannot choose among more arms; then
     *     nothing has changed
     */
    public boolean warmStart(List<ActionEstimate> estimates) {
        return lockedState.warmStart(List.copyOf(estimates));
    }

    /**
     * Closes an arm, or opens it again. What is known of it is kept, and rewards of its decisions are still learned.
     *
     * @param action the arm; its number is never given to another
     * @param open whether it may be chosen from now on
     * @throws IllegalArgumentException if there is no such arm, no other is open, or the policy cannot choose among those that
     *     would be; then nothing has changed
     */
    public void setOpen(int action, boolean open) {
        lockedState.setOpen(action, open);
    }

    /**
     * Erases decisions by their ids, as {@link kelvin.decision.erasure.Erasure#ids} does in a closed folder, while others decide, who wait
     * only while the lines that came meanwhile are written anew. Killed at any moment, all is erased or nothing. A reward that comes later
     * is {@link RewardOutcome#UNKNOWN}. Where the message of an {@code IOException} does not say otherwise, nothing has been erased.
     */
    public long erase(Collection<String> ids) throws IOException {
        Require.notNull("ids", ids);
        return files.erase(
                lockedState.locked(state -> ids.stream().map(state::name).collect(Collectors.toSet())));
    }

    /** {@return the probability of each action, from which the next decision would be drawn; that it is shown, under slates} */
    public double[] probabilities() {
        return lockedState.probabilities();
    }

    /** {@return the complete present state, a copy that stays as it is} */
    public State state() {
        return lockedState.locked(MutableState::state);
    }

    /** {@return the counts of rewards by outcome and of evictions, without copying the state} */
    public DecisionCounts counts() {
        return lockedState.locked(MutableState::counts);
    }

    /** {@return counts, memory, journal and disk at this moment, also once closed, at a cost that does not grow with the memory} */
    public DecisionHealth health() {
        return DecisionHealth.of(lockedState, files.store());
    }

    /** Adds a listener, which receives the events from here on. */
    public void listen(DecisionListener listener) {
        lockedState.events().listen(listener);
    }

    /**
     * {@return a line for all that had to be skipped on opening the folder (an unfinished last line, a corrupt snapshot), and for what the
     * memory has dropped, by bound: decisions whose rewards never came or will be {@link RewardOutcome#UNKNOWN}}
     */
    public List<String> notes() {
        return Stream.concat(files.notes().stream(), lockedState.evictions().stream())
                .toList();
    }

    /**
     * Commits: returns when everything done before this call is on disk (fsync). Any number of threads share one forced
     * write. In memory alone this does nothing.
     *
     * @throws IOException if the disk refuses; the next commit tries again. Also if all is on disk, but a journal above 64 MiB
     *     could not be followed by a {@link #save}
     */
    public void commit() throws IOException {
        lockedState.requireOpen();
        files.commit();
    }

    /**
     * Writes a snapshot (checkpoint) and rotates the journal. The state is copied under the lock; it is written outside it.
     *
     * @throws IOException if the disk refuses; the earlier snapshots and journals still hold all that was committed
     */
    public void save() throws IOException {
        lockedState.requireOpen();
        files.save();
    }

    /**
     * Commits, closes the files and unlocks the folder. Where opening it again would replay much of the journal, a
     * snapshot is written. Every other call then throws {@link IllegalStateException}; closing again does nothing.
     *
     * @throws IOException if the disk refuses; the folder is let go all the same
     */
    @Override
    public void close() throws IOException {
        files.close();
    }
}
