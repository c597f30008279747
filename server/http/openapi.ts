import { z } from 'zod';
import type { Operation } from './operation.ts';

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of all operations. */
export function openApiDocument(
  operations: readonly Operation[],
  { version, cookie }: { version: string; cookie: string },
): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Pegel', version, description: 'Errors are problem documents (RFC 9457).' },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: cookie },
        token: { type: 'http', scheme: 'bearer' },
        link: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'Link <id>.<mac>' },
      },
    },
  };
}

const security = {
  public: [],
  probe: [],
  officer: [{ session: [] }, { token: [] }],
  link: [{ link: [] }],
} as const;

function describe(operation: Operation): Json {
  return {
    summary: operation.summary,
    security: security[operation.access],
    parameters: [...pathParameters(operation.path), ...queryParameters(operation.query)],
    ...(operation.request || operation.requestType ? { requestBody: requestBody(operation) } : {}),
    responses: {
      [operation.status]: { description: 'Done', ...responseContent(operation) },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { type: 'object' } } },
      },
    },
  };
}

function pathParameters(path: string): readonly Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function queryParameters(query: z.ZodType | undefined): readonly Json[] {
  const properties = query ? schemaOf(query, 'input')['properties'] : {};
  return Object.entries(properties ?? {}).map(([name, schema]) => ({ name, in: 'query', schema }));
}

function requestBody({ request, requestType }: Operation): Json {
  const schema = request ? schemaOf(request, 'input') : { type: 'string' };
  return { required: true, content: { [requestType ?? 'application/json']: { schema } } };
}

function responseContent({ response, responseType }: Operation): Json {
  if (response) return { content: { 'application/json': { schema: schemaOf(response, 'output') } } };
  return responseType ? { content: { [responseType]: {} } } : {};
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}
