/** What every room's schema is made with: unknown fields are faults, nothing is added, nothing built unasked. */
export const schemaOptions = {
  strict: 'throw',
  strictQuery: 'throw',
  versionKey: false,
  minimize: false,
  autoIndex: false,
  autoCreate: false,
  id: false,
} as const;
