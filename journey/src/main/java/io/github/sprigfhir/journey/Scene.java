package io.github.sprigfhir.journey;

/** What every chapter plays with: the server, this run's examples, and the two handovers, each as its owner's. */
record Scene(Http http, Examples examples, Episode episode, Handover handover, Handover onward) {

    static Scene of(Http http, Examples examples) {
        var episode = new Episode(examples);
        return new Scene(
                http,
                examples,
                episode,
                new Handover(
                        http.by(Who.LINK_WORKER, episode.linkWorker()),
                        episode.handover(),
                        episode.linkWorkerService()),
                new Handover(
                        http.by(Who.WALKING_GROUP, Episode.service(episode.walkingGroup())),
                        episode.onwardHandover(),
                        episode.walkingGroup()));
    }

    /** The server as the GP calls it. */
    Http gp() {
        return http.by(Who.GP_PRACTICE, episode.gp());
    }

    /** The server as the link worker calls it. */
    Http linkWorker() {
        return http.by(Who.LINK_WORKER, episode.linkWorker());
    }

    /** The server as the walking group calls it. */
    Http walkingGroup() {
        return http.by(Who.WALKING_GROUP, Episode.service(episode.walkingGroup()));
    }

    /** The server as the scheme's office calls it, which keeps the directory. */
    Http office() {
        return http.by(Who.SCHEME_OFFICE);
    }

    /** The server as whoever pays for services calls it. */
    Http commissioner() {
        return http.by(Who.COMMISSIONER);
    }

    /** The server as a researcher calls it. */
    Http researcher() {
        return http.by(Who.RESEARCHER);
    }

    /** A handover that is made on the way, as the service with this token works it. */
    Handover handoverTo(Who who, String service, String identifier) {
        return new Handover(http.by(who, Episode.service(service)), identifier, service);
    }
}
