package io.restoregateway.web.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Identities with every character that may hurt, the same ones for the same seed. */
final class RandomIdentities {

    private static final List<String> NASTY = List.of(
            "\"",
            "\"\"",
            ",",
            ";",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\n\n",
            " ",
            "'",
            "=",
            "+",
            "-",
            "@",
            "#",
            "\\",
            "/",
            "{",
            "}",
            "\uFEFF",
            "\u0001",
            "\u0085",
            "\u00A0",
            "\u2028",
            "\u202E",
            "\u200B",
            "\uFFFD",
            "\uFFFF",
            "ß",
            "日本",
            "e\u0301",
            "😀",
            "\uD83D\uDC68\u200D\uD83D\uDC69",
            "\uFF1D",
            "null",
            "\\u0000",
            "\\N",
            "default/snowflake/1700000000/DB");

    private final Random random;

    RandomIdentities(long seed) {
        this.random = new Random(seed);
    }

    List<AssetIdentity> some(int most) {
        return Stream.generate(this::next).limit(1 + random.nextInt(most)).toList();
    }

    boolean coin() {
        return random.nextBoolean();
    }

    private AssetIdentity next() {
        return new AssetIdentity(
                new TypeName(pick(List.of("Table", "Column", "AtlasGlossaryTerm", "_a1", "T".repeat(128)))),
                new QualifiedName(name()),
                new Guid(new UUID(random.nextLong(), random.nextLong()).toString()));
    }

    private String name() {
        if (random.nextInt(50) == 0) {
            return pick(List.of("\"", "😀", "\n", "x")).repeat(QualifiedName.MAX_LENGTH);
        }
        StringBuilder name = new StringBuilder();
        for (int parts = random.nextInt(12); parts >= 0; parts--) {
            name.append(random.nextInt(4) == 0 ? Character.toString(point()) : pick(NASTY));
        }
        return name.toString();
    }

    private int point() {
        int point = 1 + random.nextInt(Character.MAX_CODE_POINT);
        return Character.getType(point) == Character.SURROGATE ? 'x' : point;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
