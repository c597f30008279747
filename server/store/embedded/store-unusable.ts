export type UnusableReason =
  | 'not-writable'
  | 'network-disk'
  | 'damaged'
  | 'newer-format'
  | 'disk-full'
  | 'not-answering';

export type Sentences = { readonly de: string; readonly en: string };

/** Why a folder cannot be opened as a store, in words for the person who can do something about it. */
export class StoreUnusable extends Error {
  readonly reason: UnusableReason;
  readonly sentences: Sentences;

  constructor(reason: UnusableReason, sentences: Sentences) {
    super(sentences.en);
    this.name = 'StoreUnusable';
    this.reason = reason;
    this.sentences = sentences;
  }
}
