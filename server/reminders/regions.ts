/** The German states by their code of ISO 3166-2, and the days that are kept in all of them. */
export const regions = [
  ...(['BUND', 'BW', 'BY', 'BE', 'BB', 'HB', 'HH', 'HE', 'MV'] as const),
  ...(['NI', 'NW', 'RP', 'SL', 'SN', 'ST', 'SH', 'TH'] as const),
] as const;

export type Region = (typeof regions)[number];
