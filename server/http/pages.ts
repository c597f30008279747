import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Response } from 'express';
import { Refusal } from '../refusal.ts';
import { noStore } from './security-headers.ts';

/** The pages and their files. Files under `/assets` carry their digest in the name and never change. */
export function pages(clientFolder: string): express.Router {
  const router = express.Router();
  router.use('/assets', assets(join(clientFolder, 'assets')));
  router.use(express.static(clientFolder, { index: false, setHeaders: keepForAnHour }));
  router.get('/r/*link', noStore, page(clientFolder, 'respond.html'));
  router.get('/link', noStore, page(clientFolder, 'respond.html'));
  router.get('/{*path}', noStore, page(clientFolder, 'console.html'));
  return router;
}

function page(root: string, name: string): RequestHandler {
  return (_req, res, next) => {
    res.sendFile(name, { root, cacheControl: false, lastModified: false, etag: false }, (error?: Error) => {
      if (error) next(existsSync(join(root, name)) ? error : notBuilt());
    });
  };
}

const notBuilt = () =>
  new Refusal('unavailable', {
    de: 'Die Seiten sind noch nicht gebaut. Bitte starten Sie Pegel mit „npm start“.',
    en: 'The pages are not built yet. Please start Pegel with “npm start”.',
  });

const keepForAnHour = (res: Response, path: string) => {
  res.set('Cache-Control', path.endsWith('.html') ? 'no-store' : 'public, max-age=3600');
};

function assets(folder: string): express.Router {
  const router = express.Router();
  router.use(preferCompressed(folder));
  router.use(express.static(folder, { index: false, immutable: true, maxAge: '1y', fallthrough: false }));
  return router;
}

const compressible: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
};

/** The build leaves a `.gz` beside each text file; browsers that take it get it. */
function preferCompressed(folder: string): RequestHandler {
  return (req, res, next) => {
    const type = compressible[req.path.split('.').at(-1) ?? ''];
    const isPlainName = /^\/[\w.-]+$/.test(req.path);
    if (!type || !isPlainName || !existsSync(join(folder, `${req.path}.gz`))) return next();
    res.vary('Accept-Encoding');
    if (!req.acceptsEncodings('gzip')) return next();
    res.set('Content-Encoding', 'gzip').type(type);
    req.url = `${req.path}.gz`;
    next();
  };
}
