import { type CatalogEntry, loadCatalog } from '../../server/questionnaires/catalog.ts';
import { catalogFolder } from '../../server/questionnaires/catalog-folder.ts';

/** The built-in questionnaire, compiled as at start. */
export async function builtIn(): Promise<CatalogEntry> {
  const entry = (await loadCatalog(catalogFolder())).find({ id: 'kommunal-digital', version: 1 });
  if (entry === null) throw new Error('the built-in questionnaire is missing');
  return entry;
}
