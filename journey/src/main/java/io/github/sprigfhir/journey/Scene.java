package io.github.sprigfhir.journey;

/** What every chapter plays with: the server, this run's example transactions, and the two handovers. */
record Scene(Http http, Examples examples, Episode episode, Handover handover, Handover onward) {

    static Scene of(Http http, Examples examples) {
        var episode = new Episode(examples);
        return new Scene(
                http,
                examples,
                episode,
                new Handover(http, episode.handover(), episode.linkWorkerService()),
                new Handover(http, episode.onwardHandover(), episode.walkingGroup()));
    }
}
