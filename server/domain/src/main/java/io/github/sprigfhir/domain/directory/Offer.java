package io.github.sprigfhir.domain.directory;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a service says of itself, as far as it matters for finding it.
 *
 * @param id the service's id
 * @param name what it is called
 * @param needs need categories that it serves
 * @param places where it takes place
 * @param access how people come to it
 * @param ages whom it is for
 * @param level the assurance level that it has today; none where nothing is assured
 * @param vacancy whether it can take somebody now
 * @param times when it is open
 */
public record Offer(
        String id,
        String name,
        Set<String> needs,
        List<Position> places,
        Ways access,
        Ages ages,
        Optional<Integer> level,
        CapacityStatus vacancy,
        OpeningTimes times) {

    public Offer {
        needs = Set.copyOf(needs);
        places = List.copyOf(places);
    }

    /**
     * How people come to a service.
     *
     * @param languages in which it is given, as BCP 47 tags; none said if empty
     * @param accessibility what makes it possible for more people to use it; none said if empty
     * @param modes modes of contact; none said if empty
     * @param provision {@code free}, {@code disc}, {@code cost}
     * @param hasArea whether it is only for the people of an area
     * @param areas codes of that area, as far as they are known
     */
    public record Ways(
            Set<String> languages,
            Set<String> accessibility,
            Set<String> modes,
            Set<String> provision,
            boolean hasArea,
            Set<String> areas) {

        public Ways {
            languages = Set.copyOf(languages);
            accessibility = Set.copyOf(accessibility);
            modes = Set.copyOf(modes);
            provision = Set.copyOf(provision);
            areas = Set.copyOf(areas);
        }
    }
}
