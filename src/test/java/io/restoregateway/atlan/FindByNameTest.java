package io.restoregateway.atlan;

import static io.restoregateway.atlan.Wire.answer;
import static io.restoregateway.atlan.Wire.guid;
import static io.restoregateway.atlan.Wire.html;
import static io.restoregateway.atlan.Wire.recorded;
import static io.restoregateway.atlan.Wire.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.CatalogException;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.NamedEntry;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindByNameTest {

    private static final Guid A = guid(1);

    @RegisterExtension
    final PlayedTenant tenant = new PlayedTenant();

    @Test
    void findsTheAssetInAnyStatus() {
        tenant.answers(recorded("read-by-qualified-name-archived"));

        assertThat(find("Table", "default/snowflake/1700000004/DB/S/T0"))
                .contains(new AssetIdentity(
                        new TypeName("Table"),
                        new QualifiedName("default/snowflake/1700000004/DB/S/T0"),
                        new Guid("a33f3c53-20ce-459a-84a2-8c11d694ab1b")));

        assertThat(tenant.targets())
                .containsExactly("entity/uniqueAttribute/type/Table?attr:qualifiedName="
                        + "default%2Fsnowflake%2F1700000004%2FDB%2FS%2FT0&ignoreRelationships=true&minExtInfo=true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a/b+c&d=e%20f#g?h;i",
                " lead and trail ",
                "tab\tnewline\nreturn\rbell\u0007",
                "😀 Ж 日本 é",
                "../..//./x",
                "{x} ${x} $1 \\ \" ' < >",
                "&guid=x&attr:qualifiedName=y",
                "\u2028\u00a0\u200b\ufeff",
            })
    void carriesEveryCharacter(String name) {
        tenant.answers(recorded("read-by-qualified-name-miss"));

        assertThat(find("Table", name)).isEmpty();

        LoggedRequest call = tenant.calls().getFirst();
        assertThat(call.queryParameter("attr:qualifiedName").values()).containsExactly(name);
        assertThat(call.getQueryParams()).hasSize(3);
        assertThat(call.getUrl()).doesNotContain("+").startsWith("/base/api/meta/entity/uniqueAttribute/type/Table?");
    }

    @Test
    void tellsTheTrueTypeOfASubtype() {
        tenant.answers(entity(table(A).replace("\"Table\"", "\"SnowflakeDynamicTable\"")));

        assertThat(find("Table", "default/snowflake/1700000004/DB/S/" + A))
                .map(AssetIdentity::typeName)
                .contains(new TypeName("SnowflakeDynamicTable"));
    }

    @Test
    void findsNothingOfAnUnknownType() {
        tenant.answers(recorded("unknown-type"));

        assertThat(find("NoSuchType", "x")).isEmpty();
    }

    @Test
    void findsNothingPurged() {
        tenant.answers(entity(table(A).replace("DELETED", "PURGED")));

        assertThat(find("Table", "default/snowflake/1700000004/DB/S/" + A)).isEmpty();
    }

    @Test
    void refusesAnotherNameThanTheOneAskedFor() {
        tenant.answers(entity(table(A)));

        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> find("Table", "DEFAULT/snowflake/1700000004/DB/S/" + A));
    }

    @Test
    void tellsThatItMayNotBeRead() {
        tenant.answers(Wire.error(403, "ATLAS-403-00-001", "no"));

        assertThat(ask("Table", "x"))
                .isInstanceOfSatisfying(
                        NamedEntry.Withheld.class,
                        withheld -> assertThat(withheld.word().errorCode()).isEqualTo("ATLAS-403-00-001"));
    }

    @Test
    void doesNotTakeTheEdgeForTheStore() {
        tenant.answers(html(403));

        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> ask("Table", "x"));
    }

    @Test
    void doesNotTakeA404OfTheEdgeForAMiss() {
        tenant.answers(html(404));

        assertThatExceptionOfType(CatalogException.class).isThrownBy(() -> find("Table", "x"));
    }

    private Optional<AssetIdentity> find(String typeName, String name) {
        return switch (ask(typeName, name)) {
            case NamedEntry.Found(var identity) -> Optional.of(identity);
            case NamedEntry.Nobody _ -> Optional.empty();
            case NamedEntry.Withheld withheld -> throw new AssertionError(withheld);
        };
    }

    private NamedEntry ask(String typeName, String name) {
        return tenant.catalog().findByName(new TypeName(typeName), new QualifiedName(name));
    }

    private static ResponseDefinitionBuilder entity(String entity) {
        return answer(200, "{\"referredEntities\":{},\"entity\":" + entity + "}");
    }
}
