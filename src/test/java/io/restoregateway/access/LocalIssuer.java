package io.restoregateway.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An identity provider on this machine, with keys of its own. */
public final class LocalIssuer implements AutoCloseable {

    private final HttpServer server;

    private final List<RSAKey> keys = new ArrayList<>();

    private final RSAKey stranger = generate("stranger");

    private final AtomicInteger asked = new AtomicInteger();

    private boolean away;

    public LocalIssuer() {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException trouble) {
            throw new AssertionError(trouble);
        }
        keys.add(generate("first"));
        serve(
                "/.well-known/openid-configuration",
                () -> "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\",".formatted(url(), url())
                        + " \"subject_types_supported\": [\"public\"], \"authorization_endpoint\": \"%s/authorize\"}"
                                .formatted(url()));
        serve("/keys", () -> new JWKSet(List.copyOf(keys)).toString());
        server.start();
    }

    private void serve(String path, java.util.function.Supplier<String> answer) {
        server.createContext(path, exchange -> {
            asked.incrementAndGet();
            byte[] body = (away ? "away" : answer.get()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", away ? "text/plain" : "application/json");
            exchange.sendResponseHeaders(away ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Whether it answers nothing of use. */
    void away(boolean value) {
        away = value;
    }

    /** Signs with a new key from now on; the one before still holds. */
    void rotate() {
        keys.addFirst(generate("key-" + keys.size()));
    }

    /** Claims that are good for an hour. */
    public JWTClaimsSet.Builder claims(String name, String... roles) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(url())
                .subject(name)
                .audience("restore-gateway")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3_600)))
                .claim("roles", List.of(roles));
    }

    public String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, keys.getFirst());
    }

    /** Signed, and said to be of a certain kind. */
    String sign(JWTClaimsSet.Builder claims, String type) {
        RSAKey key = keys.getFirst();
        try {
            return sign(
                    claims,
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(new JOSEObjectType(type)),
                    new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** How often anybody asked. */
    int asked() {
        return asked.get();
    }

    /** Signed by somebody else, with a key that nobody knows. */
    String forge(JWTClaimsSet.Builder claims, String keyId) {
        return sign(claims, new RSAKey.Builder(stranger).keyID(keyId).build());
    }

    /** Signed by somebody else who says to be this issuer. */
    String forge(JWTClaimsSet.Builder claims) {
        return sign(
                claims,
                new RSAKey.Builder(stranger).keyID(keys.getFirst().getKeyID()).build());
    }

    /** Signed with what everybody knows: the public key as a shared secret. */
    String confuse(JWTClaimsSet.Builder claims) {
        try {
            byte[] secret = keys.getFirst().toRSAPublicKey().getEncoded();
            return sign(claims, new JWSHeader.Builder(JWSAlgorithm.HS256), new MACSigner(secret));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String unsigned(JWTClaimsSet.Builder claims) {
        return new PlainJWT(claims.build()).serialize();
    }

    private static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            return sign(claims, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String sign(JWTClaimsSet.Builder claims, JWSHeader.Builder header, JWSSigner signer)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header.build(), claims.build());
        token.sign(signer);
        return token.serialize();
    }

    private static RSAKey generate(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
