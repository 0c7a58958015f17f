package io.github.sprigfhir.domain.research;

/**
 * How those who take part in a project are protected from being found in it.
 *
 * @param k how many people at least share what is shown of each of them; 2 or more, and 5 unless there is a reason
 * @param days in which form days are shown
 * @param area how much of where people live is shown
 */
public record Protection(int k, Days days, Area area) {}
