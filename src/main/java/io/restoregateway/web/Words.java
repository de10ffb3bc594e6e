package io.restoregateway.web;

import io.restoregateway.restore.Guid;
import io.restoregateway.restore.TypeName;

/** What requests are told again and again, of their properties and of what is wrong with them. */
final class Words {

    static final String GUID_FORM = "^" + Guid.FORM + "$";

    static final String TYPE_NAME_FORM = "^" + TypeName.FORM + "$";

    static final String REQUIRED = "is required";

    static final String TYPE_NAME = "must match " + TypeName.FORM;

    static final String LENGTH = "must have 1 to 10,000 characters; leave it out when it is not to be checked";

    static final String NOT_EMPTY = "must not be empty";

    static final String NO_NAMES = "must name 1 to 500; leave it out to name nobody";

    static final String BLANK = "must not be blank";

    static final String ROLE = "must be the guid of a role, a UUID of 36 lower-case characters";

    static final String TYPE_NAME_IS = "The type as Atlan names it, case-sensitive.";

    static final String QUALIFIED_NAME_IS =
            "The unique name, exactly as Atlan stores it; any characters but NUL and lone surrogates.";

    static final String GUID_IS = "The unique identifier, a UUID of 36 lower-case characters.";

    static final String NAME_IS = "Optional: refused when another name is stored; never written.";

    static final String GLOSSARY_GUID_IS =
            "Optional, for terms and categories: refused when they belong to another glossary; never written.";

    static final String INCLUDE_TERMS_IS =
            "Optional, for glossaries: allows that all archived terms and categories come back with the glossary.";

    static final String VALIDATE_ONLY_IS = "true for every check and no write. Only `true` and `false` are accepted.";

    static final String ADMIN_USERS_IS =
            "Optional: users to add to the stored ones; Atlan does not validate the names.";

    static final String ADMIN_GROUPS_IS =
            "Optional: groups to add to the stored ones; Atlan does not validate the names.";

    static final String ADMIN_ROLES_IS = "Optional: guids of roles to add to the stored ones.";

    private Words() {}
}
