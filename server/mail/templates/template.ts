/**
 * A mail's words: paragraphs between blank lines, lists of lines that begin with `- `, `{placeholders}`, and below a
 * line `--` why the mail came.
 */
export interface Template {
  readonly subject: string;
  readonly body: string;
}
