package io.restoregateway.web;

import static org.mockito.Mockito.verifyNoInteractions;

import io.restoregateway.archive.Archive;
import io.restoregateway.restore.RestoreAssets;
import io.restoregateway.restore.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class BadBodyTest {

    private static final String GUID = "e185209b-4b08-4e2f-acc7-35c47229f67f";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // body | pointers | words
                "{}                                                             | /guid,/qualifiedName,/typeName | is required",
                "{'typeName':null,'qualifiedName':null,'guid':null}             | /guid,/qualifiedName,/typeName | is required",
                "{'typeName':'','qualifiedName':'','guid':''}                   | /guid,/qualifiedName,/typeName | placeholder",
                "{'typeName':1,'qualifiedName':true,'guid':[]}                  | /typeName,/qualifiedName,/guid | must be a string, not a number",
                "{'typeName':{},'qualifiedName':'q','guid':'@'}                 | /typeName | must be a string, not an object",
                "{'typeName':'T','qualifiedName':'q','guid':'@','name':7}       | /name     | must be a string, not a number",
                "{'typeName':'T','qualifiedName':'q','guid':'@','name':''}      | /name     | leave it out",
                "{'typeName':'T','qualifiedName':'q','guid':'@','includeTerms':'true'} | /includeTerms | must be true or false, not a string",
                "{'typeName':'T','qualifiedName':'q','guid':'@','includeTerms':1}      | /includeTerms | must be true or false, not a number",
                "{'typeName':'T','qualifedName':'q','guid':'@'}                 | /qualifedName,/qualifiedName | did you mean 'qualifiedName'?",
                "{'typeName':'T','qualified_name':'q','guid':'@'}               | /qualified_name,/qualifiedName | did you mean 'qualifiedName'?",
                "{'typeName':'T','qualifiedName':'q','guid':'@','force':true}   | /force | unknown property 'force'",
                "{'typeName':'T','qualifiedName':'q','guid':'@','a/b~':true}    | /a~1b~0 | unknown property",
                "{'typeName':'T','typeName':'V','qualifiedName':'q','guid':'@'} | /typeName | is given twice",
                "{'typeName':'1T','qualifiedName':'q','guid':'@'}               | /typeName | must match",
                "{'typeName':' Table','qualifiedName':'q','guid':'@'}           | /typeName | must match",
                "{'typeName':'T','qualifiedName':'q\\u0000','guid':'@'}         | /qualifiedName | NUL",
                "{'typeName':'T','qualifiedName':'\\ud83d','guid':'@'}          | /qualifiedName | lone surrogate",
                "{'typeName':'T','qualifiedName':'q','guid':'@','\\ud83d':1}    | /\uFFFD | lone surrogate",
                "{'typeName':'T','qualifiedName':'q','guid':'-1'}               | /guid | restore-by-qualified-name",
                "{'typeName':'T','qualifiedName':'q','guid':'-12345678901234'}  | /guid | GET /api/v1/archived-assets",
                "{'typeName':'T','qualifiedName':'q','guid':'E185209B-4B08-4E2F-ACC7-35C47229F67F'} | /guid | here e185209b-4b08-4e2f-acc7-35c47229f67f",
                "{'typeName':'T','qualifiedName':'q','guid':'{@}'}              | /guid | here e185209b-4b08-4e2f-acc7-35c47229f67f",
                "{'typeName':'T','qualifiedName':'q','guid':'@ '}               | /guid | lower-case",
                "{'typeName':'T','qualifiedName':'q','guid':'${1+1}'}           | /guid | lower-case",
                "{'typeName':'T','qualifiedName':'q','guid':'@','glossaryGuid':'-5'} | /glossaryGuid | placeholder",
                "[]                  | `` | must be an object, not a list",
                "'text'              | `` | must be an object, not a string",
                "5                   | `` | must be an object, not a number",
                "null                | `` | must be an object, not null",
                "` `                 | `` | is empty",
                "``                  | `` | is empty",
                "{'typeName':        | /typeName | line 1, column",
                "{'guid':'@',}       | /guid | line 1, column 48",
                "{'guid':'@'}{}      | `` | goes on after its end",
                "{'guid':'@'} x      | `` | malformed JSON",
                "{guid:'@'}          | `` | malformed JSON",
                "{'guid':NaN}        | /guid | malformed JSON",
                "{'guid':01}         | /guid | malformed JSON",
                "// {}               | `` | malformed JSON",
                "{'guid':'\\x'}      | /guid | malformed JSON",
            })
    void ofOneAssetIsToldWithItsPlaces(String body, String pointers, String words) {
        String json = body == null ? "" : body.replace('\'', '"').replace("@", GUID);

        gateway.post("/api/v1/assets/restore", json)
                .isProblem(400, "INVALID_REQUEST")
                .blames(pointers == null || pointers.isEmpty() ? new String[] {""} : pointers.split(","))
                .says(words);
    }
}
