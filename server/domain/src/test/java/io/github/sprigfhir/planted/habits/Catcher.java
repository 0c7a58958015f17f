package io.github.sprigfhir.planted.habits;

/** Planted: one method that catches everything, and one that catches by name. */
final class Catcher {

    private Catcher() {}

    static int everything(String text) {
        try {
            return Integer.parseInt(text);
        } catch (Exception anything) {
            return anything.hashCode();
        }
    }

    static int byName(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return notANumber.hashCode();
        }
    }
}
