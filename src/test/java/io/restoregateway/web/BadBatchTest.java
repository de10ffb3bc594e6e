package io.restoregateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import io.restoregateway.archive.Archive;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class BadBatchTest {

    private static final String ASSETS = "/api/v1/assets/restore-batch";

    private static final String CONNECTION = "/api/v1/connections/restore";

    private static final String CONNECTIONS = "/api/v1/connections/restore-batch";

    @Autowired
    private Gateway gateway;

    @Autowired
    private RestoreAssets restoreAssets;

    @Autowired
    private Tenant tenant;

    @Autowired
    private Archive archive;

    @AfterEach
    void nobodyWasAsked() {
        verifyNoInteractions(restoreAssets, tenant, archive);
    }

    private static String guid(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }

    private static String asset(int number) {
        return "{'typeName':'Table','qualifiedName':'q%d','guid':'%s'}".formatted(number, guid(number));
    }

    private static String json(String text) {
        return text.replace('\'', '"').replace("@", guid(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                               | /assets | is required",
                "{'assets':null}                  | /assets | is required",
                "{'assets':[]}                    | /assets | must not be empty",
                "{'assets':{}}                    | /assets | must be a list, not an object",
                "{'assets':'x'}                   | /assets | must be a list, not a string",
                "{'assets':[null]}                | /assets/0 | must be an object, not null",
                "{'assets':['x',5,[]]}            | /assets/0,/assets/1,/assets/2 | must be an object, not a number",
                "{'asset':[]}                     | /asset,/assets | did you mean 'assets'?",
                "{'assets':[{}]}                  | /assets/0/guid,/assets/0/qualifiedName,/assets/0/typeName | is required",
                "{'assets':[{'typeName':'T','qualifiedName':'q','guid':'@','includeTerms':true}]} | /assets/0/includeTerms | unknown property",
                "{'assets':[{'typeName':'T','qualifiedName':'q','guid':'@'},{'typeName':'T','qualifiedName':'q','guid':'-1'}]} | /assets/1/guid | placeholder",
                "{'assets':[{'typeName':'T','qualifiedName':'q','guid':'@'},{'typeName':'T','qualifiedName':'q','guid':'@'},{'typeName':'T','guid':'-1'}],'x':1} | /x,/assets/1/guid,/assets/2/guid,/assets/2/qualifiedName | repeats entry 0",
            })
    void ofAssetsIsToldAllAtOnce(String body, String pointers, String words) {
        gateway.post(ASSETS, json(body))
                .isProblem(400, "INVALID_REQUEST")
                .blames(pointers.split(","))
                .says(words);
    }

    @Test
    void entriesAreToldInTheirOrder() {
        String body = "{'assets':["
                + IntStream.range(0, 12)
                        .mapToObj(n -> n == 2 || n == 10 ? "{'typeName':'T','qualifiedName':'q'}" : asset(n))
                        .collect(Collectors.joining(","))
                + "]}";

        gateway.post(ASSETS, json(body)).blames("/assets/2/guid", "/assets/10/guid");
    }

    @Test
    void everyRepeatOfAGuidIsTold() {
        String body = "{'assets':[%s,%s,%s,%s,%s]}".formatted(asset(1), asset(2), asset(1), asset(2), asset(1));

        gateway.post(ASSETS, json(body))
                .isProblem(400, "DUPLICATE_GUID")
                .blames("/assets/2/guid", "/assets/3/guid", "/assets/4/guid")
                .says("repeats entry 1");
    }

    @Test
    void moreThanAHundredAssetsAreTooMany() {
        String body = "{'assets':["
                + IntStream.range(0, 101).mapToObj(BadBatchTest::asset).collect(Collectors.joining(",")) + "]}";

        gateway.post(ASSETS, json(body))
                .isProblem(422, "TOO_MANY_ASSETS")
                .blames("/assets")
                .says("101 entries; the limit is 100");
    }

    @Test
    void moreThanTwentyConnectionsAreTooMany() {
        String body = "{'connections':["
                + IntStream.range(0, 21)
                        .mapToObj(n -> "{'qualifiedName':'q','guid':'" + guid(n) + "'}")
                        .collect(Collectors.joining(","))
                + "]}";

        gateway.post(CONNECTIONS, json(body))
                .isProblem(422, "TOO_MANY_ASSETS")
                .blames("/connections")
                .says("21 entries; the limit is 20");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                           | /guid,/qualifiedName | is required",
                "{'qualifiedName':'q','guid':'-1'}            | /guid | placeholder",
                "{'qualifiedName':'q','guid':'@','typeName':'Table'}     | /typeName | must be 'Connection'",
                "{'qualifiedName':'q','guid':'@','typeName':'connection'}| /typeName | must be 'Connection'",
                "{'qualifiedName':'q','guid':'@','host':'h'}             | /host | unknown property",
                "{'qualifiedName':'q','guid':'@','includeTerms':true}    | /includeTerms | unknown property",
                "{'qualifiedName':'q','guid':'@','connectorName':5}      | /connectorName | must be a string",
                "{'qualifiedName':'q','guid':'@','category':''}          | /category | leave it out",
                "{'qualifiedName':'q','guid':'@','adminUsers':[]}        | /adminUsers | must name 1 to 500",
                "{'qualifiedName':'q','guid':'@','adminUsers':'jsmith'}  | /adminUsers | must be a list, not a string",
                "{'qualifiedName':'q','guid':'@','adminUsers':['']}      | /adminUsers/0 | must not be blank",
                "{'qualifiedName':'q','guid':'@','adminUsers':['a',' ']} | /adminUsers/1 | must not be blank",
                "{'qualifiedName':'q','guid':'@','adminUsers':['a',null,7]}  | /adminUsers/1,/adminUsers/2 | must be a string, not null",
                "{'qualifiedName':'q','guid':'@','adminUsers':['a','b','a','b']} | /adminUsers/2,/adminUsers/3 | repeats entry 0",
                "{'qualifiedName':'q','guid':'@','adminGroups':['a','a']}| /adminGroups/1 | repeats entry 0",
                "{'qualifiedName':'q','guid':'@','adminRoles':['$admin']}| /adminRoles/0 | guid of a role",
                "{'qualifiedName':'q','guid':'@','adminRoles':['@','@']} | /adminRoles/1 | repeats entry 0",
            })
    void ofAConnectionIsToldAllAtOnce(String body, String pointers, String words) {
        gateway.post(CONNECTION, json(body))
                .isProblem(400, "INVALID_REQUEST")
                .blames(pointers.split(","))
                .says(words);
        Answer batch = gateway.post(CONNECTIONS, json("{'connections':[" + body + "]}"))
                .isProblem(400, "INVALID_REQUEST")
                .says(words);
        assertThat(batch.pointers())
                .containsExactly(Arrays.stream(pointers.split(","))
                        .map(pointer -> "/connections/0" + pointer)
                        .toArray(String[]::new));
    }

    @Test
    void moreThanFiveHundredAdministratorsAreTooMany() {
        String names = IntStream.range(0, 501).mapToObj(n -> "'u" + n + "'").collect(Collectors.joining(","));

        gateway.post(CONNECTION, json("{'qualifiedName':'q','guid':'@','adminGroups':[" + names + "]}"))
                .isProblem(400, "INVALID_REQUEST")
                .blames("/adminGroups")
                .says("501 entries; the limit is 500");
    }

    @Test
    void ofAHopelessBodyOnlyTheFirstHundredProblemsAreTold() {
        String unknown =
                IntStream.range(0, 5_000).mapToObj(n -> "'x" + n + "':1").collect(Collectors.joining(","));

        Answer answer = gateway.post(CONNECTION, json("{" + unknown + "}")).isProblem(400, "INVALID_REQUEST");

        assertThat(answer.pointers()).hasSize(100);
    }

    @Test
    void aNameInsteadOfAGuidAloneIsNotEnoughEither() {
        gateway.post("/api/v1/assets/restore-by-qualified-name", json("{'qualifiedName':'','guid':'@'}"))
                .isProblem(400, "INVALID_REQUEST")
                .blames("/guid", "/qualifiedName", "/typeName");
    }
}
