import { readFileSync } from 'node:fs';
import type { Action } from '@yikou/domain';

/** One endpoint, as the published document describes it. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  action: Action;
}

interface Document {
  paths: Record<string, Record<string, { operationId: string; 'x-action': Action }>>;
}

const FILE = new URL('../../../../libs/api-client/openapi.json', import.meta.url);

/** Every endpoint of the product: a new one is in the test by being there. */
export function operations(): Operation[] {
  const { paths } = JSON.parse(readFileSync(FILE, 'utf8')) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, 'x-action': action }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path,
      action,
    })),
  );
}
