import type { ContactRole } from './office.ts';

/** One row of the import file; null is an empty cell and leaves what is stored. */
export interface OfficeFileRow {
  /** Counts from 1 = header, as a spreadsheet shows it. */
  readonly row: number;
  readonly code: string;
  readonly name: string | null;
  readonly parent: string | null;
  readonly headcount: number | null;
  readonly fields: readonly string[] | null;
  readonly contact: OfficeFileContact | null;
}

export interface OfficeFileContact {
  readonly name: string | null;
  readonly email: string;
  readonly role: ContactRole | null;
}

/** What is known before the file is read. */
export interface KnownOffices {
  /** Codes of stored offices. */
  readonly codes: readonly string[];
  /** Field ids that offices may carry. */
  readonly fields: readonly string[];
  /** Code → code of the office above, of stored offices; absent when there are none. */
  readonly parents?: ReadonlyMap<string, string | null>;
}
