package io.restoregateway.web.atlan;

import static io.restoregateway.web.atlan.AtlanClient.restoring;
import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.StoredAsset;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is refused without asking Atlan, in Atlan's shape. */
@GuardedCallTest
class BadCallTest {

    private static final String GUID = "e185209b-4b08-4e2f-acc7-35c47229f67f";

    private static final String BY_NAME = "/api/v1/assets/restore-by-qualified-name";

    @Autowired
    private AtlanClient client;

    @Autowired
    private TenantInMemory tenant;

    @BeforeEach
    void emptyTenant() {
        tenant.reset();
    }

    @AfterEach
    void atlanWasNotAsked() {
        assertThat(tenant.requests()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                | the request: is empty",
                "` `                               | the request: is empty",
                "null                              | the request: must be an object",
                "[]                                | the request: must be an object",
                "'text'                            | the request: must be an object",
                "{}                                | /entities: is required",
                "{'entities':null}                 | /entities: is required",
                "{'entities':{}}                   | /entities: is required",
                "{'entities':[]}                   | /entities: is required",
                "{'entities':[null]}               | /entities/0: must be an object",
                "{'entities':['x']}                | /entities/0: must be an object",
                "{'entities':[[]]}                 | /entities/0: must be an object",
                "{'entities':[                     | malformed JSON",
                "{'entities':[]}{}                 | goes on after its end",
                "{'entities':[],'entities':[]}     | /entities: is given twice",
                "{'entities':NaN}                  | malformed JSON",
                "{'Entities':[]}                   | did you mean 'entities'?",
                "{'entities':[@],'referredEntities':{'x':{}}} | /referredEntities: 'referredEntities' must be null",
                "{'entities':[@],'a/b':1}          | /a~1b",
            })
    void asAWhole(String body, String words) {
        client.post(json(body)).isError(400, "GATEWAY-INVALID_REQUEST").says(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'status':'ACTIVE'}               | /entities/0/typeName: is required",
                "{'typeName':1}                    | /entities/0/typeName: must be a string",
                "{'typeName':' Table'}             | /entities/0/typeName: must match",
                "{'typeName':'Ta ble'}             | /entities/0/typeName: must match",
                "{'typeName':'T'}                  | /entities/0/status: must be \"ACTIVE\"",
                "{'status':null}                   | /entities/0/status: must be \"ACTIVE\"",
                "{'status':'active'}               | /entities/0/status: must be \"ACTIVE\"",
                "{'status':'DELETED'}              | /entities/0/status: must be \"ACTIVE\"",
                "{'status':1}                      | /entities/0/status: must be \"ACTIVE\"",
                "{'status':'ACTIVE'}               | /entities/0/attributes: is required",
                "{'attributes':null}               | /entities/0/attributes: is required",
                "{'attributes':[]}                 | /entities/0/attributes: is required",
                "{'attributes':{}}                 | /entities/0/attributes/qualifiedName: is required",
                "{'attributes':{'qualifiedName':'q'}}            | /entities/0/attributes/name: is required",
                "{'attributes':{'qualifiedName':'q','name':null}}| /entities/0/attributes/name: is required",
                "{'attributes':{'qualifiedName':'q','name':7}}   | /entities/0/attributes/name: must be a string",
                "{'attributes':{'qualifiedName':''}}             | /entities/0/attributes/qualifiedName: must not be empty",
                "{'attributes':{'qualifiedName':['q']}}          | /entities/0/attributes/qualifiedName: must be a string",
                "{'attributes':{'qualifiedName':'\\u0000'}}      | /entities/0/attributes/qualifiedName: must not contain the NUL",
                "{'attributes':{'qualifiedName':'\\ud83d'}}      | /entities/0/attributes/qualifiedName: must not contain a lone surrogate",
                "{'attributes':{'host':'\\ud83d'}}               | /entities/0/attributes/host: must not contain a lone surrogate",
                "{'attributes':{'host':{'a':1,'a':2}}}           | /entities/0/attributes/host/a: is given twice",
                "{'attributes':{'adminUsers':'jsmith'}}          | /entities/0/attributes/adminUsers: must be a list",
                "{'attributes':{'adminUsers':['jsmith',7]}}      | /entities/0/attributes/adminUsers/1: must be a string",
                "{'attributes':{'adminGroups':[null]}}           | /entities/0/attributes/adminGroups/0: must be a string",
                "{'attributes':{'adminGroups':[' ']}}            | /entities/0/attributes/adminGroups/0: must not be blank",
                "{'attributes':{'adminUsers':['a','a']}}         | /entities/0/attributes/adminUsers/1: is named twice",
                "{'attributes':{'adminRoles':['$admin']}}        | /entities/0/attributes/adminRoles/0: must be the guid of a role",
                "{'relationshipAttributes':{'anchor':{}}}        | 'relationshipAttributes' must be null or left out",
                "{'classifications':[]}                          | /entities/0/classifications: 'classifications'",
                "{'labels':['x']}                                | /entities/0/labels: 'labels'",
                "{'customAttributes':{}}                         | /entities/0/customAttributes",
                "{'businessAttributes':{'a':{}}}                 | /entities/0/businessAttributes",
                "{'isIncomplete':false}                          | /entities/0/isIncomplete",
                "{'Status':'ACTIVE'}                             | did you mean 'status'?",
                "{'\\ud83d':1}                                   | lone surrogate",
            })
    void inAnEntity(String entity, String words) {
        client.post(json("{'entities':[" + entity + "]}"))
                .isError(400, "GATEWAY-INVALID_REQUEST")
                .says(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "''",
                "' '",
                "'-1'",
                "'-2147483648'",
                "'-e185209b-4b08-4e2f-acc7-35c47229f67f'",
                "-1",
                "7",
                "[]",
                "{}",
                "true",
                "'E185209B-4B08-4E2F-ACC7-35C47229F67F'",
                "'{e185209b-4b08-4e2f-acc7-35c47229f67f}'",
                "'e185209b-4b08-4e2f-acc7-35c47229f67f '",
                "'e185209b4b084e2facc735c47229f67f'",
            })
    void withoutARealGuid(String guid) {
        client.post(json("{'entities':[@]}").replace("\"" + GUID + "\"", json(guid)))
                .isError(400, "GATEWAY-INVALID_REQUEST")
                .says("/entities/0/guid", BY_NAME, "placeholders");
    }

    @Test
    void suggestsTheGuidThatIsWrittenOtherwise() {
        client.post(json("{'entities':[{'guid':'{E185209B-4B08-4E2F-ACC7-35C47229F67F}'}]}"))
                .says("if it is " + GUID);
    }

    @Test
    void tellsEverythingAtOnceAndWhichEntityIsTheFirst() {
        StoredAsset second = Assets.table("SECOND");
        String body = restoring(Assets.table("FIRST"), second, Assets.table("THIRD"))
                .replace("SCHEMA/SECOND\"", "SCHEMA/SECOND\\u0001\",\"adminUsers\":7")
                .replace("SCHEMA/THIRD\"", "SCHEMA/THIRD\",\"adminRoles\":7");

        client.post(body)
                .isError(400, "GATEWAY-INVALID_REQUEST")
                .about(second)
                .says("/entities/1/attributes/adminUsers", "/entities/2/attributes/adminRoles");
    }

    @Test
    void whenAGuidIsNamedTwice() {
        client.post(json("{'entities':[@,@]}"))
                .isError(400, "GATEWAY-DUPLICATE_GUID")
                .says("/entities/1/guid", GUID);
    }

    @Test
    void whenThereAreMoreThanFifty() {
        StoredAsset[] tables = IntStream.range(0, 51)
                .mapToObj(index -> Assets.table("T" + index))
                .toArray(StoredAsset[]::new);

        client.post(restoring(tables)).isError(422, "GATEWAY-TOO_MANY_ASSETS").says("51", "50");
    }

    @ParameterizedTest
    @CsvSource({
        "replaceClassifications=true, replaceClassifications",
        "replaceClassifications=, replaceClassifications",
        "replaceClassifications, replaceClassifications",
        "replaceTags=1, replaceTags",
        "appendTags=true, appendTags",
        "overwriteBusinessAttributes=TRUE, overwriteBusinessAttributes",
        "replaceClassifications=false&replaceClassifications=true, replaceClassifications",
        "ReplaceClassifications=false, ReplaceClassifications",
        "skipProcessEdgeRestoration=true, skipProcessEdgeRestoration",
        "validateOnly=true, validateOnly",
    })
    void withParametersThatAskForMore(String query, String name) {
        client.post("?" + query, json("{'entities':[@]}"))
                .isError(400, "GATEWAY-INVALID_REQUEST")
                .says(name);
    }

    @Test
    void inAnotherMediaType() {
        client.post("", json("{'entities':[@]}").getBytes(StandardCharsets.UTF_8), "text/plain")
                .isError(415, "GATEWAY-UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void inBytesThatAreNotUtf8() {
        client.post("", new byte[] {'{', '"', (byte) 0xE4, '"', '}'}, "application/json")
                .isError(400, "GATEWAY-INVALID_REQUEST")
                .says("UTF-8");
    }

    @Test
    void withAnotherMethod() {
        client.get().isError(405, "GATEWAY-METHOD_NOT_ALLOWED");
    }

    @Test
    void withoutKey() {
        client.postWithoutKey(json("{'entities':[@]}")).isError(401, "GATEWAY-UNAUTHENTICATED");
    }

    @Test
    void whenTheBodyIsTooLarge() {
        client.post("x".repeat(9 * 1024 * 1024))
                .isError(413, "GATEWAY-TOO_LARGE")
                .says("8,388,608");
    }

    @Test
    void whenANumberIsAbsurd() {
        client.post(json("{'entities':[{'attributes':{'port':1e99999999999}}]}"))
                .isError(400, "GATEWAY-INVALID_REQUEST")
                .says("/entities/0/attributes/port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "US-ASCII"})
    void inAnotherCharset(String charset) {
        client.post(
                        "",
                        json("{'root':{'entities':[@]},'errors':[]}").getBytes(Charset.forName(charset)),
                        "application/json;charset=" + charset)
                .isError(415, "GATEWAY-UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void whenItIsNestedTooDeeply() {
        client.post("{\"entities\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}")
                .isError(400, "GATEWAY-INVALID_REQUEST")
                .says("nesting");
    }

    @Test
    void withoutRepeatingMegabytes() {
        String name = "n".repeat(40_000);

        AtlanAnswer answer = client.post("{\"entities\":[{\"" + name + "\":1}],\"" + name + "\":1}")
                .isError(400, "GATEWAY-INVALID_REQUEST");

        assertThat(answer.body().length()).isLessThan(5_000);
    }

    private static String json(String body) {
        String entity = "{'typeName':'Connection','guid':'" + GUID
                + "','status':'ACTIVE','attributes':{'qualifiedName':'default/mongodb','name':'mongodb'}}";
        return body == null ? "" : body.replace("@", entity).replace('\'', '"');
    }
}
