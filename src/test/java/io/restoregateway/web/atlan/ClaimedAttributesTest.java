package io.restoregateway.web.atlan;

import static io.restoregateway.web.atlan.AtlanClient.restoring;
import static org.assertj.core.api.Assertions.assertThat;

import io.restoregateway.restore.StoredAsset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an entity says of its attributes: true or refused, and never written, the administrators of a connection excepted. */
@GuardedCallTest
class ClaimedAttributesTest {

    private static final String ROLE = "4ac34935-5fc8-4a7a-9505-ea7a530b8e89";

    @Autowired
    private AtlanClient client;

    @Autowired
    private TenantInMemory tenant;

    private StoredAsset connection;

    @BeforeEach
    void theConnectionIsArchived() {
        tenant.reset();
        connection = tenant.archived(Assets.publishedConnection());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'host':null",
                "'host':'','port':0,'rowLimit':0,'allowQuery':null,'ownerUsers':null,'connectorImage':[]",
                "'allowQuery':false,'queryTimeout':10.0,'ownerUsers':[]",
                "'anythingElse':null,'somethingElse':false",
                "'queryTimeout':1e1",
            })
    void areAcceptedWhenTheyAreStoredSo(String attributes) {
        client.post(body(attributes)).restored(connection);

        assertThat(sent()).containsOnlyKeys("qualifiedName", "name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'host':'example.org'    | host",
                "'port':27017            | port",
                "'allowQuery':true       | allowQuery",
                "'queryTimeout':'10'     | queryTimeout",
                "'queryTimeout':10.5     | queryTimeout",
                "'category':null         | category",
                "'category':['warehouse']| category",
                "'description':'new'     | description",
                "'ownerUsers':['ann']    | ownerUsers",
                "'qualifedName':'q'      | qualifedName",
                "'readme':{'typeName':'Readme','guid':'11111111-2222-4333-8444-555555555555'} | readme",
                "'adminUsers':null       | adminUsers",
                "'adminGroups':[]        | adminGroups",
                "'adminUsers':['ann']    | adminUsers",
                "'adminUsers':['JSMITH'] | adminUsers",
            })
    void areRefusedByNameWhenTheyAreNot(String attributes, String name) {
        client.post(body(attributes))
                .isError(409, "GATEWAY-ATTRIBUTE_MISMATCH")
                .about(connection)
                .says(name);

        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void administratorsThatAreAllThereAreNotSent() {
        client.post(body("'adminUsers':['jsmith'],'adminGroups':['group2'],'adminRoles':['" + ROLE + "']"))
                .restored(connection);

        assertThat(sent()).containsOnlyKeys("qualifiedName", "name");
    }

    @Test
    void administratorsBesidesTheStoredOnesAreAdded() {
        AtlanAnswer answer = client.post(body("'adminUsers':['ann','jsmith']")).restored(connection);

        assertThat(sent())
                .containsOnlyKeys("qualifiedName", "name", "adminUsers")
                .containsEntry("adminUsers", List.of("jsmith", "ann"));
        assertThat(answer.updated().at("/0/attributes/adminUsers").toString()).isEqualTo("[\"jsmith\",\"ann\"]");
    }

    @Test
    void administratorsOfAnActiveConnectionAreNotAdded() {
        tenant.active(connection);

        AtlanAnswer answer = client.post(body("'adminUsers':['ann','jsmith']"));

        assertThat(answer.body()).isEqualTo("{\"guidAssignments\":{}}");
        assertThat(tenant.writes()).isEmpty();
    }

    @Test
    void administratorsOfAnythingElseAreAnAttributeLikeOthers() {
        StoredAsset table = tenant.archived(Assets.table("ORDERS"));

        client.post(restoring(table, Map.of("adminUsers", List.of("ann"))))
                .isError(409, "GATEWAY-ATTRIBUTE_MISMATCH")
                .says("adminUsers");
        client.post(restoring(table, Map.of("adminUsers", List.of()))).restored(table);

        assertThat(sent()).containsOnlyKeys("qualifiedName", "name");
    }

    private Map<String, Object> sent() {
        return tenant.writes().getLast().getFirst().values();
    }

    private String body(String attributes) {
        return restoring(connection)
                .replace("\"attributes\":{", "\"attributes\":{" + attributes.replace('\'', '"') + ",");
    }
}
