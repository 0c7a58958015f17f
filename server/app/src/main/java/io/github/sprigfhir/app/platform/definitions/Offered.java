package io.github.sprigfhir.app.platform.definitions;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Everything that clients may read of definitions, and the digest that tells it from what they could read before. */
@Component
public final class Offered {

    private final FhirPackage fhirPackage;
    private final List<MoreDefinitions> more;
    private final FhirContext fhir;

    Offered(FhirPackage fhirPackage, List<MoreDefinitions> more, FhirContext fhir) {
        this.fhirPackage = fhirPackage;
        this.more = more;
        this.fhir = fhir;
    }

    /** All of them, under their ids. */
    public Stream<Resource> definitions() {
        return Stream.of(fhirPackage.definitions().stream(), fhirPackage.measures().stream(), besides())
                .flatMap(definitions -> definitions);
    }

    /** As type and id. */
    Stream<String> withheld() {
        return more.stream().flatMap(one -> one.withheld().stream());
    }

    String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(fhirPackage.digest().getBytes(StandardCharsets.UTF_8));
            var parser = fhir.newJsonParser();
            besides()
                    .map(parser::encodeResourceToString)
                    .forEach(json -> digest.update(json.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Stream<Resource> besides() {
        return more.stream().flatMap(one -> one.offered().stream());
    }
}
