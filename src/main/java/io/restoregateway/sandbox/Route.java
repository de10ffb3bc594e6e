package io.restoregateway.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that the tenant knows, ready to be carried out.
 *
 * @param size how many entities it is about
 * @param needless tells the guids of the assets that it would restore although they are active already
 */
record Route(CallKind kind, int size, Function<TenantCalls, List<String>> needless, Action action) {

    private static final String GUID = "/api/meta/entity/guid/";
    private static final String BY_NAME = "/api/meta/entity/uniqueAttribute/type/";

    /** Carries the call out under the settings of the moment; the answer is written without the tenant's lock. */
    interface Action {

        Supplier<AtlanAnswer> answer(TenantCalls calls, SandboxSettings settings);

        default Function<TenantCalls, Supplier<AtlanAnswer>> with(SandboxSettings settings) {
            return calls -> answer(calls, settings);
        }
    }

    private Route(CallKind kind, int size, Action action) {
        this(kind, size, calls -> List.of(), action);
    }

    static Route of(AtlanCall call) {
        String path = call.path();
        return switch (path) {
            case "/api/meta/entity/bulk" -> bulk(call);
            case "/api/meta/entity/restore/bulk" -> restoreByGuids(call);
            case "/api/meta/search/indexsearch" -> search(call);
            default -> {
                if (path.startsWith(GUID)) {
                    yield read(call, path.substring(GUID.length()));
                }
                if (path.startsWith(BY_NAME)) {
                    yield readByName(call, path.substring(BY_NAME.length()));
                }
                throw AtlasFailure.noSuchPath(path);
            }
        };
    }

    private static Route bulk(AtlanCall call) {
        List<String> guids = call.parameters("guid");
        return switch (call.method()) {
            case "GET" ->
                new Route(
                        CallKind.BULK_READ,
                        guids.size(),
                        (calls, settings) -> ok(calls.readAll(
                                guids, call.flag("ignoreRelationships"), call.flag("skipFailedEntities"), settings)));
            case "POST" -> write(call);
            case "DELETE" -> {
                String type = call.parameter("deleteType");
                boolean purge = "PURGE".equalsIgnoreCase(type) || "HARD".equalsIgnoreCase(type);
                yield new Route(
                        CallKind.ARCHIVE,
                        guids.size(),
                        (calls, settings) -> ok(calls.archive(SandboxTenant.TOKEN_USER, guids, purge, settings)));
            }
            default -> throw AtlasFailure.methodNotAllowed();
        };
    }

    private static Route write(AtlanCall call) {
        if (call.body().length == 0) {
            return new Route(
                    CallKind.WRITE,
                    0,
                    (calls, settings) ->
                            () -> AtlanAnswer.text(500, "application/json;charset=utf-8", FaultBodies.EMPTY_BODY));
        }
        return new Route(
                CallKind.WRITE,
                countEntities(call.body()),
                calls -> calls.alreadyActive(readable(call.body())),
                (calls, settings) ->
                        ok(calls.write(SandboxTenant.TOKEN_USER, SentEntities.parse(call.body()), settings)));
    }

    private static List<SentEntity> readable(byte[] body) {
        try {
            return SentEntities.parse(body);
        } catch (AtlasFailure unreadable) {
            return List.of();
        }
    }

    private static int countEntities(byte[] body) {
        try {
            return Json.array(Json.object(SentEntities.parseJson(body)).get("entities"))
                    .size();
        } catch (AtlasFailure unreadable) {
            return 0;
        }
    }

    private static Route restoreByGuids(AtlanCall call) {
        require(call, "POST");
        List<String> guids = call.parameters("guid");
        return new Route(
                CallKind.WRITE,
                guids.size(),
                calls -> calls.activeAmong(guids),
                (calls, settings) -> ok(calls.restoreByGuids(SandboxTenant.TOKEN_USER, guids, settings)));
    }

    private static Route search(AtlanCall call) {
        require(call, "POST");
        return new Route(CallKind.SEARCH, 0, (calls, settings) -> {
            Supplier<Map<String, @Nullable Object>> found =
                    calls.search(Json.object(SentEntities.parseJson(call.body())), settings);
            return () -> AtlanAnswer.json(200, found.get());
        });
    }

    private static Route read(AtlanCall call, String rest) {
        require(call, "GET");
        if (rest.endsWith("/header")) {
            String guid = rest.substring(0, rest.length() - "/header".length());
            return new Route(CallKind.READ, 1, (calls, settings) -> ok(calls.readHeader(guid, settings)));
        }
        if (rest.isEmpty() || rest.contains("/")) {
            throw AtlasFailure.noSuchPath(call.path());
        }
        boolean ignoreRelationships = call.flag("ignoreRelationships");
        return new Route(CallKind.READ, 1, (calls, settings) -> ok(calls.read(rest, ignoreRelationships, settings)));
    }

    private static Route readByName(AtlanCall call, String typeName) {
        require(call, "GET");
        String qualifiedName = call.parameter("attr:qualifiedName");
        return new Route(
                CallKind.READ, 1, (calls, settings) -> ok(calls.readByName(typeName, qualifiedName, settings)));
    }

    private static void require(AtlanCall call, String method) {
        if (!call.method().equals(method)) {
            throw AtlasFailure.methodNotAllowed();
        }
    }

    private static Supplier<AtlanAnswer> ok(Map<String, @Nullable Object> body) {
        return () -> AtlanAnswer.json(200, body);
    }
}
