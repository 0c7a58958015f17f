package io.github.sprigfhir.app.platform;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import org.springframework.stereotype.Component;

/** Keeps every request on the operational partition; the partitions of copies have no door. */
@Component
@Interceptor
public class Partitions implements SprigFeature {

    public static final int DEFAULT = 0;

    @Hook(Pointcut.STORAGE_PARTITION_IDENTIFY_ANY)
    RequestPartitionId identify() {
        return RequestPartitionId.fromPartitionId(DEFAULT);
    }
}
