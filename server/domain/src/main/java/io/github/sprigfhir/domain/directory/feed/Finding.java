package io.github.sprigfhir.domain.directory.feed;

/**
 * One thing about a feed that its publisher may want to put right.
 *
 * @param path where it stands in the service's document, such as {@code schedules[0].byday}
 * @param text a sentence that repeats nothing of the document but short values
 */
public record Finding(Remark remark, String path, String text) {}
