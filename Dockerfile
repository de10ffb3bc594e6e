# Builds the gateway and packs it with the parts of a JDK that it needs. Plain enough for Docker's classic builder as well as
# for BuildKit.
#
#   docker build --tag restore-gateway .
#
# Other bases, where the official ones cannot be pulled: --build-arg JDK_IMAGE=… --build-arg BASE_IMAGE=… (any with glibc)
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG BASE_IMAGE=debian:trixie-slim

FROM ${JDK_IMAGE} AS build
WORKDIR /build

# What a service of Spring and Netty may use, and the tools that look into a running JVM.
RUN jlink --add-modules java.se,jdk.crypto.cryptoki,jdk.jcmd,jdk.jfr,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs \
    --strip-java-debug-attributes --no-header-files --no-man-pages --exclude-files=glob:**.debuginfo \
    --output /opt/jre

# What downloads stands apart from the sources, so that editing them downloads nothing. With no source there yet,
# the build's own plugins fetch what they and the sources will need.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -Dmaven.test.skip=true -Dspring-boot.repackage.skip=true package

COPY src/main src/main
RUN ./mvnw -B -Dmaven.test.skip=true package \
    && cp target/restore-gateway-*.jar restore-gateway.jar \
    && java -Djarmode=tools -jar restore-gateway.jar extract --destination /app \
    && cp target/classes/META-INF/sbom/application.cdx.json /app/sbom.cdx.json
COPY docker/*.java docker/
RUN javac -d /tools docker/*.java

# The gateway is run once, as the sandbox tenant's, and what the JVM learns by that is kept: classes loaded and linked, methods
# worth compiling.
WORKDIR /app
RUN java -cp /tools Training /opt/jre/bin/java -XX:AOTCacheOutput=restore-gateway.aot -XX:+UseSerialGC -XX:+UseCompressedOops -XX:+UseCompactObjectHeaders -jar restore-gateway.jar

FROM ${BASE_IMAGE}
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Restore Gateway" \
    org.opencontainers.image.description="Brings archived Atlan assets back, safely: never creates, renames or overwrites anything." \
    org.opencontainers.image.version="${VERSION}" \
    org.opencontainers.image.revision="${REVISION}" \
    org.opencontainers.image.vendor="Restore Gateway maintainers"
ENV JAVA_HOME=/opt/jre PATH=/opt/jre/bin:$PATH
WORKDIR /app

# From what changes least to what changes most.
COPY --from=build /opt/jre /opt/jre
COPY --from=build /tools/Healthcheck.class /healthcheck/
COPY --from=build /app/lib/ lib/
COPY --from=build /app/sbom.cdx.json /app/restore-gateway.jar /app/restore-gateway.aot ./

# Proves that the cache fits what it was copied to: with AOTMode=on the JVM does not start when it does not.
RUN java -XX:AOTCache=restore-gateway.aot -XX:AOTMode=on -XX:+UseSerialGC -XX:+UseCompressedOops -XX:+UseCompactObjectHeaders -Xms64m -XX:MaxRAMPercentage=75 -jar restore-gateway.jar new-api-key >/dev/null

# Jobs and audit, as long as there is no PostgreSQL; an anonymous volume, unless one is mounted. Secrets may be mounted as files
# named like variables, such as /run/secrets/restore-gateway/ATLAN_API_KEY. The log is for machines: ECS in JSON.
RUN mkdir /data && chown 10001:10001 /data
ENV GATEWAY_DATA_DIR=/data GATEWAY_SECRETS_DIR=/run/secrets/restore-gateway LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs
VOLUME /data

# A number, so that an orchestrator can see that it is not root without looking into the image.
USER 10001:10001
# The API, and apart from it what operators look at: health, metrics, what it is made of.
EXPOSE 8080 8081

# Ready, not merely alive. The JVM that asks is kept small, and options that are meant for the gateway out of it.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["env", "-u", "JAVA_TOOL_OPTIONS", "-u", "JDK_JAVA_OPTIONS", "java", "-Xmx16m", "-XX:-UsePerfData", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/healthcheck", "Healthcheck"]

# Exec form: the gateway is process 1 and hears SIGTERM. Out of memory, it stops and is started anew instead of limping on.
# Collector, pointers (on machines with much memory too) and object headers are those that the cache was made with. A command may follow, such as new-api-key.
ENTRYPOINT ["java", "-XX:AOTCache=restore-gateway.aot", "-XX:+UseSerialGC", "-XX:+UseCompressedOops", "-XX:+UseCompactObjectHeaders", "-Xms64m", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "restore-gateway.jar"]
