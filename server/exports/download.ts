/** A file to be downloaded. */
export interface Download<Content> {
  /** Plain ASCII. */
  readonly name: string;
  readonly content: Content;
}

/** Letters, figures and hyphens only, whatever the title holds. */
export function fileName(kind: string, title: string, extension: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  return `${[kind, plain].filter((part) => part !== '').join('-')}.${extension}`.toLowerCase();
}
