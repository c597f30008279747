import express, { type RequestHandler } from 'express';
import { z } from 'zod';
import { nothingHere } from './error-edge.ts';
import type { Operation } from './operation.ts';
import { parse } from './parse.ts';

/**
 * Stands before every API route: knows each operation, asks for what its access needs, and refuses query parameters
 * it does not name. A route without an operation cannot be reached.
 */
export function accessGate(
  operations: readonly Operation[],
  checks: Readonly<Record<Operation['access'], readonly RequestHandler[]>>,
): RequestHandler {
  const gate = express.Router({ caseSensitive: true, strict: true });
  for (const operation of operations) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    gate[operation.method](path, ...checks[operation.access], checkQuery(operation.query), passGate);
  }
  gate.use('/api', nothingHere);
  return gate;
}

const noQuery = z.strictObject({});

function checkQuery(schema: z.ZodType = noQuery): RequestHandler {
  return (req, _res, next) => {
    parse(schema, { ...req.query });
    next();
  };
}

const passGate: RequestHandler = (_req, _res, next) => next('router');
