/** Whether a write failed because a unique index already holds the value. */
export function isDuplicateKey(error: unknown): boolean {
  return hasCode(error, 11_000);
}

/** Whether the database refused with this code. */
export function hasCode(error: unknown, code: number): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Whether an insert was the first of its key; false when somebody else's is there. */
export async function wasAdded(insert: Promise<unknown>): Promise<boolean> {
  try {
    await insert;
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** For an insert of many that leaves out what is there already. */
export function ignoreDuplicates(error: unknown): void {
  if (!isDuplicateKey(error)) throw error;
}
