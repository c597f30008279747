import type { z } from 'zod';

/** One documented HTTP operation; the OpenAPI document and the access matrix of the tests come from these. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI path, e.g. `/api/waves/{id}/open`. */
  readonly path: string;
  readonly summary: string;
  /**
   * public: anyone · probe: anyone, and without the sessions of the database, which may be away · officer: session or
   * bearer token · link: `Authorization: Link …` of a respondent.
   */
  readonly access: 'public' | 'probe' | 'officer' | 'link';
  readonly query?: z.ZodType;
  readonly request?: z.ZodType;
  readonly response?: z.ZodType;
  /** Media type of the response when it is not JSON. */
  readonly responseType?: string;
  readonly requestType?: string;
  readonly status: 200 | 201 | 202 | 204;
}
