package io.restoregateway.promise;

import io.restoregateway.promise.Ask.Claim;
import io.restoregateway.promise.Ask.Kind;
import io.restoregateway.sandbox.StoredAsset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Makes requests up: right ones, and wrong ones of every sort that people and programs send. */
final class RandomAsks {

    private final Random random;

    RandomAsks(Random random) {
        this.random = random;
    }

    Ask next(List<StoredAsset> assets) {
        Kind kind = List.of(Kind.values()).get(random.nextInt(6));
        boolean connections = kind == Kind.CONNECTION || kind == Kind.CONNECTION_BATCH;
        List<StoredAsset> pool = connections
                ? assets.stream()
                        .filter(asset -> asset.typeName().equals("Connection"))
                        .toList()
                : assets;
        int size = switch (kind) {
            case ASSET, BY_NAME, CONNECTION -> 1;
            case BATCH, GUARDED -> 1 + random.nextInt(12);
            case CONNECTION_BATCH -> 1 + random.nextInt(4);
        };
        List<Claim> claims = new ArrayList<>();
        IntStream.range(0, size).forEach(_ -> claims.add(claim(pool, connections)));
        return new Ask(kind, claims, random.nextInt(3) == 0, random.nextInt(10) == 0);
    }

    private Claim claim(List<StoredAsset> pool, boolean connection) {
        StoredAsset asset = pick(pool);
        Claim right = new Claim(
                asset.typeName(),
                asset.qualifiedName(),
                asset.guid(),
                random.nextBoolean() ? asset.name() : null,
                asset.typeName().equals("Connection") && random.nextInt(3) == 0
                        ? List.of("new" + random.nextInt(6))
                        : List.of());
        return random.nextInt(10) < 6 ? right : spoilt(right, pick(pool), connection);
    }

    private Claim spoilt(Claim right, StoredAsset other, boolean connection) {
        return switch (random.nextInt(connection ? 6 : 8)) {
            case 0 ->
                with(
                        right,
                        right.typeName(),
                        right.qualifiedName(),
                        new UUID(random.nextLong(), random.nextLong()).toString());
            case 1 -> with(right, right.typeName(), right.qualifiedName(), other.guid());
            case 2 -> with(right, right.typeName(), other.qualifiedName(), right.guid());
            case 3 -> with(right, right.typeName(), caseChanged(right.qualifiedName()), right.guid());
            case 4 -> with(right, right.typeName(), right.qualifiedName() + suffix(), right.guid());
            case 5 -> new Claim(right.typeName(), right.qualifiedName(), right.guid(), "not its name", List.of());
            case 6 -> with(right, other.typeName(), right.qualifiedName(), right.guid());
            default -> with(right, "NoSuchType", right.qualifiedName(), right.guid());
        };
    }

    private String suffix() {
        return List.of(" ", "/", "2", "\u00a0", "\t", "😀", "%20", "\u0301").get(random.nextInt(8));
    }

    private static String caseChanged(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(name) ? name.toLowerCase(Locale.ROOT) : upper;
    }

    private static Claim with(Claim claim, String typeName, String qualifiedName, String guid) {
        return new Claim(typeName, qualifiedName, guid, claim.name(), claim.adminUsers());
    }

    /** Archived assets are what the gateway is for, so they are picked more often. */
    private StoredAsset pick(List<StoredAsset> pool) {
        List<StoredAsset> archived =
                pool.stream().filter(StoredAsset::isArchived).toList();
        List<StoredAsset> from = !archived.isEmpty() && random.nextInt(4) > 0 ? archived : pool;
        return from.get(random.nextInt(from.size()));
    }
}
