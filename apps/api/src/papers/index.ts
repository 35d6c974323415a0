export { Paper, PaperSerial } from './paper.entity.js';
export { PapersModule } from './papers.module.js';
