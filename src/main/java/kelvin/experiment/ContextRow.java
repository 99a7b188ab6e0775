package kelvin.experiment;

/** The cells of one logged decision, in columns that are numbered as its file has them. */
interface ContextRow {
    /** Returns true if a cell is blank: the value is missing. */
    boolean isBlank(int column);

    /** Returns a cell as a text. */
    String text(int column);

    /** Returns a cell as a finite number; any other is an error. */
    double number(int column);

    /** Returns the error for a cell that must be something else. */
    RuntimeException wrong(int column, String allowed);

    /** Returns the place of a value in a column, for errors. */
    String place(String name);
}
