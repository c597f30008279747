import type { OfficesResponse } from '../../../server/offices/offices.wire.ts';
import type { Text } from '../../../surveys/plan/plan.ts';

type Field = OfficesResponse['fields'][number];

/** The fields that only some offices are asked about; the others need no tag. */
export function fieldsForSome(fields: readonly Field[]): readonly (Field & { readonly askedOf: Text })[] {
  return fields.flatMap(({ askedOf, ...field }) => (askedOf === null ? [] : [{ ...field, askedOf }]));
}
