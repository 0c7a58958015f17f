package io.github.sprigfhir.domain.kernel;

import java.util.Set;

/** Who asks for something to be done, and so for whom they may act. */
public sealed interface Caller {

    /**
     * Whether the caller may act for a party. Who did not say who they are is not held to it: that is for access control
     * to demand.
     */
    boolean mayActFor(Party party);

    /**
     * They said who they are.
     *
     * @param parties everyone they act for, themselves among them
     */
    record Named(Set<Party> parties) implements Caller {

        public Named {
            parties = Set.copyOf(parties);
        }

        @Override
        public boolean mayActFor(Party party) {
            return parties.contains(party);
        }
    }

    /** They did not say who they are. */
    record Unnamed() implements Caller {
        @Override
        public boolean mayActFor(Party party) {
            return true;
        }
    }

    /** This server itself, in consequence of what somebody else was allowed to do. */
    record Server() implements Caller {
        @Override
        public boolean mayActFor(Party party) {
            return true;
        }
    }
}
