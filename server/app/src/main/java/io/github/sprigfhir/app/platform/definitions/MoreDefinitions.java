package io.github.sprigfhir.app.platform.definitions;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;

/** Definitions that are no part of the FHIR package, since whether they may be read is the operator's to say. */
public interface MoreDefinitions {

    /** Those that may be read, under their ids. */
    List<Resource> offered();

    /** Those that may not, and may have been read before; as type and id, such as {@code Questionnaire/ucla-3}. */
    List<String> withheld();
}
