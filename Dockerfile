# Naast in one container: its own PostgreSQL, keys and data in the volume /data. See docs/deploy.md.
# The digest decides, the name is for the reader. Any Node from 20 on will do: the one that runs Naast comes from npm.
FROM node:24-bookworm-slim@sha256:ba849c60be29959425b8734d57b8b4b7d56f98edd9504c9af091d5281095a71e
WORKDIR /app
COPY . .
# Installs, and builds once and for all: a file's time may change when an image travels, so the start doesn't look.
RUN node tools/bootstrap.mjs build \
 && rm -rf /root/.npm \
 && useradd --system --user-group --no-create-home naast \
 && mkdir /data && chown naast:naast /data
USER naast
ENV NAAST_MODE=production NAAST_HOST=0.0.0.0 NAAST_DATA=/data
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
CMD ["node", "tools/bootstrap.mjs", "start", "--built"]
