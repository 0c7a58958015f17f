package io.github.sprigfhir.domain.kernel;

/**
 * Someone who can act: a person in a role, an organisation, one of its services, or the person helped.
 *
 * @param name what tells this party from every other, such as {@code HealthcareService/42}; compared to the letter
 */
public record Party(String name) {

    @Override
    public String toString() {
        return name;
    }
}
