import { Module } from '@nestjs/common';
import { DeliveriesModule } from '../deliveries/index.js';
import { IntakeModule } from '../intake/index.js';
import { ReadContents } from './archive-contents.js';
import { ArchiveQueries } from './archive.queries.js';
import { ArchivesController } from './archives.controller.js';
import { DecideDestruction } from './decide-destruction.js';
import { DestroyPackages } from './destroy-packages.js';
import { DestructionsController } from './destructions.controller.js';
import { DownloadArchive } from './download-archive.js';
import { EnterArchive } from './enter-archive.js';
import { PackArchives } from './pack-archives.js';
import { Packages } from './packages.js';
import { SetRetention } from './set-retention.js';
import { VerifyArchive } from './verify-archive.js';

@Module({
  imports: [DeliveriesModule, IntakeModule],
  controllers: [ArchivesController, DestructionsController],
  providers: [
    ArchiveQueries,
    DecideDestruction,
    DestroyPackages,
    DownloadArchive,
    EnterArchive,
    PackArchives,
    Packages,
    ReadContents,
    SetRetention,
    VerifyArchive,
  ],
  exports: [DestroyPackages, PackArchives, VerifyArchive],
})
export class ArchivesModule {}
