const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A template whose values are escaped; what is built by `html` itself stays. */
export function html(pieces: TemplateStringsArray, ...values: readonly (string | Html)[]): Html {
  const filled = values.map((value) => (value instanceof Html ? value.source : escapeHtml(value)));
  return new Html(String.raw({ raw: pieces.raw }, ...filled));
}

export class Html {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  static join(parts: readonly Html[]): Html {
    return new Html(parts.map(({ source }) => source).join('\n'));
  }
}
