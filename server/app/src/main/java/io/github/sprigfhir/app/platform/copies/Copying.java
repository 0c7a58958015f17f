package io.github.sprigfhir.app.platform.copies;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;

/** A request that reads and writes copies, in one partition and in no other. */
public final class Copying extends SystemRequestDetails {

    public Copying(int partition) {
        setRequestPartitionId(RequestPartitionId.fromPartitionId(partition));
    }
}
