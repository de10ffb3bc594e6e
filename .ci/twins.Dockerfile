# What stands in, where they cannot be pulled, for the images beside the gateway; made by base-images beside this file, each as
# much like the official one as docker-compose.yml and the tests need. Grafana is no Debian package, so it has none.
ARG DEBIAN_IMAGE
FROM ${DEBIAN_IMAGE} AS debian
RUN apt-get update -qq && rm -rf /var/cache/apt/archives/*.deb

FROM debian AS postgres
RUN apt-get install -y -qq --no-install-recommends postgresql \
    && rm -rf /var/lib/postgresql/* \
    && ln -sf /usr/lib/postgresql/*/bin/* /usr/local/bin/
COPY postgres-entrypoint /usr/local/bin/docker-entrypoint.sh
ENV PGDATA=/var/lib/postgresql/data
RUN mkdir -p /var/run/postgresql && chown postgres /var/lib/postgresql /var/run/postgresql
VOLUME /var/lib/postgresql
USER postgres
EXPOSE 5432
STOPSIGNAL SIGINT
ENTRYPOINT ["docker-entrypoint.sh"]
CMD ["postgres"]

FROM debian AS proxy
RUN apt-get install -y -qq --no-install-recommends haproxy
USER haproxy
STOPSIGNAL SIGUSR1
CMD ["haproxy", "-W", "-db", "-f", "/usr/local/etc/haproxy/haproxy.cfg"]

FROM debian AS prometheus
RUN apt-get install -y -qq --no-install-recommends prometheus && mkdir -p /prometheus && chown nobody:nogroup /prometheus
VOLUME /prometheus
USER nobody
EXPOSE 9090
ENTRYPOINT ["prometheus"]
CMD ["--config.file=/etc/prometheus/prometheus.yml", "--storage.tsdb.path=/prometheus"]
