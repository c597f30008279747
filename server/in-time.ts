/** What a promise gives within so many milliseconds; null when it fails or takes longer. What it began goes on. */
export async function inTime<Value>(promise: Promise<Value>, ms: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  const given = promise.catch(() => null);
  return await Promise.race([given, tooLate]).finally(() => clearTimeout(timer));
}
