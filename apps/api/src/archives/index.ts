export {
  Archive,
  ArchiveSerial,
  Destruction,
  DestructionEntry,
  ItemRetention,
} from './archive.entity.js';
export { ArchivesModule } from './archives.module.js';
export { DestroyPackages } from './destroy-packages.js';
export { PackArchives } from './pack-archives.js';
export { VerifyArchive } from './verify-archive.js';
