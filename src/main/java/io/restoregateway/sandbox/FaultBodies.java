package io.restoregateway.sandbox;

/** The bodies of Atlan's usual failures, as recorded or documented. */
final class FaultBodies {

    static final String CONFLICT = """
            {"causes":[{"errorType":"org.janusgraph.core.JanusGraphException",\
            "errorMessage":"Could not commit transaction due to exception during persistence",\
            "location":"org.janusgraph.graphdb.transaction.StandardJanusGraphTx.commit (StandardJanusGraphTx.java:1582)"},\
            {"errorType":"org.janusgraph.diskstorage.PermanentBackendException",\
            "errorMessage":"Permanent exception while executing backend operation CacheMutation",\
            "location":"org.janusgraph.diskstorage.util.BackendOperation.executeDirect (BackendOperation.java:79)"}],\
            "errorId":"d051751463e49287","message":"There was an error processing your request."}""";

    static final String EMPTY_BODY = """
            {"causes":[{"errorType":"java.lang.NullPointerException",\
            "errorMessage":"Cannot invoke \\"org.apache.atlas.model.instance.AtlasEntity$AtlasEntitiesWithExtInfo.getEntities()\\" because \\"entities\\" is null",\
            "location":"org.apache.atlas.web.rest.EntityREST.createOrUpdate (EntityREST.java:831)"}],\
            "errorId":"87c6c469fef8bb33","message":"There was an error processing your request."}""";

    static final String MAINTENANCE = """
            {"errorCode":"ATLAS-503-00-001","errorMessage":"Atlas is in maintenance mode; writes are not accepted"}""";

    static final String TOO_MANY_REQUESTS = """
            {"code":429,"error":"Too Many Requests","message":"API rate limit exceeded"}""";

    static final String TOO_MANY_REQUESTS_PAGE =
            "<html><head><title>429 Too Many Requests</title></head><body><h1>429 Too Many Requests</h1></body></html>";

    private FaultBodies() {}
}
