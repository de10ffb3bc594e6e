package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.answer;
import static io.restoregateway.atlan.Wire.guid;
import static io.restoregateway.atlan.Wire.hits;
import static io.restoregateway.atlan.Wire.html;
import static io.restoregateway.atlan.Wire.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.CatalogException.Trouble;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.Namesake;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FindNamesakesTest {

    private static final Guid A = guid(1);

    private static final Guid B = guid(2);

    private static final String PREFIX = "default/snowflake/1700000004/DB/S/";

    @RegisterExtension
    final PlayedTenant tenant = new PlayedTenant();

    @Test
    void asksForAllNamesByOneSearch() {
        tenant.answers(Wire.recorded("search-by-guids"));

        List<Namesake> found = find(PREFIX + "T0", PREFIX + "T2", "odd 😀\u0001\"\\");

        assertThat(found)
                .containsExactly(
                        new Namesake(
                                new AssetIdentity(
                                        new TypeName("Table"),
                                        new QualifiedName(PREFIX + "T0"),
                                        new Guid("a33f3c53-20ce-459a-84a2-8c11d694ab1b")),
                                "T0",
                                false),
                        new Namesake(
                                new AssetIdentity(
                                        new TypeName("Table"),
                                        new QualifiedName(PREFIX + "T2"),
                                        new Guid("a9594d49-b8ea-46cd-95a6-e7565c8c82e2")),
                                "T2",
                                false));
        assertThat(tenant.targets()).containsExactly("search/indexsearch");
        assertThat(tenant.calls().getFirst().getMethod().value()).isEqualTo("POST");
        JsonNode names = tenant.body(0).at("/dsl/query/bool/filter/0/terms/qualifiedName");
        assertThat(names.valueStream().map(JsonNode::stringValue))
                .containsExactly(PREFIX + "T0", PREFIX + "T2", "odd 😀\u0001\"\\");
    }

    @Test
    void sendsTheRequestAsRecorded() {
        tenant.answers(Wire.recorded("search-no-hit"));

        assertThat(find("x")).isEmpty();

        assertThat(tenant.body(0)).isEqualTo(Wire.json(Wire.file("namesakes-request.json")));
    }

    @Test
    void asksNothingForNoNames() {
        assertThat(find()).isEmpty();

        assertThat(tenant.calls()).isEmpty();
    }

    @Test
    void dropsHitsOfOtherNamesAndThePurged() {
        tenant.answers(hits(
                3,
                table(A).replace("/S/" + A, "/s/" + A),
                table(B).replace("DELETED", "PURGED"),
                table(guid(3)).replace("DELETED", "ACTIVE")));

        assertThat(find(PREFIX + A, PREFIX + B, PREFIX + guid(3)))
                .singleElement()
                .matches(Namesake::active)
                .matches(namesake -> namesake.identity().guid().equals(guid(3)));
    }

    @Test
    void pagesOnUntilAllAreRead() {
        tenant.answers(hits(3, table(A)), hits(3, table(B)), hits(3));

        assertThat(find(PREFIX + A, PREFIX + B)).hasSize(2);

        assertThat(tenant.calls()).hasSize(3);
        assertThat(tenant.body(0).at("/dsl").has("search_after")).isFalse();
        assertThat(tenant.body(1).at("/dsl/search_after").toString()).isEqualTo("[\"" + A + "\"]");
        assertThat(tenant.body(2).at("/dsl/search_after").toString()).isEqualTo("[\"" + B + "\"]");
        assertThat(tenant.body(2).at("/dsl/from").intValue()).isZero();
    }

    @Test
    void givesUpOnASearchWithoutEnd() {
        tenant.alwaysAnswers(hits(1_000_000, table(A)));

        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> find(PREFIX + A));

        assertThat(tenant.calls()).hasSize(20);
    }

    @Test
    void asksForManyNamesInParts() {
        tenant.alwaysAnswers(hits(0));

        find(IntStream.range(0, 1_001).mapToObj(i -> "name" + i).toArray(String[]::new));

        assertThat(tenant.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"approximateCount\":-1}",
                "{\"approximateCount\":\"1\",\"entities\":[]}",
                "{\"approximateCount\":1,\"entities\":{}}",
                "{\"approximateCount\":1,\"entities\":[null]}",
                "{\"approximateCount\":1,\"entities\":[{\"guid\":\"x\"}]}",
                "{\"approximateCount\":1,\"entities\":[{\"guid\":\"00000001-0000-4000-8000-000000000000\","
                        + "\"typeName\":\"Table\",\"attributes\":{\"qualifiedName\":\"x\"}}]}",
            })
    void refusesAnswersThatAreNotWhole(String body) {
        tenant.answers(answer(200, body));

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> find("x"))
                .matches(exception -> exception.trouble() == Trouble.ERROR);
        assertThat(tenant.calls()).hasSize(1);
    }

    @Test
    void saysWhenTheSearchIsAway() {
        tenant.alwaysAnswers(html(503));

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> find("x"))
                .matches(exception -> exception.trouble() == Trouble.UNAVAILABLE);
        assertThat(tenant.calls()).hasSize(3);
    }

    private List<Namesake> find(String... names) {
        Set<QualifiedName> asked =
                Arrays.stream(names).map(QualifiedName::new).collect(Collectors.toCollection(LinkedHashSet::new));
        return tenant.catalog().findNamesakes(asked);
    }
}
