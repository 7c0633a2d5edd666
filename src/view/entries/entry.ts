/** The document of an entry of any kind. */
import type { Entry, EntryOf, Kind } from '../../core/catalog.ts';
import type { Document } from '../document.ts';
import { caseDocument } from './case.ts';
import { domainDocument } from './domain.ts';
import { metricDocument } from './metric.ts';
import { modelDocument } from './model.ts';
import type { EntryContext } from './shared.ts';
import { stepDocument } from './step.ts';
import { topicDocument } from './topic.ts';

const documents: { [K in Kind]: (entry: EntryOf<K>, context: EntryContext) => Document } = {
  metric: metricDocument,
  model: modelDocument,
  topic: topicDocument,
  domain: domainDocument,
  step: stepDocument,
  case: caseDocument,
};

export function entryDocument(entry: Entry, context: EntryContext): Document {
  const make = documents[entry.kind] as (entry: Entry, context: EntryContext) => Document;
  return make(entry, context);
}
