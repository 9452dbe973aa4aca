package org.migrationtest.migration;

/** One migration in one direction, in the order of a round trip. */
public enum Step {
    UP("up"),
    DOWN("down"),
    UP_AGAIN("up again");

    private final String label;

    Step(String label) {
        this.label = label;
    }

    /** The step in words: {@code up again}. */
    public String label() {
        return label;
    }
}
