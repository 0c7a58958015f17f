package io.github.sprigfhir.app.platform.definitions;

/**
 * A view that is shipped with the server, a ViewDefinition of SQL on FHIR.
 *
 * @param name by which SQL knows it, such as {@code unmet_need}
 * @param address its canonical address, which ends with its id
 * @param type of the resources that it is of
 * @param json the whole of it
 */
public record View(String name, String address, String type, String json) {

    /** Whether a reference means it: by its canonical address, or as {@code ViewDefinition/unmet-need}. */
    boolean isMeantBy(String reference) {
        return reference.equals(address)
                || (reference.startsWith("ViewDefinition/") && address.endsWith("/" + reference));
    }
}
