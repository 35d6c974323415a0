export { Delivery, DeliveryReminder } from './delivery.entity.js';
export { signatureKeyPlaceOf, Signatures } from './signatures.js';
export { DeliveriesModule } from './deliveries.module.js';
