package io.restoregateway.restore;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Who administers a connection; Atlan does not check that these names exist.
 *
 * @param users user names, case-sensitive
 * @param groups group names, case-sensitive
 * @param roles guids of roles
 */
public record Administrators(List<String> users, List<String> groups, List<String> roles) {

    /** Nobody at all. */
    public static final Administrators NOBODY = new Administrators(List.of(), List.of(), List.of());

    public Administrators {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
    }

    /** Tells whether nobody is named. */
    public boolean isEmpty() {
        return users.isEmpty() && groups.isEmpty() && roles.isEmpty();
    }

    /** These and those, each named once, these first. */
    Administrators and(Administrators others) {
        return new Administrators(union(users, others.users), union(groups, others.groups), union(roles, others.roles));
    }

    boolean containsAll(Administrators others) {
        return users.containsAll(others.users) && groups.containsAll(others.groups) && roles.containsAll(others.roles);
    }

    private static List<String> union(List<String> some, List<String> more) {
        SequencedSet<String> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
