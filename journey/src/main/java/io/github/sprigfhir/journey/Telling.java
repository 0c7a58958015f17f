package io.github.sprigfhir.journey;

import java.util.List;

/** Plays one chapter after the other, and stops at the first answer that is not as expected. */
final class Telling {

    private final Screen screen;

    Telling(Screen screen) {
        this.screen = screen;
    }

    /** Whether every step went as expected. */
    boolean tell(List<Chapter> story) throws InterruptedException {
        var steps = story.stream().mapToInt(chapter -> chapter.steps().size()).sum();
        var begun = System.nanoTime();
        var number = 0;
        for (var chapter : story) {
            screen.title(chapter.title());
            for (var step : chapter.steps()) {
                number++;
                screen.step(number, step);
                try {
                    screen.answer(step.act().play());
                } catch (Unexpected problem) {
                    screen.stopped(number, steps, problem);
                    return false;
                }
            }
        }
        screen.ended(steps, (System.nanoTime() - begun) / 1_000_000);
        return true;
    }
}
