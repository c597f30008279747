import { z } from 'zod';
import type { Operation } from '../http/operation.ts';
import { emailAddress } from '../http/shapes.ts';

export const linkAgainRequest = z.strictObject({ email: emailAddress });
/** Says nothing about whether the address is known. */
export const linkAgainResponse = z.strictObject({});

export const linkAgainOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/link-again',
    summary: 'Send every open link of an address to that address',
    access: 'public',
    request: linkAgainRequest,
    response: linkAgainResponse,
    status: 202,
  },
];
