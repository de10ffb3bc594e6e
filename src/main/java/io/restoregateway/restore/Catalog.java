package io.restoregateway.restore;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tenant's catalog as one request sees it, within the calls reserved for the request; a call beyond those waits for
 * its own turn in the tenant's budget. Closing it gives the unused calls back.
 */
public interface Catalog extends AutoCloseable {

    /**
     * Reads assets from the store (never from the search index), up to 100 by one call.
     *
     * @param relationships whether to read the edges too; costly for assets with many children
     * @return one entry for each guid
     * @throws CatalogException when the store gives no answer
     */
    Map<Guid, CatalogEntry> find(Collection<Guid> guids, boolean relationships);

    /**
     * Asks the store, not the index, for an asset of that name in any status; of several it finds only the first.
     *
     * @throws CatalogException when the store gives no answer
     */
    NamedEntry findByName(TypeName typeName, QualifiedName qualifiedName);

    /**
     * Searches all assets, in any status, that have one of these qualifiedNames.
     *
     * @throws CatalogException when the search is away
     */
    List<Namesake> findNamesakes(Set<QualifiedName> qualifiedNames);

    /**
     * Makes sure that so many calls can still be made within those reserved, whatever was used up so far.
     *
     * @throws CatalogException when they are not to be had in time
     */
    void secure(int calls);

    /**
     * Restores assets in one transaction, sending their stored values and nothing else.
     *
     * @param assets 1 to 50 verified assets; they are not sent later than {@link RestorableAsset#staleAfter()} allows
     */
    RestoreAnswer restore(List<RestorableAsset> assets);

    /**
     * Archives assets in one transaction. Atlan passes over what is archived already, and may archive what an asset
     * contains along with it.
     *
     * @param assets 1 to 50 verified assets; they are not sent later than {@link ArchivableAsset#staleAfter()} allows
     */
    RestoreAnswer archive(List<ArchivableAsset> assets);

    /** How many calls were made so far, those made again included. */
    int spent();

    @Override
    void close();
}
