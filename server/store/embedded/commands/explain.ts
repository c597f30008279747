import type { Plan } from '../planner.ts';
import { parseSort } from '../sorting.ts';
import { StoreError } from '../store-error.ts';
import { type Doc, isDoc, plain } from '../values.ts';
import { prepare } from './aggregate.ts';
import {
  databaseOf,
  docs,
  limitsOf,
  namespaceOf,
  optionalDoc,
  type Search,
  type Store,
  search,
} from './command.ts';

const verbosities = ['queryPlanner', 'executionStats', 'allPlansExecution'];

/** Which index a command would go along, or that it reads everything; with `executionStats` how much it looks at. */
export async function explain(store: Store, command: Doc): Promise<Doc> {
  const inner = command['explain'];
  const verbosity = command['verbosity'] ?? 'allPlansExecution';
  if (!isDoc(inner)) throw new StoreError(14, "'explain' needs the command to explain");
  if (typeof verbosity !== 'string' || !verbosities.includes(verbosity)) {
    throw new StoreError(2, `verbosity must be one of ${verbosities.join(', ')}`);
  }
  const explained = { ...inner, $db: databaseOf(command) };
  const { source, sort } = sourceOf(store, explained);
  const stats = verbosity === 'queryPlanner' ? {} : { executionStats: await run(source) };
  return { explainVersion: '1', queryPlanner: plannerOf(explained, source, sort), ...stats, ok: 1 };
}

type Source = { source: Search; sort: Doc };

function sourceOf(store: Store, command: Doc): Source {
  const [name = ''] = Object.keys(command);
  const ns = namespaceOf(command);
  const searched = (filter: Doc | null, statement: Doc, sort: unknown = null): Source => {
    const order = plain(sort);
    const query = { filter: filter ?? {}, sort: parseSort(order), limits: limitsOf(statement) };
    return { source: search(store, ns, query), sort: isDoc(order) ? order : {} };
  };
  switch (name.toLowerCase()) {
    case 'find':
      return searched(optionalDoc(command, 'filter'), command, command['sort']);
    case 'count':
    case 'distinct':
      return searched(optionalDoc(command, 'query'), command);
    case 'findandmodify':
      return searched(optionalDoc(command, 'query'), command, command['sort']);
    case 'aggregate':
      return { source: prepare(store, command).source, sort: {} };
    case 'update':
    case 'delete': {
      const [statement = {}] = docs(command, `${name.toLowerCase()}s`);
      return searched(optionalDoc(statement, 'q'), statement);
    }
    default:
      throw new StoreError(59, `Explain failed due to unknown command: ${name}`);
  }
}

function plannerOf(command: Doc, { plan, sorted }: Search, sort: Doc): Doc {
  const stage = plan === null ? { stage: 'EOF' } : stageOf(plan);
  return {
    namespace: namespaceOf(command),
    indexFilterSet: false,
    winningPlan: sorted ? stage : { stage: 'SORT', sortPattern: sort, inputStage: stage },
    rejectedPlans: [],
  };
}

function stageOf({ index, reverse, ranges, whole }: Plan): Doc {
  const direction = reverse ? 'backward' : 'forward';
  if (index === null && whole) return { stage: 'COLLSCAN', direction };
  const scan = {
    stage: 'IXSCAN',
    keyPattern: index === null ? { _id: 1 } : index.spec['key'],
    indexName: index === null ? '_id_' : index.name,
    isMultiKey: index?.multikey ?? false,
    isUnique: index?.unique ?? true,
    isSparse: index?.sparse ?? false,
    isPartial: index !== null && index.filter !== null,
    direction,
    ranges: ranges.length,
  };
  return { stage: 'FETCH', inputStage: scan };
}

async function run({ scan }: Search): Promise<Doc> {
  const start = performance.now();
  const found = (await scan?.gather(Number.POSITIVE_INFINITY)) ?? [];
  const { keys = 0, documents = 0 } = scan?.examined ?? {};
  return {
    executionSuccess: true,
    nReturned: found.length,
    executionTimeMillis: Math.round(performance.now() - start),
    totalKeysExamined: keys,
    totalDocsExamined: documents,
  };
}
