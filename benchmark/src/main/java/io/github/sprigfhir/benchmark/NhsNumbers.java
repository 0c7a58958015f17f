package io.github.sprigfhir.benchmark;

import java.util.concurrent.atomic.AtomicInteger;

/** Deals out NHS numbers that are valid but belong to nobody: all begin with 999, which is kept for tests. */
final class NhsNumbers {

    private static final int SERIALS = 1_000_000;
    private static final String RANGE = "999";

    private final AtomicInteger next;

    /** @param first where to begin, so that one run rarely deals out the numbers of another */
    NhsNumbers(int first) {
        next = new AtomicInteger(Math.floorMod(first, SERIALS));
    }

    String next() {
        while (true) {
            var nine = RANGE + "%06d".formatted(next.getAndIncrement() % SERIALS);
            var check = checkDigit(nine);
            if (check < 10) {
                return nine + check;
            }
        }
    }

    /** The number at this place of a fixed order, which comes round again after half a million. */
    static String at(long place) {
        // Of an even serial and the next one, one at least has a check digit: their sums differ by 2.
        var even = (int) Math.floorMod(place, (long) SERIALS / 2) * 2;
        var nine = RANGE + "%06d".formatted(even);
        return checkDigit(nine) < 10 ? nine + checkDigit(nine) : completed(even + 1);
    }

    private static String completed(int serial) {
        var nine = RANGE + "%06d".formatted(serial);
        return nine + checkDigit(nine);
    }

    /** Modulus 11 over nine digits with the weights 10 down to 2; 10 means that there is no valid number. */
    static int checkDigit(String nine) {
        var sum = 0;
        for (var place = 0; place < 9; place++) {
            sum += (nine.charAt(place) - '0') * (10 - place);
        }
        return (11 - sum % 11) % 11;
    }
}
