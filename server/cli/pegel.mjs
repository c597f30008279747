#!/usr/bin/env node
// Builds what is missing or old, then runs the compiled program.
import { ensureBuilt } from './build.mjs';

// biome-ignore lint/suspicious/noProto: taken away, as by --disable-proto=delete, for whoever starts without that
delete Object.prototype.__proto__;

try {
  await ensureBuilt({ force: false });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import('../../dist/server/main.js');
