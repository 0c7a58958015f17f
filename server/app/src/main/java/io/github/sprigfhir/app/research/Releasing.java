package io.github.sprigfhir.app.research;

import io.github.sprigfhir.app.platform.OneServer;
import io.github.sprigfhir.app.platform.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sees every minute to what is due: a release, the removal of one that is over. Of several servers one does. */
@Component
class Releasing implements SmartLifecycle, Runnable {

    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration LAST_MOMENTS = Duration.ofSeconds(5);

    private final Projects projects;
    private final ResearchKeeper keeper;
    private final Releases releases;
    private final ReleaseMaker maker;
    private final Removal removal;
    private final Clock clock;
    private final OneServer oneServer;
    private final Rounds rounds = new Rounds("sprig-research", PAUSE, LAST_MOMENTS);

    Releasing(
            Projects projects,
            ResearchKeeper keeper,
            Releases releases,
            ReleaseMaker maker,
            Removal removal,
            Clock clock,
            OneServer oneServer) {
        this.projects = projects;
        this.keeper = keeper;
        this.releases = releases;
        this.maker = maker;
        this.removal = removal;
        this.clock = clock;
        this.oneServer = oneServer;
    }

    @Override
    public void start() {
        if (!projects.all().isEmpty()) {
            rounds.start(this);
        }
    }

    @Override
    public void stop() {
        rounds.stop();
    }

    @Override
    public boolean isRunning() {
        return rounds.areRunning();
    }

    /** Does what is due, unless another server does. */
    @Override
    public void run() {
        oneServer.does("sprig research", () -> {
            keeper.settleWhoseTimeHasCome();
            seeToAll();
        });
    }

    /** What breaks off for one project does not keep the others waiting. */
    private void seeToAll() {
        var seen = projects.all().stream()
                .map(project -> CompletableFuture.runAsync(() -> see(project), Runnable::run))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(seen).join();
    }

    private void see(Project project) {
        var today = Project.dayOf(clock.instant());
        if (!project.study().isOpenOn(today)) {
            releases.kept(project).forEach(removal::of);
            return;
        }
        due(project, today).ifPresent(maker::make);
        var current = releases.current(project);
        releases.kept(project).stream()
                .filter(release -> current.isPresent() && !current.get().equals(release))
                .forEach(removal::of);
    }

    /** The release that is to be made or finished now, if one is. */
    private Optional<Release> due(Project project, LocalDate today) {
        var unfinished = releases.unfinished(project);
        if (unfinished.isPresent()) {
            return unfinished;
        }
        var isTime = releases.lastDay(project)
                .map(day -> !day.plusDays(project.study().daysBetweenReleases()).isAfter(today))
                .orElse(true);
        return isTime ? Optional.of(begin(project, today)) : Optional.empty();
    }

    private Release begin(Project project, LocalDate today) {
        var partition = freePartition(project);
        removal.in(partition);
        return releases.begin(project, today, partition);
    }

    private int freePartition(Project project) {
        var taken = releases.kept(project).stream().map(Release::partition).toList();
        return project.partitions().stream()
                .filter(partition -> !taken.contains(partition))
                .findFirst()
                .orElseThrow();
    }
}
