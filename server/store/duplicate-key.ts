/** Whether a write failed because a unique index already holds the value. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 11_000;
}

/** For an insert of many that leaves out what is there already. */
export function ignoreDuplicates(error: unknown): void {
  if (!isDuplicateKey(error)) throw error;
}
