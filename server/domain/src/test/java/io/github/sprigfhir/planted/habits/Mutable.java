package io.github.sprigfhir.planted.habits;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Planted: static state in every form that we look for. */
final class Mutable {
    static int counter;
    static final int[] NUMBERS = {1, 2};
    static final ArrayList<String> NAMES = new ArrayList<>();
    static final ThreadLocal<String> CALLER = new ThreadLocal<>();
    static final AtomicInteger TOTAL = new AtomicInteger();

    private Mutable() {}
}
