# What stands in for the official JDK image where it cannot be pulled; made by base-images beside this file.
ARG DEBIAN_IMAGE
FROM ${DEBIAN_IMAGE}
# Debian's Maven brings Debian's default Java along; JAVA_HOME says which of the two counts.
RUN apt-get update -qq \
    && apt-get install -y -qq --no-install-recommends openjdk-25-jdk-headless maven \
    && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb \
    && mkdir /opt/java \
    && ln -s /usr/lib/jvm/java-25-openjdk-"$(dpkg --print-architecture)" /opt/java/openjdk
# Where the official image has it.
ENV JAVA_HOME=/opt/java/openjdk PATH=/opt/java/openjdk/bin:$PATH
COPY certificates/ /usr/local/share/ca-certificates/
RUN update-ca-certificates
