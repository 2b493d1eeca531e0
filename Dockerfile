# One image runs every part of the hub: `cli/hub.ts start <part>`. Secrets come at run time, by file.
FROM node:24-bookworm-slim

WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
# The image has its own Node, and PostgreSQL is a service beside it: no optional packages.
RUN npm ci --omit=dev --omit=optional && npm cache clean --force
COPY . .

# New volumes take the owner of the folder they are mounted on, so no part has to run as root.
RUN mkdir -p /data /keys /keys/gateway /keys/postgres /keys/log-index \
  && for agency in subgraphs/[!_]*/; do mkdir "/keys/$(basename "$agency")"; done \
  && chown -R node:node /data /keys

# Not NODE_ENV=production: that refuses the sample's issuer, agreements and people.
ENV HUB_HOST=0.0.0.0 HUB_DATA_DIR=/data
USER node
ENTRYPOINT ["node", "cli/hub.ts"]
CMD ["start"]
