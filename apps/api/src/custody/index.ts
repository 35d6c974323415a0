export { CustodyHandover, CustodyHandoverOriginal, CustodyOriginal } from './custody.entity.js';
export { CustodyModule } from './custody.module.js';
