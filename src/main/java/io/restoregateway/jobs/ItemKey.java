package io.restoregateway.jobs;

import io.restoregateway.restore.AssetIdentity;
import io.restoregateway.restore.Guid;
import io.restoregateway.restore.QualifiedName;
import io.restoregateway.restore.TypeName;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * By what an item of a job is found.
 *
 * @param hash equal for the same guid or name, and hardly ever for others
 * @param position the item's place among the rows
 */
record ItemKey(Kind kind, long hash, long position) {

    static ItemKey guid(Guid guid, long position) {
        return new ItemKey(Kind.GUID, hashOf(guid), position);
    }

    static ItemKey name(AssetIdentity asset, long position) {
        return new ItemKey(Kind.NAME, hashOf(asset.typeName(), asset.qualifiedName()), position);
    }

    static long hashOf(Guid guid) {
        return hashOf(guid.value());
    }

    static long hashOf(TypeName typeName, QualifiedName qualifiedName) {
        return hashOf(typeName + "\0" + qualifiedName);
    }

    private static long hashOf(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What the key names. */
    enum Kind {
        GUID(0),
        NAME(1);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        /** How it stands in the database. */
        int number() {
            return number;
        }
    }
}
