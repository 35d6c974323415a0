import { launchable } from './up/launchable.mjs';
import { prepareWorkspace } from './up/workspace.mjs';

/** Installs what is missing and builds every project; quiet when all is well. */
await launchable((shutdown) => prepareWorkspace(shutdown));
