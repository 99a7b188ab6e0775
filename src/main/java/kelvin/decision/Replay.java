package kelvin.decision;

/** Does once more what the lines of a journal say was done, and notices when one is missing. */
final class Replay implements JournalReader.Reader {
    private final Ledger ledger;

    Replay(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void line(Fields line) {
        if (line.has(Line.DECISION)) {
            follows("step", line.whole("step"), ledger.decisions() + 1, ledger.decisions() + 1);
            Decision decision = StateTree.decision(line);
            ledger.remember(ledger.name(decision.id()), decision);
        } else if (line.has(Line.REWARD)) {
            reward(line);
        } else if (line.has(Line.ARM)) {
            int action = Math.toIntExact(line.whole(Line.ARM));
            follows("arm", action, 0, ledger.arms());
            ledger.put(action, StateTree.arm(line));
        } else {
            ledger.go(line.text(Line.START));
            follows("decisions", line.whole("decisions"), ledger.decisions(), ledger.decisions());
        }
        if (line.has("version")) {
            follows("version", line.whole("version"), ledger.version(), ledger.version());
        }
    }

    private void reward(Fields line) {
        String outcome = line.text("outcome");
        for (Outcome each : Outcome.values()) {
            if (each.word().equals(outcome) && each != Outcome.LEARNED) {
                ledger.count(each);
                return;
            }
        }
        int action = Math.toIntExact(line.whole("action"));
        double reward = line.real("value");
        Arm before = ledger.arm(action);
        Arm taught = new Arm(line.real("estimate"), before.sum() + reward, before.count() + 1, before.open());
        ledger.learn(ledger.find(ledger.name(line.text(Line.REWARD))), reward, action, taught);
    }

    private static void follows(String name, long found, long least, long most) {
        if (found < least || found > most) {
            throw new IllegalArgumentException(name + ": found " + found + ", must be "
                    + (least == most ? "" + least : least + " to " + most) + ": lines before this one are missing");
        }
    }
}
