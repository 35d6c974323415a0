export { AddFile } from './add-file.js';
export { ExpirePreregistrations } from './expire-preregistrations.js';
export { SendPreregistrationDto, type SentDto } from './preregistration.dto.js';
export { Preregistration, PreregistrationFile } from './preregistration.entity.js';
export { PreregistrationModule } from './preregistration.module.js';
export { SendPreregistration } from './send-preregistration.js';
