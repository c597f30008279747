FROM node:20-bookworm-slim AS build
WORKDIR /pegel
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-fund --no-audit
COPY tsconfig.json vite.config.ts ./
COPY server server
COPY surveys surveys
COPY reports reports
COPY client client
COPY docs/method.md docs/method.md
RUN npm run build && npm prune --omit=dev --no-fund --no-audit

FROM node:20-bookworm-slim
ENV NODE_ENV=production PEGEL_HOST=0.0.0.0 PEGEL_DATA=/data
WORKDIR /pegel
COPY --from=build /pegel/package.json ./
COPY --from=build /pegel/node_modules node_modules
COPY --from=build /pegel/dist dist
RUN mkdir /data /backups && chown node:node /data /backups && chmod 700 /data /backups
USER node
VOLUME ["/data", "/backups"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--disable-proto=delete", "dist/server/main.js"]
CMD ["start"]
