/** The shipped knowledge base, loaded from its YAML once per test file. */
import { fileURLToPath } from 'node:url';
import type { Catalog } from '../../src/core/catalog.ts';
import { catalogOf, type LoadResult, loadKnowledge } from '../../src/knowledge/load.ts';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

let loaded: LoadResult | undefined;
let catalog: Catalog | undefined;

export function shippedKnowledge(): LoadResult {
  loaded ??= loadKnowledge(`${repository}knowledge`, { shownFrom: repository });
  return loaded;
}

export function shippedCatalog(): Catalog {
  catalog ??= catalogOf(shippedKnowledge().knowledge);
  return catalog;
}
