# Builds the gateway and packs it. Plain enough for Docker's classic builder as well as for BuildKit.
#
#   docker build --tag restore-gateway .
#
# Other bases, where the official ones cannot be pulled: --build-arg JDK_IMAGE=… --build-arg JRE_IMAGE=…
ARG JDK_IMAGE=eclipse-temurin:25-jdk
ARG JRE_IMAGE=eclipse-temurin:25-jre

FROM ${JDK_IMAGE} AS build
WORKDIR /build

# What downloads stands apart from the sources, so that editing them downloads nothing. With no source there yet,
# the build's own plugins fetch what they and the sources will need.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -Dmaven.test.skip=true -Dspring-boot.repackage.skip=true package

COPY src/main src/main
RUN ./mvnw -B -Dmaven.test.skip=true package \
    && cp target/restore-gateway-*.jar restore-gateway.jar \
    && java -Djarmode=tools -jar restore-gateway.jar extract --layers --destination layers
COPY docker/Healthcheck.java docker/
RUN javac -d healthcheck docker/Healthcheck.java

FROM ${JRE_IMAGE}
WORKDIR /app

# From what changes least to what changes most.
COPY --from=build /build/healthcheck/ /healthcheck/
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./

# Jobs and audit, as long as there is no PostgreSQL; an anonymous volume, unless one is mounted.
RUN mkdir /data && chown 10001:10001 /data
ENV GATEWAY_DATA_DIR=/data
VOLUME /data

# A number, so that an orchestrator can see that it is not root without looking into the image.
USER 10001:10001
EXPOSE 8080

# Ready, not merely alive. The JVM that asks is kept small, and JAVA_TOOL_OPTIONS, meant for the gateway, out of it.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["env", "-u", "JAVA_TOOL_OPTIONS", "java", "-Xmx16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/healthcheck", "Healthcheck"]

# Exec form: the gateway is process 1 and hears SIGTERM. Out of memory, it stops and is started anew instead of limping on.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "restore-gateway.jar"]
