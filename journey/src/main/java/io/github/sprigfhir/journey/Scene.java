package io.github.sprigfhir.journey;

/** What every chapter plays with: the server, this run's examples, and the two handovers, each as its owner's. */
record Scene(Http http, Examples examples, Episode episode, Handover handover, Handover onward) {

    static Scene of(Http http, Examples examples) {
        var episode = new Episode(examples);
        var walkingGroup = http.as(Episode.service(episode.walkingGroup()));
        return new Scene(
                http,
                examples,
                episode,
                new Handover(http.as(episode.linkWorker()), episode.handover(), episode.linkWorkerService()),
                new Handover(walkingGroup, episode.onwardHandover(), episode.walkingGroup()));
    }

    /** The server as the GP calls it. */
    Http gp() {
        return http.as(episode.gp());
    }

    /** The server as the link worker calls it. */
    Http linkWorker() {
        return http.as(episode.linkWorker());
    }

    /** A handover that is made on the way, as the service with this token works it. */
    Handover handoverTo(String service, String identifier) {
        return new Handover(http.as(Episode.service(service)), identifier, service);
    }
}
