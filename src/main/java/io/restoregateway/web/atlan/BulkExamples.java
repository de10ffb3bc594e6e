package io.restoregateway.web.atlan;

/** What a caller sends and reads, for the API's description; the request works on the sandbox as it stands. */
final class BulkExamples {

    /** Atlan's published example. */
    static final String REQUEST = """
            {"entities": [{
              "typeName": "Connection",
              "attributes": {
                "name": "mongodb.atlan.com",
                "category": "warehouse",
                "connectorName": "mongodb",
                "qualifiedName": "default/mongodb/mongodb.atlan.com"
              },
              "guid": "e185209b-4b08-4e2f-acc7-35c47229f67f",
              "status": "ACTIVE"
            }]}""";

    static final String RESTORED = """
            {
              "mutatedEntities": {"UPDATE": [{
                "typeName": "Connection",
                "attributes": {
                  "adminGroups": ["group2"],
                  "adminRoles": ["4ac34935-5fc8-4a7a-9505-ea7a530b8e89"],
                  "adminUsers": ["jsmith"],
                  "allowQuery": false,
                  "category": "warehouse",
                  "connectorName": "mongodb",
                  "name": "mongodb.atlan.com",
                  "ownerUsers": [],
                  "qualifiedName": "default/mongodb/mongodb.atlan.com"
                },
                "guid": "e185209b-4b08-4e2f-acc7-35c47229f67f",
                "status": "ACTIVE",
                "displayText": "mongodb.atlan.com",
                "classificationNames": [],
                "classifications": [],
                "meaningNames": [],
                "meanings": [],
                "isIncomplete": false,
                "labels": [],
                "createdBy": "jsmith",
                "updatedBy": "service-account-apikey-6f7f1591-a247-42bd-a969-11ec2e654678",
                "createTime": 1652781231100,
                "updateTime": 1795294184007
              }]},
              "guidAssignments": {}
            }""";

    static final String ALREADY_ACTIVE = "{\"guidAssignments\": {}}";

    static final String NO_GUID = """
            {"errorCode": "GATEWAY-INVALID_REQUEST",
             "errorMessage": "/entities/0/guid must be the asset's own guid, a UUID of 36 lower-case characters; without it Atlan creates an asset, or changes another one, where the qualifiedName does not match, so the placeholders of the SDKs' restore() are refused: use POST /api/v1/assets/restore-by-qualified-name, which finds the guid itself"}""";

    static final String UNAUTHENTICATED = """
            {"errorCode": "GATEWAY-UNAUTHENTICATED",
             "errorMessage": "Send the gateway's API key as 'Authorization: Bearer <key>' or as 'X-API-Key: <key>'"}""";

    static final String FORBIDDEN_BY_ATLAN = """
            {"errorCode": "GATEWAY-FORBIDDEN_BY_ATLAN",
             "errorMessage": "Atlan does not let the gateway read the asset e185209b-4b08-4e2f-acc7-35c47229f67f.",
             "entityGuid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}""";

    static final String NO_SUCH_GUID = """
            {"errorCode": "ATLAS-404-00-00A",
             "errorMessage": "The catalog has no asset with guid 11111111-2222-4333-8444-555555555555.",
             "entityGuid": "11111111-2222-4333-8444-555555555555"}""";

    static final String OTHER_NAME = """
            {"errorCode": "ATLAS-404-00-00A",
             "errorMessage": "The asset e185209b-4b08-4e2f-acc7-35c47229f67f is not what was claimed: qualifiedName is stored as 'default/mongodb/mongodb.atlan.com', not 'default/mongodb/MONGODB.atlan.com'.",
             "entityGuid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}""";

    static final String OTHER_ATTRIBUTE = """
            {"errorCode": "GATEWAY-ATTRIBUTE_MISMATCH",
             "errorMessage": "The asset e185209b-4b08-4e2f-acc7-35c47229f67f is not what was claimed: category is stored as 'warehouse', not 'bi'.",
             "entityGuid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}""";

    static final String TOO_LARGE = """
            {"errorCode": "GATEWAY-TOO_LARGE",
             "errorMessage": "The body has more than 8,388,608 bytes, the limit (gateway.web.max-body-size)"}""";

    static final String OTHER_MEDIA_TYPE = """
            {"errorCode": "GATEWAY-UNSUPPORTED_MEDIA_TYPE",
             "errorMessage": "Content-Type text/plain is not accepted; send the body as application/json in UTF-8"}""";

    static final String TOO_MANY = """
            {"errorCode": "GATEWAY-TOO_MANY_ASSETS", "errorMessage": "/entities has 51 entries; the limit is 50"}""";

    static final String BUDGET = """
            {"errorCode": "GATEWAY-BUDGET_EXHAUSTED",
             "errorMessage": "The tenant's call budget is spent for now; nothing was sent."}""";

    static final String ALARM = """
            {"errorCode": "GATEWAY-UNEXPECTED_CHANGE",
             "errorMessage": "Its type, qualifiedName or name is not what was verified.",
             "entityGuid": "e185209b-4b08-4e2f-acc7-35c47229f67f",
             "change": {
               "before": {
                 "typeName": "Connection",
                 "qualifiedName": "default/mongodb/mongodb.atlan.com",
                 "guid": "e185209b-4b08-4e2f-acc7-35c47229f67f",
                 "name": "mongodb.atlan.com",
                 "updatedBy": "jsmith",
                 "updatedAt": "2026-11-20T10:00:00Z",
                 "attributes": {"name": "mongodb.atlan.com", "category": "warehouse"}
               },
               "strangers": []
             }}""";

    static final String AWAY = """
            {"errorCode": "GATEWAY-UPSTREAM_UNAVAILABLE", "errorMessage": "Atlan is in maintenance; nothing was sent."}""";

    static final String UNCONFIRMED = """
            {"errorCode": "GATEWAY-UNCONFIRMED",
             "errorMessage": "The restore was sent, but the asset still reads archived; Atlan may commit late.",
             "entityGuid": "e185209b-4b08-4e2f-acc7-35c47229f67f"}""";

    private BulkExamples() {}
}
