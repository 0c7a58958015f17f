package io.github.sprigfhir.benchmark;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.sprigfhir.domain.kernel.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Gives those providers a role to speak in whose directory entry has none, since contacts name people. */
final class Voices {

    private Voices() {}

    static List<Player> give(List<Player> players, Desk desk, FhirServer server)
            throws IOException, InterruptedException {
        var admin = players.stream()
                .filter(player -> player.role() == Role.ADMINISTRATOR)
                .findFirst()
                .orElseThrow();
        var somebody =
                server.as(admin.client()).all("/fhir/Practitioner?_count=1").get(0);
        var voiced = new ArrayList<Player>();
        for (var player : players) {
            if (player.role() != Role.PROVIDER) {
                voiced.add(player);
                continue;
            }
            var role = JsonNodeFactory.instance
                    .objectNode()
                    .put("resourceType", "PractitionerRole")
                    .put("active", true);
            role.putArray("identifier")
                    .addObject()
                    .put("system", player.system())
                    .put("value", "VOICE");
            role.putArray("code")
                    .add(TaskChange.concept("https://sprig-fhir.github.io/ig/CodeSystem/role", "referrer"));
            role.putObject("practitioner").put("reference", Moves.address(somebody));
            role.putObject("organization").put("reference", player.organisation());
            var voice = desk.post("directory", admin, role);
            voiced.add(
                    voice.isEmpty()
                            ? player
                            : new Player(player.client(), player.badge(), player.code(), voice, player.services()));
        }
        return voiced;
    }
}
