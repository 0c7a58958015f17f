package io.github.sprigfhir.app.research;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Tells the operator of each project how old its release is, of how many people, and whether the next one is late. */
@Component("research")
class ResearchHealth implements HealthIndicator {

    private final Projects projects;
    private final Releases releases;
    private final Clock clock;

    ResearchHealth(Projects projects, Releases releases, Clock clock) {
        this.projects = projects;
        this.releases = releases;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var today = Project.dayOf(clock.instant());
        var health = Health.up();
        projects.all().forEach(project -> health.withDetail(project.name(), told(project, today)));
        return health.build();
    }

    private Map<String, Object> told(Project project, LocalDate today) {
        var told = new LinkedHashMap<String, Object>();
        told.put("open", project.study().isOpenOn(today));
        releases.told(project).ifPresent(release -> {
            told.put("released", release.day().toString());
            told.put("shown", release.shown());
            told.put("withheld", release.withheld());
            told.put("smallestGroup", release.smallest());
        });
        if (project.study().isOpenOn(today)) {
            var unfinished = releases.unfinished(project);
            var due = releases.told(project)
                    .map(release -> release.day().plusDays(project.study().daysBetweenReleases()))
                    .or(() -> unfinished.map(Release::day))
                    .orElse(today);
            told.put("isBeingMade", unfinished.isPresent());
            told.put("due", due.toString());
            told.put("daysLate", Math.max(0, ChronoUnit.DAYS.between(due, today)));
        }
        return told;
    }
}
