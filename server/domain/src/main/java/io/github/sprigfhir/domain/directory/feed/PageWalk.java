package io.github.sprigfhir.domain.directory.feed;

import java.util.Optional;

/**
 * Says after each page of a feed whether there is another to ask for.
 *
 * <p>The threat: a feed that never ends, or goes round in a circle, keeps the importer busy for ever.
 *
 * <p>The rule: there is another page if this one says so, by {@code last_page} or else by {@code total_pages}, unless it
 * held nothing that was not seen before, or the limit is reached.
 */
public final class PageWalk {

    /** What comes after a page. */
    public sealed interface Next {
        /** Ask for this one. */
        record Page(int number) implements Next {}

        /** That was all. */
        record End() implements Next {}

        /** There is more, but it is not asked for; so nobody knows what is gone. */
        record Stopped(String why) implements Next {}
    }

    private final int mostPages;

    public PageWalk(int mostPages) {
        this.mostPages = mostPages;
    }

    /**
     * Decides after one page.
     *
     * @param number of this page, from 1
     * @param lastPage what the page says of itself
     * @param totalPages what the page says there are
     * @param items how many it holds
     * @param news how many of them were on no page before
     */
    public Next after(int number, Optional<Boolean> lastPage, Optional<Long> totalPages, int items, int news) {
        boolean ended = items == 0
                || lastPage.orElseGet(
                        () -> totalPages.map(total -> number >= total).orElse(true));
        if (ended) {
            return items == 0 && saysThereIsMore(number, lastPage, totalPages)
                    ? new Next.Stopped("Page %d is empty, and says that there are more.".formatted(number))
                    : new Next.End();
        }
        if (news == 0) {
            return new Next.Stopped("Page %d holds nothing that was not on a page before.".formatted(number));
        }
        return number >= mostPages
                ? new Next.Stopped("There are more than %d pages.".formatted(mostPages))
                : new Next.Page(number + 1);
    }

    private static boolean saysThereIsMore(int number, Optional<Boolean> lastPage, Optional<Long> totalPages) {
        return lastPage.map(last -> !last).orElse(false)
                || (lastPage.isEmpty()
                        && totalPages.map(total -> number < total).orElse(false));
    }
}
